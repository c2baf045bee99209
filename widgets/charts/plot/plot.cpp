#include "charts/plot/plot.h"

#include <QAccessible>
#include <QPaintEngine>

#include "charts/plot/crosshair.h"
#include "charts/plot/marks.h"
#include "charts/plot/raster_lines.h"
#include "charts/plot/vector_lines.h"
#include "controls/numbers.h"
#include "theme/paint.h"

using namespace Qt::StringLiterals;

namespace anneal::charts {
namespace {

using theme::Role;

constexpr QMargins kFullMargins(40, 8, 12, 0);
constexpr QMargins kSmallMargins(36, 8, 6, 0);
constexpr int kFullTickApart = 80;
constexpr int kSmallTickApart = 54;
constexpr float kBoxOpacity = 0.35f;

/// What a log axis cannot show.
QString leftOutText(const Scene& scene, const Range& x) {
    const auto count = scene.scale == Scale::log ? scene.leftOut(x) : 0;
    return count > 0 ? Plot::tr("Not shown: %1 at or below 0").arg(controls::formatCount(std::int64_t(count))) : QString();
}

std::vector<Tick> ticksOf(const Scene& scene, const Range& y, int height) {
    const auto all = std::ranges::find(scene.references, Reference::Kind::capacity, &Reference::kind);
    const bool shows = all != scene.references.end() && scene.scale == Scale::linear && y.low == 0 && y.high >= all->value;
    return shows ? shareTicks(all->value, height, scene.unit) : valueTicks(y, height, scene.unit, scene.scale);
}

void drawLeftOut(QPainter& painter, const Axes& axes, const Scene& scene) {
    const auto text = leftOutText(scene, axes.xRange());
    if (text.isEmpty()) return;
    const int width = theme::textWidth(theme::font(theme::TextStyle::caption), text) + theme::space(2);
    const QRectF box(axes.rect().left() + theme::space(2), axes.rect().top(), width, theme::lineHeight(theme::TextStyle::caption));
    drawNote(painter, box, text, Role::warningText);
}

}  // namespace

Plot::Plot(Scene& scene, Size size, QWidget* parent) : Canvas(parent), scene_(scene), size_(size) {
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setObjectName(u"plot"_s);
    if (size_ == Size::full) add(Layer::ground, [this](QPainter& painter) { drawFuture(painter, axes(), scene_); });
    add(Layer::lines, [this](QPainter& painter) { drawLines(painter); });
    add(Layer::words, [this](QPainter& painter) {
        drawReferences(painter, axes(), scene_);
        drawMarkers(painter, axes(), scene_);
        drawLeftOut(painter, axes(), scene_);
    });
    add(Layer::top, [this](QPainter& painter) { drawTop(painter); });
    share(std::make_shared<Cursor>());
    share(std::make_shared<View>());
}

Plot::~Plot() { view_->forget(this); }

void Plot::share(std::shared_ptr<Cursor> cursor) {
    if (cursor_) cursor_->disconnect(this);
    cursor_ = std::move(cursor);
    connect(cursor_.get(), &Cursor::moved, this, [this] {
        read();
        refreshTop();
    });
    connect(cursor_.get(), &Cursor::axisChanged, this, &Plot::takeAxis);
    takeAxis();
}

void Plot::share(std::shared_ptr<View> view) {
    if (view_) {
        view_->disconnect(this);
        view_->forget(this);
    }
    view_ = std::move(view);
    connect(view_.get(), &View::changed, this, [this] {
        refresh();
        Q_EMIT viewChanged();
    });
    sceneChanged();
}

void Plot::sceneChanged() {
    if (const auto extent = scene_.extent())
        view_->setExtent(this, *extent, scene_.newest().value_or(extent->high));
    else
        view_->forget(this);
    refresh();
}

void Plot::prepare() {
    const auto& margins = size_ == Size::small ? kSmallMargins : kFullMargins;
    const int height = viewport().height() - margins.top() - bottomMargin();
    const int width = viewport().width() - margins.left() - margins.right();
    const Range x = view_->range();
    const Range y = values_.value_or(scene_.values(x));
    setRanges(x, y, scene_.scale);
    setFrame({xTicks(scene_.axis, x, width, size_ == Size::small ? kSmallTickApart : kFullTickApart, scene_.interval),
              ticksOf(scene_, y, height), size_ == Size::full},
             margins);
    read();
}

void Plot::read() {
    const auto x = cursor_->x();
    const bool shown = x && !scene_.isEmpty() && axes().xRange().holds(*x);
    if (!shown && reading_.isEmpty()) return;
    reading_ = shown ? readAt(scene_, *x, perPixel() / 2) : Reading();
    Q_EMIT readingChanged();
}

QString Plot::summary() {
    const auto leftOut = leftOutText(scene_, view_->range());
    return leftOut.isEmpty() ? describe(scene_) : u"%1 %2."_s.arg(describe(scene_), leftOut);
}

void Plot::drawLines(QPainter& painter) {
    const bool raster = painter.paintEngine()->type() == QPaintEngine::Raster;
    raster ? drawRasterLines(painter, axes(), scene_, image_) : drawVectorLines(painter, axes(), scene_);
}

QRectF Plot::boxRect() const {
    const bool shown = !reading_.isEmpty() && size_ == Size::full && drag_ != Drag::box;
    return shown ? valueBoxRect(axes(), scene_, *cursor_->x(), reading_) : QRectF();
}

void Plot::drawTop(QPainter& painter) {
    if (!reading_.isEmpty()) {
        drawCrosshair(painter, axes(), scene_, *cursor_->x(), reading_);
        if (!boxRect().isNull()) drawValueBox(painter, axes(), scene_, *cursor_->x(), reading_);
    }
    if (drag_ != Drag::box) return;
    auto fill = theme::color(Role::accentSubtle);
    fill.setAlphaF(kBoxOpacity);
    theme::drawBox(painter, QRectF(pressed_, moved_).normalized() & axes().rect(), {fill, theme::color(Role::accent)});
}

void Plot::showAll() {
    values_.reset();
    view_->showAll();
}

void Plot::resetValues() {
    values_.reset();
    refresh();
    Q_EMIT viewChanged();
}

void Plot::zoomBy(double factor) {
    const Range x = view_->range();
    view_->zoom(factor, cursor_->x() && x.holds(*cursor_->x()) ? *cursor_->x() : (x.low + x.high) / 2);
}

void Plot::setAxis(XAxis axis) {
    const auto* line = longestLine(scene_);
    std::optional<double> x = cursor_->x();
    if (x && line) x = line->series->place(line->series->nearest(scene_.axis, *x)).along(axis);
    cursor_->setAxis(axis, x);
}

/// What was seen stays in sight along the other axis.
void Plot::takeAxis() {
    const XAxis before = std::exchange(scene_.axis, cursor_->axis());
    if (!view_ || before == scene_.axis) return;
    view_->convert(scene_.axis, [&](double x) {
        const auto* line = longestLine(scene_);
        return line ? line->series->place(line->series->nearest(before, x)).along(scene_.axis) : x;
    });
    sceneChanged();
    Q_EMIT axisChanged(scene_.axis);
}

QSize Plot::sizeHint() const { return size_ == Size::small ? QSize(200, 110) : QSize(560, 260); }
QSize Plot::minimumSizeHint() const { return size_ == Size::small ? QSize(120, 72) : QSize(240, 120); }

}  // namespace anneal::charts
