#include "shell/layers.h"

#include <QApplication>
#include <QKeyEvent>

#include "shell/focus_within.h"
#include "theme/kind.h"
#include "theme/paint.h"

namespace anneal::shell {
namespace {

constexpr int kMargin = 8;  // to the window's edges

}  // namespace

Layer::Layer(QWidget* parent) : QFrame(parent) {
    theme::setGround(*this, theme::Role::overlay);
    setFocusPolicy(Qt::ClickFocus);
    hide();
}

bool Layer::focusNextPrevChild(bool next) { return moveFocusWithin(*this, next); }

void Layer::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    theme::drawBox(painter, rect(),
                   {theme::color(theme::Role::overlay), theme::color(theme::Role::borderControl), qreal(theme::px(theme::Radius::card))});
}

Layers::Layers(QWidget& window) : QObject(&window), window_(window) { qApp->installEventFilter(this); }

void Layers::open(Layer& layer, Place place, QWidget* opener) {
    if (isOpen(layer)) return;
    layer.setParent(&window_);
    open_.append({&layer, std::move(place), opener, window_.focusWidget()});
    this->place();
    layer.show();
    layer.raise();
    if (auto* first = layer.firstFocus())
        first->setFocus(Qt::PopupFocusReason);
    else
        layer.setFocus(Qt::PopupFocusReason);
    Q_EMIT opened(&layer);
}

void Layers::close(Layer& layer) {
    const auto found = std::ranges::find(open_, &layer, [](const Open& each) { return each.layer.data(); });
    if (found == open_.end()) return;
    const auto closing = *found;
    const bool hadFocus = layer.isAncestorOf(window_.focusWidget()) || window_.focusWidget() == &layer;
    open_.erase(found);
    // Never left on what is hidden, where keys would go to nobody.
    if (hadFocus) (closing.focusBefore ? *closing.focusBefore : window_).setFocus(Qt::PopupFocusReason);
    layer.hide();
    Q_EMIT closed(&layer);
}

bool Layers::isOpen(const Layer& layer) const {
    return std::ranges::any_of(open_, [&](const Open& each) { return each.layer == &layer; });
}

void Layers::place() {
    open_.removeIf([](const Open& each) { return !each.layer; });
    for (const auto& each : open_)
        each.layer->setGeometry(
            each.place(window_.rect(), each.layer->sizeHint()).intersected(window_.rect().adjusted(kMargin, kMargin, -kMargin, -kMargin)));
}

Layers::Place Layers::below(QWidget& anchor, Qt::Alignment side) {
    return [anchor = QPointer(&anchor), side](const QRect& window, const QSize& hint) {
        if (!anchor) return QRect(window.topLeft(), hint);
        const QPoint corner = anchor->mapTo(anchor->window(), QPoint(0, anchor->height() + theme::space(3)));
        const int left = side & Qt::AlignRight ? corner.x() + anchor->width() - hint.width() : corner.x();
        return QRect(QPoint(std::clamp(left, kMargin, std::max(kMargin, window.width() - hint.width() - kMargin)), corner.y()), hint);
    };
}

Layers::Place Layers::centred(int top) {
    return [top](const QRect& window, const QSize& hint) {
        const int fitting = std::min(top, std::max(kMargin, window.height() - hint.height() - kMargin));
        return QRect(QPoint((window.width() - hint.width()) / 2, fitting), hint);
    };
}

bool Layers::eventFilter(QObject* object, QEvent* event) {
    // Once what the layers hang on has its new place.
    if (object == &window_ && event->type() == QEvent::Resize) QMetaObject::invokeMethod(this, &Layers::place, Qt::QueuedConnection);
    if (open_.isEmpty() || QApplication::activePopupWidget()) return false;
    auto* target = qobject_cast<QWidget*>(object);
    if (!target || target->window() != &window_) return false;
    if (event->type() == QEvent::MouseButtonPress) return pressed(*target);
    if (event->type() != QEvent::KeyPress || static_cast<QKeyEvent*>(event)->key() != Qt::Key_Escape) return false;
    if (!open_.last().layer->takeEscape()) close(*open_.last().layer);
    return true;
}

bool Layers::pressed(QWidget& target) {
    const auto top = open_.last();
    if (&target == top.layer || top.layer->isAncestorOf(&target)) return false;
    close(*top.layer);
    return top.opener && &target == top.opener;
}

}  // namespace anneal::shell
