#include "controls/chip.h"

#include <cmath>

#include "theme/icons.h"
#include "theme/paint.h"

namespace anneal::controls {
namespace {

using theme::Role;

constexpr int kPadding = 6;
constexpr int kDot = 6;
constexpr int kDotGap = 5;
constexpr int kIcon = 12;
constexpr int kIconGap = 4;

const QFont& chipFont() { return theme::font(theme::TextStyle::caption, theme::Weight::medium); }

struct Colors {
    theme::Box box;
    QColor ink;
};

Colors colorsOf(const ChipLook& look) {
    const qreal radius = theme::px(theme::Radius::chip);
    switch (look.shape) {
        case ChipLook::Shape::solid: return {{theme::color(fillRole(look.tone)), {}, radius}, theme::color(Role::onAccent)};
        case ChipLook::Shape::outline:
            return {{theme::color(Role::surface), theme::color(Role::borderStrong), radius}, theme::color(textRole(look.tone))};
        case ChipLook::Shape::subtle: break;
    }
    return {{theme::color(subtleRole(look.tone)), {}, radius}, theme::color(textRole(look.tone))};
}

int markWidth(const ChipLook& look) {
    if (look.dot) return kDot + kDotGap;
    return look.icon.empty() ? 0 : kIcon + kIconGap;
}

}  // namespace

int chipWidth(const ChipLook& look) { return 2 * kPadding + markWidth(look) + theme::textWidth(chipFont(), look.text); }

int drawChip(QPainter& painter, const QRectF& rect, const ChipLook& look) {
    const int width = std::min(chipWidth(look), int(rect.width()));
    const int height = theme::px(theme::Size::chip);
    const QRectF chip(rect.left(), rect.top() + std::floor((rect.height() - height) / 2), width, height);
    const auto [box, ink] = colorsOf(look);
    theme::drawBox(painter, chip, box);
    QRectF content = chip.adjusted(kPadding, 0, -kPadding, 0);
    if (look.dot) {
        const QRectF dot(content.left(), content.center().y() - kDot / 2.0, kDot, kDot);
        theme::drawBox(painter, dot, {ink, {}, kDot / 2.0});
    } else if (!look.icon.empty()) {
        theme::drawIcon(painter, QRectF(content.left(), content.top(), kIcon, content.height()), look.icon, kIcon, ink);
    }
    content.adjust(markWidth(look), 0, 0, 0);
    theme::drawText(painter, content, Qt::AlignLeft | Qt::AlignVCenter, look.text, chipFont(), ink);
    return width;
}

Chip::Chip(ChipLook look, QWidget* parent) : QLabel(parent) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setLook(std::move(look));
}

void Chip::setLook(ChipLook look) {
    look_ = std::move(look);
    setText(look_.text);
    updateGeometry();
    update();
}

QSize Chip::sizeHint() const { return {chipWidth(look_), theme::px(theme::Size::chip)}; }

void Chip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    drawChip(painter, rect(), look_);
}

}  // namespace anneal::controls
