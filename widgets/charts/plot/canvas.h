#pragma once
// A plot in the theme's colours: it keeps its drawings in layers, so that what lies on top moves without the rest being drawn
// again, and paints itself crisply at whatever scale it is asked to.

#include <functional>

#include "charts/plot/axes.h"
#include "charts/plot/frame.h"

namespace anneal::charts {

class Canvas : public QCustomPlot {
    Q_OBJECT
public:
    explicit Canvas(QWidget* parent = nullptr);

    /// Draws everything again, soon.
    void refresh();
    /// As vectors or on a raster of any scale, `size` large, at the painter's origin.
    void drawInto(QCPPainter& painter, const QSize& size);
    Axes axes() const { return {xAxis, yAxis}; }

protected:
    enum class Layer { ground, grid, lines, words, top };  ///< from below; top is drawn apart from the others

    /// `draw` is called whenever the layer is drawn, after those that were added before.
    void add(Layer layer, std::function<void(QPainter&)> draw);
    void refreshTop();
    /// Sets ranges, frame and margins; called before anything is drawn.
    virtual void prepare() = 0;
    /// Whether anything is drawn on the top layer now.
    virtual bool hasTop() const { return false; }
    void setRanges(const Range& x, const Range& y, Scale scale);
    void setFrame(Frame frame, const QMargins& least);

    void paintEvent(QPaintEvent* event) override;
    void updateLayout() override;

private:
    void drawBuffers(QCPPainter& painter);

    Frame frame_;
};

}  // namespace anneal::charts
