#include "theme/style/marks.h"

#include "theme/icons.h"
#include "theme/style/state.h"

namespace anneal::theme::style {
namespace {

constexpr int kLabelGap = 8;
constexpr int kTick = 12;
constexpr qreal kRadioDot = 6;
constexpr qreal kKnob = 12;

bool isOn(const QStyleOption& option) { return option.state & (QStyle::State_On | QStyle::State_NoChange); }

Box markBox(const QStyleOption& option, qreal radius) {
    if (!isEnabled(option)) return {color(Role::sunken), color(Role::borderStrong), radius};
    if (!isOn(option)) return {laid(option, color(Role::surface)), color(Role::borderControl), radius};
    const auto fill = isPressed(option) ? Role::accentPressed : isHovered(option) ? Role::accentHover : Role::accent;
    return {color(fill), {}, radius};
}

QColor inkOn(const QStyleOption& option) { return color(isEnabled(option) ? Role::onAccent : Role::textDisabled); }

void drawDot(QPainter& painter, const QPointF& centre, qreal diameter, const QColor& fill) {
    const Painting painting(painter);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawEllipse(centre, diameter / 2, diameter / 2);
}

}  // namespace

void drawCheck(const QStyleOption& option, QPainter& painter) {
    const QRectF square = snapped(painter, option.rect);
    drawBox(painter, square, markBox(option, px(Radius::chip)));
    if (option.state & QStyle::State_NoChange)
        fillRect(painter, QRectF(square.center() - QPointF(4, 1), QSizeF(8, 2)), inkOn(option));
    else if (isOn(option))
        drawIcon(painter, square, "check", kTick, inkOn(option));
}

void drawRadio(const QStyleOption& option, QPainter& painter) {
    const QRectF square = snapped(painter, option.rect);
    drawBox(painter, square, markBox(option, square.width() / 2));
    if (isOn(option)) drawDot(painter, square.center(), kRadioDot, inkOn(option));
}

void drawSwitch(const QStyleOption& option, QPainter& painter, qreal position) {
    const QRectF track = snapped(painter, option.rect);
    const bool enabled = isEnabled(option);
    const auto off = color(enabled ? Role::borderControl : Role::borderStrong);
    const auto on = color(!enabled ? Role::borderStrong : isHovered(option) ? Role::accentHover : Role::accent);
    drawBox(painter, track, {position > 0.5 ? on : off, {}, track.height() / 2});
    const qreal inset = track.height() / 2;
    const qreal x = track.left() + inset + position * (track.width() - 2 * inset);
    drawDot(painter, {x, track.center().y()}, kKnob, color(position > 0.5 ? Role::onAccent : Role::surface));
}

void drawMarkLabel(const QStyleOptionButton& option, QPainter& painter) {
    drawText(painter, option.rect, Qt::AlignLeft | Qt::AlignVCenter, withoutMnemonic(option.text), font(TextStyle::body),
             textColor(option));
}

QSize markedSize(const QStyleOptionButton& option) {
    const int mark = px(Size::checkbox);
    const int text = option.text.isEmpty() ? 0 : kLabelGap + textWidth(font(TextStyle::body), withoutMnemonic(option.text));
    return {mark + text, px(Size::hitMin)};
}

}  // namespace anneal::theme::style
