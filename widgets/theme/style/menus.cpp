#include "theme/style/menus.h"

#include <cmath>

#include "theme/icons.h"
#include "theme/style/state.h"

namespace anneal::theme::style {
namespace {

constexpr int kPadding = 8;
constexpr int kShortcutGap = 24;
constexpr int kSeparator = 9;

int markColumn(const QStyleOptionMenuItem& option) {
    const bool marked = option.maxIconWidth > 0 || option.menuHasCheckableItems;
    return marked ? px(Size::icon) + kPadding : 0;
}

/// Qt joins a text and its shortcut with a tab.
QString textOf(const QStyleOptionMenuItem& option) { return withoutMnemonic(option.text.section(u'\t', 0, 0)); }
QString shortcutOf(const QStyleOptionMenuItem& option) { return option.text.section(u'\t', 1); }

}  // namespace

void drawFloating(const QStyleOption& option, QPainter& painter) {
    drawBox(painter, option.rect, {color(Role::overlay), color(Role::borderControl), qreal(px(Radius::control)), px(Stroke::border)});
}

void drawMenuItem(const QStyleOptionMenuItem& option, QPainter& painter) {
    QRectF rect(option.rect);
    if (option.menuItemType == QStyleOptionMenuItem::Separator) {
        fillRect(painter, QRectF(rect.left(), std::floor(rect.center().y()), rect.width(), 1), color(Role::border));
        return;
    }
    const bool active = isEnabled(option) && option.state & QStyle::State_Selected;
    if (active) drawBox(painter, rect.adjusted(kMenuMargin, 0, -kMenuMargin, 0), {color(Role::selection), {}, qreal(px(Radius::chip))});
    rect.adjust(kMenuMargin + kPadding, 0, -kMenuMargin - kPadding, 0);

    const int icon = px(Size::icon);
    const auto ink = active ? color(Role::onSelection) : textColor(option);
    const auto grey = active ? color(Role::onSelection) : textColor(option, Role::textSecondary);
    const QRectF mark(rect.left(), rect.top(), icon, rect.height());
    if (option.checkType != QStyleOptionMenuItem::NotCheckable && option.checked)
        drawIcon(painter, mark, "check", icon, active ? ink : textColor(option, Role::accentText));
    else if (!option.icon.isNull())
        drawIcon(painter, mark, option.icon, icon, grey, isEnabled(option));
    rect.adjust(markColumn(option), 0, 0, 0);

    if (option.menuItemType == QStyleOptionMenuItem::SubMenu)
        drawIcon(painter, QRectF(rect.right() - icon, rect.top(), icon, rect.height()), "chevron-right", icon, ink);
    else
        drawText(painter, rect, Qt::AlignRight | Qt::AlignVCenter, shortcutOf(option), font(TextStyle::caption), grey);
    drawText(painter, rect, Qt::AlignLeft | Qt::AlignVCenter, textOf(option), font(TextStyle::body), ink);
}

QSize menuItemSize(const QStyleOptionMenuItem& option) {
    // Not 0 wide: Qt leaves out what is empty.
    if (option.menuItemType == QStyleOptionMenuItem::Separator) return {1, kSeparator};
    int width = 2 * (kMenuMargin + kPadding) + markColumn(option) + textWidth(font(TextStyle::body), textOf(option));
    if (const auto shortcut = shortcutOf(option); !shortcut.isEmpty())
        width += kShortcutGap + textWidth(font(TextStyle::caption), shortcut);
    if (option.menuItemType == QStyleOptionMenuItem::SubMenu) width += kPadding + px(Size::icon);
    return {width, px(Size::controlCompact)};
}

}  // namespace anneal::theme::style
