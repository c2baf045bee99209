#pragma once
// The plot of a chart: draws a scene and lets mouse and keyboard steer what of it is seen and read.

#include <memory>

#include "charts/cursor.h"
#include "charts/plot/canvas.h"
#include "charts/reading.h"
#include "charts/view.h"

namespace anneal::charts {

class Plot : public Canvas {
    Q_OBJECT
public:
    enum class Size { full, small };  ///< a small plot has few ticks, and its values are read beside its title

    Plot(Scene& scene, Size size, QWidget* parent = nullptr);
    ~Plot() override;

    void share(std::shared_ptr<Cursor> cursor);
    void share(std::shared_ptr<View> view);
    const std::shared_ptr<Cursor>& cursor() const { return cursor_; }
    const std::shared_ptr<View>& view() const { return view_; }

    /// Points came, or the scene is drawn in another way.
    void sceneChanged();
    /// Along another axis; what is seen and read stays the same.
    void setAxis(XAxis axis);
    /// Empty where there is no crosshair.
    const Reading& reading() const { return reading_; }
    /// Of the box with the values; null where there is none.
    QRectF boxRect() const;
    bool isZoomed() const { return values_ || view_->mode() != View::Mode::all; }
    void showAll();
    /// The value axis as the values need it.
    void resetValues();
    /// The newest values in words.
    QString summary();
    void zoomBy(double factor);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void readingChanged();
    /// What is seen is another stretch.
    void viewChanged();
    void axisChanged(anneal::charts::XAxis axis);

protected:
    void prepare() override;
    bool hasTop() const override { return !reading_.isEmpty() || drag_ == Drag::box; }
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    enum class Drag { none, pressed, pan, box };

    void takeAxis();
    void read();
    void drawLines(QPainter& painter);
    void drawTop(QPainter& painter);
    double perPixel() const { return axes().xRange().size() / std::max(1.0, axes().rect().width()); }
    void panBy(const QPointF& pixels);
    void zoomValues(double factor, double about);
    void zoomTo(const QRectF& box);
    bool escape();
    void step(int points);
    void readPoint(std::size_t point);

    Scene& scene_;
    Size size_;
    std::shared_ptr<Cursor> cursor_;
    std::shared_ptr<View> view_;
    std::optional<Range> values_;  ///< of the value axis, where a person chose them
    Reading reading_;
    QImage image_;  ///< of the lines
    Drag drag_ = Drag::none;
    QPointF pressed_, moved_;
};

}  // namespace anneal::charts
