#include "theme/hover_fade.h"

#include <QEvent>
#include <QWidget>

#include "theme/theme.h"

namespace anneal::theme {

void HoverFade::watch(QWidget* button) { button->installEventFilter(this); }

qreal HoverFade::share(const QWidget* button, bool hovered) const {
    const auto found = running_.find(button);
    return found == running_.end() ? (hovered ? 1 : 0) : found->second->currentValue().toReal();
}

bool HoverFade::eventFilter(QObject* object, QEvent* event) {
    if (event->type() == QEvent::HoverEnter || event->type() == QEvent::HoverLeave)
        fade(static_cast<QWidget*>(object), event->type() == QEvent::HoverEnter);
    return false;
}

void HoverFade::fade(QWidget* button, bool in) {
    const int time = duration(Motion::hoverMs);
    if (time == 0) return;
    auto& animation = running_[button];
    if (!animation) {
        animation = new QVariantAnimation(button);
        animation->setStartValue(0.0);
        animation->setEndValue(1.0);
        animation->setEasingCurve(easing());
        connect(animation, &QVariantAnimation::valueChanged, button, qOverload<>(&QWidget::update));
        // It goes with its button or when it has arrived, whichever is first.
        connect(animation, &QVariantAnimation::finished, animation, &QObject::deleteLater);
        connect(animation, &QObject::destroyed, this, [this, button] { running_.erase(button); });
    }
    animation->setDuration(time);
    animation->setDirection(in ? QAbstractAnimation::Forward : QAbstractAnimation::Backward);
    if (animation->state() != QAbstractAnimation::Running) animation->start();
}

}  // namespace anneal::theme
