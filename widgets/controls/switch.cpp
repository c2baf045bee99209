#include "controls/switch.h"

#include <QStyleOptionButton>

#include "theme/paint.h"
#include "theme/style/marks.h"
#include "theme/style/state.h"

namespace anneal::controls {

Switch::Switch(const QString& text, QWidget* parent) : QCheckBox(text, parent) {
    knob_.setStartValue(0.0);
    knob_.setEndValue(1.0);
    knob_.setEasingCurve(theme::easing());
    connect(&knob_, &QVariantAnimation::valueChanged, this, qOverload<>(&QWidget::update));
    connect(this, &QCheckBox::toggled, this, [this](bool on) {
        knob_.setDuration(isVisible() ? theme::duration(theme::Motion::stateMs) : 0);
        knob_.setDirection(on ? QAbstractAnimation::Forward : QAbstractAnimation::Backward);
        knob_.start();
    });
}

QSize Switch::sizeHint() const {
    const int words = text().isEmpty() ? 0 : theme::space(2) + theme::textWidth(font(), text());
    return {theme::px(theme::Size::switchW) + words, theme::px(theme::Size::hitMin)};
}

void Switch::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    const int width = theme::px(theme::Size::switchW), tall = theme::px(theme::Size::switchH);
    option.rect = QRect(0, (height() - tall) / 2, width, tall);
    const bool moving = knob_.state() == QAbstractAnimation::Running;
    theme::style::drawSwitch(option, painter, moving ? knob_.currentValue().toReal() : isChecked() ? 1 : 0);
    option.rect = rect().adjusted(width + theme::space(2), 0, 0, 0);
    theme::style::drawMarkLabel(option, painter);
}

}  // namespace anneal::controls
