#include "theme/style/bars.h"

#include <cmath>

#include "theme/style/state.h"

namespace anneal::theme::style {
namespace {

constexpr int kThumbInset = 3;
constexpr int kShortestThumb = 32;
constexpr int kTrack = kProgressHeight;

bool isHorizontal(const QStyleOptionSlider& option) { return option.orientation == Qt::Horizontal; }

/// Where a handle of `length` begins along `extent`.
int handleAt(const QStyleOptionSlider& option, int extent, int length) {
    return QStyle::sliderPositionFromValue(option.minimum, option.maximum, option.sliderPosition, extent - length, option.upsideDown);
}

}  // namespace

void drawScrollBar(const QStyleOptionSlider& option, QPainter& painter) {
    if (option.maximum <= option.minimum) return;
    const QRectF thumb = scrollBarPart(option, QStyle::SC_ScrollBarSlider);
    const bool held = option.activeSubControls & QStyle::SC_ScrollBarSlider && option.state & QStyle::State_Sunken;
    const bool strong = held || (isHovered(option) && option.activeSubControls & QStyle::SC_ScrollBarSlider);
    const QRectF shape = thumb.adjusted(kThumbInset, kThumbInset, -kThumbInset, -kThumbInset);
    drawBox(painter, shape, {color(strong ? Role::borderControl : Role::borderStrong), {}, std::min(shape.width(), shape.height()) / 2});
}

QRect scrollBarPart(const QStyleOptionSlider& option, QStyle::SubControl part) {
    const auto rect = option.rect;
    const bool horizontal = isHorizontal(option);
    const int extent = horizontal ? rect.width() : rect.height();
    const qint64 range = qint64(option.maximum) - option.minimum;
    const int wanted = range > 0 ? int(qint64(extent) * option.pageStep / (range + option.pageStep)) : extent;
    const int length = std::clamp(wanted, std::min(kShortestThumb, extent), extent);
    const int at = handleAt(option, extent, length);
    const auto slice = [&](int from, int to) {
        return horizontal ? QRect(rect.left() + from, rect.top(), to - from, rect.height())
                          : QRect(rect.left(), rect.top() + from, rect.width(), to - from);
    };
    switch (part) {
        case QStyle::SC_ScrollBarSlider: return slice(at, at + length);
        case QStyle::SC_ScrollBarSubPage: return slice(0, at);
        case QStyle::SC_ScrollBarAddPage: return slice(at + length, extent);
        case QStyle::SC_ScrollBarGroove: return rect;
        default: return {};
    }
}

void drawSlider(const QStyleOptionSlider& option, QPainter& painter) {
    const QRectF groove = sliderPart(option, QStyle::SC_SliderGroove);
    const QRectF handle = sliderPart(option, QStyle::SC_SliderHandle);
    const qreal radius = kTrack / 2.0;
    drawBox(painter, groove, {color(Role::sunken), color(Role::border), radius});
    QRectF filled = groove;
    if (!isHorizontal(option))
        option.upsideDown ? filled.setTop(handle.center().y()) : filled.setBottom(handle.center().y());
    else
        option.upsideDown ? filled.setLeft(handle.center().x()) : filled.setRight(handle.center().x());
    drawBox(painter, filled, {color(isEnabled(option) ? Role::accent : Role::borderStrong), {}, radius});
    const auto ring = isEnabled(option) ? Role::accentText : Role::borderStrong;
    const bool active = isEnabled(option) && option.activeSubControls & QStyle::SC_SliderHandle;
    drawBox(painter, handle, {color(active ? Role::hover : Role::surface), color(ring), kSliderHandle / 2.0, 2});
}

QRect sliderPart(const QStyleOptionSlider& option, QStyle::SubControl part) {
    const auto rect = option.rect;
    const bool horizontal = isHorizontal(option);
    const int at = handleAt(option, horizontal ? rect.width() : rect.height(), kSliderHandle);
    if (part == QStyle::SC_SliderGroove)
        return horizontal ? QRect(rect.left(), rect.center().y() - kTrack / 2 + 1, rect.width(), kTrack)
                          : QRect(rect.center().x() - kTrack / 2 + 1, rect.top(), kTrack, rect.height());
    if (part == QStyle::SC_SliderHandle)
        return horizontal ? QRect(rect.left() + at, rect.center().y() - kSliderHandle / 2 + 1, kSliderHandle, kSliderHandle)
                          : QRect(rect.center().x() - kSliderHandle / 2 + 1, rect.top() + at, kSliderHandle, kSliderHandle);
    return rect;
}

void drawProgress(const QStyleOptionProgressBar& option, QPainter& painter) {
    QRectF track(option.rect);
    track.setHeight(kTrack);
    track.moveCenter(QRectF(option.rect).center());
    track = snapped(painter, track);
    const qreal radius = kTrack / 2.0;
    drawBox(painter, track, {color(Role::sunken), color(Role::border), radius});
    const qint64 range = qint64(option.maximum) - option.minimum;
    if (range <= 0 || option.progress <= option.minimum) return;
    const qreal share = qreal(qint64(option.progress) - option.minimum) / qreal(range);
    QRectF done = track;
    done.setWidth(std::max<qreal>(kTrack, share * track.width()));
    drawBox(painter, done, {color(isEnabled(option) ? Role::accent : Role::borderControl), {}, radius});
}

void drawSplitter(const QStyleOption& option, QPainter& painter) {
    const QRectF rect(option.rect);
    const bool vertical = rect.height() > rect.width();
    const auto line = color(isHovered(option) || isPressed(option) ? Role::accent : Role::border);
    fillRect(painter,
             vertical ? QRectF(std::floor(rect.center().x()), rect.top(), 1, rect.height())
                      : QRectF(rect.left(), std::floor(rect.center().y()), rect.width(), 1),
             line);
}

}  // namespace anneal::theme::style
