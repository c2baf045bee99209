#include "theme/style/buttons.h"

#include "theme/icons.h"
#include "theme/kind.h"
#include "theme/style/state.h"

namespace anneal::theme::style {
namespace {

constexpr int kGap = 8;

/// How a button of a kind looks in the state of its option.
struct Look {
    Box box;
    QColor ink;
    bool underlined = false;
};

/// `rest` with `share` of `over` laid on it; an invalid colour is no fill.
QColor mixed(const QColor& rest, QColor over, qreal share) {
    if (share <= 0) return rest;
    if (share >= 1) return over;
    if (!rest.isValid()) {
        over.setAlphaF(float(share));
        return over;
    }
    const auto part = [share](float from, float to) { return from + (to - from) * float(share); };
    return QColor::fromRgbF(part(rest.redF(), over.redF()), part(rest.greenF(), over.greenF()), part(rest.blueF(), over.blueF()));
}

QColor filled(const QStyleOption& option, const QColor& rest, qreal hover) {
    return isPressed(option) ? color(Role::pressed) : mixed(rest, color(Role::hover), hover);
}

Look secondaryLook(const QStyleOption& option, Role ink, qreal hover) {
    if (isChecked(option)) return {{color(Role::selection), color(Role::borderControl)}, color(Role::onSelection)};
    return {{filled(option, color(Role::surface), hover), color(Role::borderStrong)}, color(ink)};
}

Look quietLook(const QStyleOption& option, qreal hover) {
    if (isChecked(option)) return {{color(Role::selection), {}}, color(Role::onSelection)};
    return {{filled(option, {}, hover), {}}, color(Role::textSecondary)};
}

Look lookOf(const QStyleOption& option, Kind kind, qreal hover) {
    if (!isEnabled(option)) {
        const bool bare = kind == Kind::quiet || kind == Kind::link;
        return {{bare ? QColor() : color(Role::sunken), {}}, color(Role::textDisabled)};
    }
    switch (kind) {
        case Kind::primary: {
            const auto fill = isPressed(option) ? color(Role::accentPressed) : mixed(color(Role::accent), color(Role::accentHover), hover);
            return {{fill, {}}, color(Role::onAccent)};
        }
        case Kind::secondary: return secondaryLook(option, Role::text, hover);
        case Kind::danger: return secondaryLook(option, Role::dangerText, hover);
        case Kind::quiet: return quietLook(option, hover);
        case Kind::link: return {{}, color(isPressed(option) ? Role::text : Role::accentText), isHovered(option) && !isPressed(option)};
    }
    Q_UNREACHABLE();
}

Look framed(Look look) {
    look.box.radius = px(Radius::control);
    look.box.width = px(Stroke::border);
    return look;
}

/// Icon, text and arrow of a button, placed as one group.
struct Content {
    QIcon icon;
    QString text;
    bool arrow = false;
    bool iconBehind = false;
};

int padding(Kind kind, bool compact) {
    if (kind == Kind::link) return 1;
    return space(compact ? 2 : 3) + 1;
}

int contentWidth(const Content& content, const QFont& font) {
    int width = content.text.isEmpty() ? 0 : textWidth(font, content.text);
    if (!content.icon.isNull()) width += px(Size::icon) + (width > 0 ? kGap : 0);
    if (content.arrow) width += px(Size::icon) + (width > 0 ? kGap : 0);
    return width;
}

void drawContent(QPainter& painter, const QRectF& rect, const Content& content, QFont font, const Look& look, bool enabled) {
    const int icon = px(Size::icon);
    const qreal width = std::min<qreal>(contentWidth(content, font), rect.width());
    qreal left = rect.left() + (rect.width() - width) / 2;
    qreal right = left + width;
    if (!content.icon.isNull()) {
        const qreal at = content.iconBehind ? right - icon : left;
        drawIcon(painter, QRectF(at, rect.top(), icon, rect.height()), content.icon, icon, look.ink, enabled);
        (content.iconBehind ? right : left) += content.iconBehind ? -(icon + kGap) : icon + kGap;
    }
    if (content.arrow) {
        right -= icon;
        drawIcon(painter, QRectF(right, rect.top(), icon, rect.height()), "chevron-down", icon, look.ink);
        right -= kGap;
    }
    font.setUnderline(look.underlined);
    drawText(painter, QRectF(left, rect.top(), right - left, rect.height()), Qt::AlignLeft | Qt::AlignVCenter, content.text, font,
             look.ink);
}

const QFont& labelFont() { return font(TextStyle::body, Weight::medium); }

Content contentOf(const QStyleOptionButton& option) {
    return {option.icon, withoutMnemonic(option.text), bool(option.features & QStyleOptionButton::HasMenu),
            option.direction == Qt::RightToLeft};
}

Content contentOf(const QStyleOptionToolButton& option) {
    const bool text = option.toolButtonStyle != Qt::ToolButtonIconOnly;
    const bool icon = option.toolButtonStyle != Qt::ToolButtonTextOnly;
    // An icon alone says by itself that it opens a menu.
    const bool arrow = text && option.features & QStyleOptionToolButton::HasMenu;
    return {icon ? option.icon : QIcon(), text ? withoutMnemonic(option.text) : QString(), arrow};
}

int height(const QWidget* widget) { return px(isCompact(widget) ? Size::controlCompact : Size::control); }

}  // namespace

void drawPushButton(const QStyleOptionButton& option, QPainter& painter, const QWidget* widget, qreal hover) {
    const auto kind = kindOf(widget, Kind::secondary);
    const auto look = framed(lookOf(option, kind, hover));
    drawBox(painter, option.rect, look.box);
    const int pad = padding(kind, isCompact(widget));
    drawContent(painter, QRectF(option.rect).adjusted(pad, 0, -pad, 0), contentOf(option), labelFont(), look, isEnabled(option));
}

QSize pushButtonSize(const QStyleOptionButton& option, const QWidget* widget) {
    const auto kind = kindOf(widget, Kind::secondary);
    return {contentWidth(contentOf(option), labelFont()) + 2 * padding(kind, isCompact(widget)), height(widget)};
}

void drawToolButton(const QStyleOptionToolButton& option, QPainter& painter, const QWidget* widget, qreal hover) {
    const auto look = framed(lookOf(option, kindOf(widget, Kind::quiet), hover));
    drawBox(painter, option.rect, look.box);
    drawContent(painter, option.rect, contentOf(option), labelFont(), look, isEnabled(option));
}

QSize toolButtonSize(const QStyleOptionToolButton& option, const QWidget* widget) {
    const auto content = contentOf(option);
    const bool bare = content.text.isEmpty() && !content.arrow;
    const int width = contentWidth(content, labelFont()) + 2 * space(2);
    return {bare ? height(widget) : width, height(widget)};
}

}  // namespace anneal::theme::style
