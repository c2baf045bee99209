#pragma once
// Driving a chart's plot with mouse and keyboard.

#include "charts/chart.h"
#include "charts/plot/plot.h"
#include "widgets/window_support.h"

namespace anneal::test {

/// A chart in a window of its own, drawn.
class ShownChart {
public:
    explicit ShownChart(charts::Chart::Options options = {.title = QStringLiteral("Loss")}, const QSize& size = {700, 360})
        : chart(std::move(options)) {
        chart.resize(size);
        chart.show();
        settle();
    }

    charts::Plot& plot() { return *chart.findChild<charts::Plot*>(); }
    void settle() {
        QCoreApplication::processEvents();
        QTest::qWait(1);
    }
    QRectF plotRect() { return plot().axes().rect(); }
    QPoint at(double x, double y) { return plot().axes().at(x, y).toPoint(); }
    double xAt(const QPoint& pixel) { return plot().axes().x->pixelToCoord(pixel.x()); }
    /// In the middle of the plot's height.
    QPoint over(double x) { return {at(x, 0).x(), int(plotRect().center().y())}; }

    /// QTest's own mouse does not move to where it is already.
    void point(double x) {
        const QPointF to = over(x);
        QMouseEvent move(QEvent::MouseMove, to, plot().mapToGlobal(to), Qt::NoButton, Qt::NoButton, {});
        QCoreApplication::sendEvent(&plot(), &move);
    }
    void key(int key, Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClick(&plot(), Qt::Key(key), modifiers);
        settle();
    }
    void wheel(const QPoint& pixel, int notches, Qt::KeyboardModifiers modifiers = {}) {
        QWheelEvent event(pixel, plot().mapToGlobal(QPointF(pixel)), {}, {0, 120 * notches}, Qt::NoButton, modifiers, Qt::NoScrollPhase,
                          false);
        QCoreApplication::sendEvent(&plot(), &event);
        settle();
    }
    void drag(const QPoint& from, const QPoint& to, Qt::KeyboardModifiers modifiers = {}) {
        QTest::mousePress(&plot(), Qt::LeftButton, modifiers, from);
        for (const double share : {0.5, 1.0}) {
            QMouseEvent move(QEvent::MouseMove, QPointF(from + (to - from) * share), plot().mapToGlobal(QPointF(from)), Qt::NoButton,
                             Qt::LeftButton, modifiers);
            QCoreApplication::sendEvent(&plot(), &move);
        }
        QTest::mouseRelease(&plot(), Qt::LeftButton, modifiers, to);
        settle();
    }

    charts::Chart chart;
};

inline std::shared_ptr<charts::Series> line(const QString& name, std::int64_t from, std::int64_t to, std::int64_t every,
                                            std::function<double(double)> value) {
    auto series = std::make_shared<charts::Series>(name);
    for (std::int64_t step = from; step <= to; step += every) series->append({step, double(step) * 2, step * 1000}, value(double(step)));
    return series;
}

}  // namespace anneal::test
