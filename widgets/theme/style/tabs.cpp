#include "theme/style/tabs.h"

#include "theme/focus_ring.h"
#include "theme/icons.h"
#include "theme/style/state.h"

namespace anneal::theme::style {
namespace {

constexpr int kGap = 24;
constexpr int kIconGap = 8;
constexpr int kUnderline = 2;

/// The widest that the label can become, so that choosing a tab moves none.
int labelWidth(const QStyleOptionTab& option) {
    const int icon = option.icon.isNull() ? 0 : px(Size::icon) + kIconGap;
    return icon + textWidth(font(TextStyle::body, Weight::semibold), withoutMnemonic(option.text));
}

}  // namespace

void drawTab(const QStyleOptionTab& option, QPainter& painter) {
    const bool chosen = option.state & QStyle::State_Selected;
    const bool strong = chosen || isHovered(option);
    QRectF rect(option.rect);
    rect.setWidth(labelWidth(option));
    const auto ink = textColor(option, strong ? Role::text : Role::textSecondary);
    QRectF text = rect;
    if (!option.icon.isNull()) {
        const int icon = px(Size::icon);
        drawIcon(painter, QRectF(rect.left(), rect.top(), icon, rect.height()), option.icon, icon, ink, isEnabled(option));
        text.adjust(icon + kIconGap, 0, 0, 0);
    }
    drawText(painter, text, Qt::AlignLeft | Qt::AlignVCenter, withoutMnemonic(option.text),
             font(TextStyle::body, chosen ? Weight::semibold : Weight::medium), ink);
    if (chosen) fillRect(painter, QRectF(rect.left(), rect.bottom() - kUnderline, rect.width(), kUnderline), color(Role::accentText));
}

void drawTabLine(const QStyleOption& option, QPainter& painter) {
    const QRectF rect(option.rect);
    fillRect(painter, QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), color(Role::border));
}

QSize tabSize(const QStyleOptionTab& option) { return {labelWidth(option) + kGap, px(Size::tab)}; }

}  // namespace anneal::theme::style
