#include "controls/icon_label.h"

#include <QPainter>

#include "theme/icons.h"

namespace anneal::controls {

IconLabel::IconLabel(std::string_view icon, theme::Role role, int size, QWidget* parent)
    : QWidget(parent), icon_(icon), role_(role), size_(size) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void IconLabel::setIcon(std::string_view icon, theme::Role role) {
    icon_ = icon;
    role_ = role;
    update();
}

void IconLabel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    theme::drawIcon(painter, rect(), icon_, size_, theme::color(isEnabled() ? role_ : theme::Role::textDisabled));
}

}  // namespace anneal::controls
