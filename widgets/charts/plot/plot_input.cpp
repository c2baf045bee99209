// How mouse and keyboard steer a plot.

#include <cmath>

#include <QAbstractScrollArea>
#include <QAccessible>
#include <QScrollBar>

#include "charts/plot/plot.h"

namespace anneal::charts {
namespace {

constexpr double kZoomStep = 1.25;
constexpr double kKeyZoom = 2;
constexpr double kWheelNotch = 120;
constexpr double kSnapPixels = 5;
constexpr int kLeastBox = 6;
constexpr int kPage = 10;  ///< Page Up and Page Down go a tenth of the view
/// A value axis of less than this share of its values has ticks that one cannot tell apart.
constexpr double kFlattest = 1e-4;

/// Whether a page around the plot would scroll: then the wheel is the page's until the plot has the focus.
bool isOnScrollingPage(const QWidget& widget) {
    for (const auto* parent = widget.parentWidget(); parent; parent = parent->parentWidget())
        if (const auto* area = qobject_cast<const QAbstractScrollArea*>(parent))
            if (area->verticalScrollBar()->maximum() > area->verticalScrollBar()->minimum()) return true;
    return false;
}

}  // namespace

void Plot::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return event->ignore();
    drag_ = event->modifiers() & Qt::ShiftModifier ? Drag::box : Drag::pressed;
    pressed_ = moved_ = event->position();
    event->accept();
}

void Plot::mouseMoveEvent(QMouseEvent* event) {
    const QPointF at = event->position();
    if (drag_ == Drag::pressed && (at - pressed_).manhattanLength() >= QApplication::startDragDistance()) {
        drag_ = Drag::pan;
        moved_ = pressed_;
        setCursor(Qt::ClosedHandCursor);
        cursor_->moveTo({});
    }
    if (drag_ == Drag::pan) panBy(at - std::exchange(moved_, at));
    if (drag_ == Drag::box) {
        moved_ = at;
        refreshTop();
    }
    if (drag_ == Drag::none || drag_ == Drag::pressed) {
        const bool inside = axes().rect().adjusted(-kSnapPixels, 0, kSnapPixels, 0).contains(at);
        cursor_->moveTo(inside ? nearestPoint(scene_, axes().x->pixelToCoord(at.x()), kSnapPixels * perPixel()) : std::nullopt);
    }
}

void Plot::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    const auto drag = std::exchange(drag_, Drag::none);
    unsetCursor();
    if (drag == Drag::box) zoomTo(QRectF(pressed_, event->position()).normalized() & axes().rect());
}

void Plot::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) showAll();
}

void Plot::wheelEvent(QWheelEvent* event) {
    const bool values = event->modifiers() & Qt::ControlModifier;
    if (!hasFocus() && !values && isOnScrollingPage(*this)) return event->ignore();
    const auto turned = event->angleDelta();
    if (turned.x() != 0 && turned.y() == 0) panBy({turned.x() * axes().rect().width() / (kPage * kWheelNotch), 0});
    const double factor = std::pow(kZoomStep, -turned.y() / kWheelNotch);
    if (turned.y() != 0)
        values ? zoomValues(factor, axes().y->pixelToCoord(event->position().y()))
               : view_->zoom(factor, axes().x->pixelToCoord(event->position().x()));
    event->accept();
}

void Plot::leaveEvent(QEvent*) { cursor_->moveTo({}); }

void Plot::keyPressEvent(QKeyEvent* event) {
    const Range x = view_->range();
    const bool fast = event->modifiers() & Qt::ShiftModifier;
    switch (event->key()) {
        case Qt::Key_Left: return event->modifiers() & Qt::ControlModifier ? view_->pan(-x.size() / kPage) : step(fast ? -kPage : -1);
        case Qt::Key_Right: return event->modifiers() & Qt::ControlModifier ? view_->pan(x.size() / kPage) : step(fast ? kPage : 1);
        case Qt::Key_PageUp: return view_->pan(-x.size());
        case Qt::Key_PageDown: return view_->pan(x.size());
        case Qt::Key_Plus:
        case Qt::Key_Equal: return zoomBy(1 / kKeyZoom);
        case Qt::Key_Minus: return zoomBy(kKeyZoom);
        case Qt::Key_0: return showAll();
        case Qt::Key_Home:
            if (const auto* line = longestLine(scene_)) readPoint(line->series->firstAt(scene_.axis, x.low));
            return;
        case Qt::Key_End:
            if (const auto* line = longestLine(scene_)) readPoint(line->series->firstAt(scene_.axis, std::nextafter(x.high, INFINITY)) - 1);
            return;
        case Qt::Key_Escape:
            if (escape()) return;
            break;
        default: break;
    }
    QWidget::keyPressEvent(event);
}

/// Takes back the last layer of what was done: the box, the crosshair, the zoom.
bool Plot::escape() {
    if (drag_ != Drag::none) {
        drag_ = Drag::none;
        unsetCursor();
        refreshTop();
        return true;
    }
    if (cursor_->x()) return cursor_->moveTo({}), true;
    if (isZoomed()) return showAll(), true;
    return false;
}

void Plot::panBy(const QPointF& pixels) {
    const auto& y = *axes().y;
    if (values_) {
        const QRectF plot = axes().rect();
        values_ = {y.pixelToCoord(plot.bottom() - pixels.y()), y.pixelToCoord(plot.top() - pixels.y())};
        refresh();
    }
    view_->pan(-pixels.x() * perPixel());
}

void Plot::zoomValues(double factor, double about) {
    const Range now = axes().yRange();
    const auto scaled = [&](double end) { return axes().isLog() ? about * std::pow(end / about, factor) : about + (end - about) * factor; };
    const Range next{scaled(now.low), scaled(now.high)};
    if (next.size() < kFlattest * std::max(std::abs(next.low), std::abs(next.high))) return;
    values_ = next;
    refresh();
    Q_EMIT viewChanged();
}

void Plot::zoomTo(const QRectF& box) {
    if (box.width() < kLeastBox || box.height() < kLeastBox) return refreshTop();
    values_ = {axes().y->pixelToCoord(box.bottom()), axes().y->pixelToCoord(box.top())};
    view_->show({axes().x->pixelToCoord(box.left()), axes().x->pixelToCoord(box.right())});
}

/// To the next point along the longest line that is at least a pixel away.
void Plot::step(int points) {
    const auto* line = longestLine(scene_);
    if (!line) return;
    const auto& series = *line->series;
    const Range view = view_->range();
    if (!cursor_->x() || !view.holds(*cursor_->x())) return readPoint(series.nearest(scene_.axis, points > 0 ? view.low : view.high));
    std::size_t point = series.nearest(scene_.axis, *cursor_->x());
    for (int left = std::abs(points); left > 0; --left) {
        const double x = series.x(scene_.axis, point);
        if (points > 0) {
            const std::size_t next = std::max(point + 1, series.firstAt(scene_.axis, x + perPixel()));
            if (next >= series.size()) break;
            point = next;
        } else {
            if (point == 0) break;
            const std::size_t next = series.firstAt(scene_.axis, std::nextafter(x - perPixel(), INFINITY));
            point = std::min(point - 1, next > 0 ? next - 1 : 0);
        }
    }
    readPoint(point);
}

void Plot::readPoint(std::size_t point) {
    const auto* line = longestLine(scene_);
    point = std::min(point, line->series->size() - 1);
    const double x = line->series->x(scene_.axis, point);
    const Range view = view_->range();
    if (!view.holds(x)) view_->pan(x < view.low ? x - view.low : x - view.high);
    cursor_->moveTo(x);
    QAccessibleValueChangeEvent spoken(this, {});
    QAccessible::updateAccessibility(&spoken);
}

}  // namespace anneal::charts
