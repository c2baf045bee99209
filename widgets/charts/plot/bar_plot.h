#pragma once
// The plot of a bar chart.

#include "charts/bar_chart.h"
#include "charts/plot/canvas.h"

namespace anneal::charts {

class BarPlot : public Canvas {
    Q_OBJECT
public:
    explicit BarPlot(QWidget* parent = nullptr);

    void setBars(Bars bars);
    void setMarks(std::vector<BarMark> marks);
    int current() const { return current_; }
    void setCurrent(int bar);
    QString reading() const;
    QString summary() const;

    QSize sizeHint() const override { return {320, 180}; }
    QSize minimumSizeHint() const override { return {160, 96}; }

Q_SIGNALS:
    void currentChanged(int bar);
    void opened(int bar);

protected:
    void prepare() override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override { event->ignore(); }
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    int count() const { return int(bars_.counts.size()); }
    bool isHistogram() const { return !bars_.edges.empty(); }
    Range rangeOf(int bar) const;
    Range whole() const;
    int barAt(double pixel) const;
    QRectF rectOf(int bar) const;
    std::vector<Tick> nameTicks(int width) const;
    void drawBars(QPainter& painter) const;
    void drawMarks(QPainter& painter) const;

    Bars bars_;
    std::vector<BarMark> marks_;
    int current_ = -1;
};

}  // namespace anneal::charts
