#include "charts/plot/canvas.h"

#include "theme/paint.h"

using namespace Qt::StringLiterals;

namespace anneal::charts {
namespace {

/// What is drawn by a function, on a layer.
class Drawing : public QCPLayerable {
public:
    Drawing(QCustomPlot* plot, const QString& layer, std::function<void(QPainter&)> paint)
        : QCPLayerable(plot, layer), paint_(std::move(paint)) {}

protected:
    /// QCPPainter's own antialiasing moves everything by half a pixel.
    void applyDefaultAntialiasingHint(QCPPainter*) const override {}
    void draw(QCPPainter* painter) override {
        const theme::Painting painting(*painter);
        paint_(*painter);
    }

private:
    std::function<void(QPainter&)> paint_;
};

}  // namespace

Canvas::Canvas(QWidget* parent) : QCustomPlot(parent) {
    // The axes reckon; what one sees of them is drawn here, on whole device pixels.
    for (auto* axis : axisRect()->axes()) {
        axis->setVisible(false);
        axis->setTicks(false);
        axis->setTickLabels(false);
        axis->grid()->setVisible(false);
    }
    axisRect()->setAutoMargins(QCP::msNone);
    setPlottingHints(QCP::phImmediateRefresh);
    add(Layer::grid, [this](QPainter& painter) { drawGrid(painter, axes(), frame_); });
    add(Layer::words, [this](QPainter& painter) { drawAxes(painter, axes(), frame_, viewport()); });
    const auto ground = [this] { setBackground(QBrush(theme::color(theme::Role::chartBg))); };
    ground();
    connect(&theme::Theme::current(), &theme::Theme::changed, this, [this, ground] {
        ground();
        refresh();
    });
}

void Canvas::refresh() { replot(rpQueuedReplot); }

void Canvas::refreshTop() {
    if (!mReplotQueued) layer(u"overlay"_s)->replot();
}

void Canvas::drawInto(QCPPainter& painter, const QSize& size) { toPainter(&painter, size.width(), size.height()); }

void Canvas::add(Layer layer, std::function<void(QPainter&)> draw) {
    static const std::array names{u"background"_s, u"grid"_s, u"main"_s, u"axes"_s, u"overlay"_s};
    new Drawing(this, names[std::size_t(layer)], std::move(draw));
}

void Canvas::setRanges(const Range& x, const Range& y, Scale scale) {
    yAxis->setScaleType(scale == Scale::log ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    xAxis->setRange(x.low, x.high);
    yAxis->setRange(y.low, y.high);
}

void Canvas::setFrame(Frame frame, const QMargins& least) {
    frame_ = std::move(frame);
    axisRect()->setMargins(
        {std::max(least.left(), leftMargin(frame_)), least.top(), least.right(), std::max(least.bottom(), bottomMargin())});
}

void Canvas::paintEvent(QPaintEvent* event) {
    // Another display, for which all is drawn again.
    if (!qFuzzyCompare(devicePixelRatioF(), bufferDevicePixelRatio())) return QCustomPlot::paintEvent(event);
    QCPPainter painter(this);
    // The buffers serve the display that the window is on; a picture may be of another scale.
    mReplotQueued || !qFuzzyCompare(deviceScale(painter), bufferDevicePixelRatio()) ? drawInto(painter, size()) : drawBuffers(painter);
}

/// As QCustomPlot does, but for a top layer with nothing on it: to blend that costs as much as the others.
void Canvas::drawBuffers(QCPPainter& painter) {
    painter.fillRect(viewport(), theme::color(theme::Role::chartBg));
    const auto shown = hasTop() ? mPaintBuffers.size() : mPaintBuffers.size() - 1;
    for (qsizetype i = 0; i < shown; ++i) mPaintBuffers[i]->draw(&painter);
}

void Canvas::updateLayout() {
    prepare();
    QCustomPlot::updateLayout();
}

}  // namespace anneal::charts
