#include "theme/focus_ring.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QKeyEvent>
#include <QVariant>

namespace anneal::theme {
namespace {

constexpr auto kOwnFocus = "ownFocus";

bool keyboard_ = false;

bool showsItsOwn(const QWidget* widget) {
    return qobject_cast<const QAbstractItemView*>(widget) || widget->property(kOwnFocus).toBool() || widget->isWindow();
}

bool isModifier(int key) {
    return key == Qt::Key_Shift || key == Qt::Key_Control || key == Qt::Key_Alt || key == Qt::Key_Meta || key == Qt::Key_AltGr;
}

}  // namespace

FocusRing::FocusRing() {
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* focused) { follow(focused); });
}

FocusRing::~FocusRing() { delete frame_; }

bool FocusRing::eventFilter(QObject* object, QEvent* event) {
    switch (event->type()) {
        case QEvent::KeyPress:
            if (!keyboard_ && !isModifier(static_cast<QKeyEvent*>(event)->key())) {
                keyboard_ = true;
                follow(QApplication::focusWidget());
            }
            break;
        case QEvent::MouseButtonPress:
        case QEvent::TouchBegin:
            if (keyboard_ && object->isWidgetType()) {
                keyboard_ = false;
                follow(nullptr);
            }
            break;
        default: break;
    }
    return false;
}

void FocusRing::follow(QWidget* focused) {
    const bool shown = keyboard_ && focused && !showsItsOwn(focused);
    if (!shown) {
        if (frame_) frame_->setWidget(nullptr);
        return;
    }
    // The frame becomes a child of the focused widget's window and dies with it.
    if (!frame_) frame_ = new QFocusFrame;
    frame_->setWidget(focused);
}

bool keyboardSteers() { return keyboard_; }

void setOwnFocus(QWidget& widget) { widget.setProperty(kOwnFocus, true); }

}  // namespace anneal::theme
