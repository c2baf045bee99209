#include "controls/toast.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPropertyAnimation>

#include "controls/accessible_role.h"
#include "controls/buttons.h"
#include "controls/label.h"
#include "theme/icons.h"
#include "theme/paint.h"

namespace anneal::controls {
namespace {

constexpr int kMost = 3;
constexpr int kIconColumn = 28;

void slideIn(QWidget& toast, const QPoint& from) {
    auto* slide = new QPropertyAnimation(&toast, "pos", &toast);
    slide->setDuration(theme::duration(theme::Motion::toastInMs));
    slide->setEasingCurve(theme::easing());
    slide->setEndValue(toast.pos());
    slide->setStartValue(from);
    slide->start(QAbstractAnimation::DeleteWhenStopped);
}

}  // namespace

Toast::Toast(ToastText text, QWidget* parent) : QFrame(parent), tone_(text.tone) {
    setAccessibleRole(*this, QAccessible::AlertMessage);
    setAccessibleName(text.title);
    setAccessibleDescription(text.detail);
    setFixedWidth(theme::px(theme::Size::toastW));

    auto* title = new Label(text.title);
    title->setTextStyle(theme::TextStyle::body, theme::Weight::medium);
    auto* detail = new Label(text.detail, theme::TextStyle::caption, theme::Role::textSecondary);
    for (auto* label : {title, detail}) label->setWordWrap(true);

    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(title);
    words->addWidget(detail);
    auto* row = new QHBoxLayout(this);
    const int padding = theme::space(3);
    row->setContentsMargins(padding + kIconColumn, padding, padding, padding);
    row->setSpacing(theme::space(3));
    row->addLayout(words, 1);
    detail->setVisible(!text.detail.isEmpty());
    if (!text.link.isEmpty()) {
        auto* link = makeButton(theme::Kind::link, text.link);
        connect(link, &QPushButton::clicked, this, [this, follow = std::move(text.follow)] {
            if (follow) follow();
            leave();
        });
        row->addWidget(link, 0, Qt::AlignVCenter);
    }
    stay_.setSingleShot(true);
    stay_.setInterval(theme::duration(theme::Motion::toastStayMs));
    connect(&stay_, &QTimer::timeout, this, &Toast::leave);
    stay_.start();
}

void Toast::leave() {
    hide();
    Q_EMIT gone();
    deleteLater();
}

void Toast::enterEvent(QEnterEvent*) { stay_.stop(); }
void Toast::leaveEvent(QEvent*) { stay_.start(); }

void Toast::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) return leave();
    QFrame::keyPressEvent(event);
}

void Toast::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    theme::drawBox(painter, rect(),
                   {theme::color(theme::Role::overlay), theme::color(theme::Role::borderControl), qreal(theme::px(theme::Radius::card))});
    const QRectF first(theme::space(3), theme::space(3), theme::px(theme::Size::icon), theme::lineHeight(theme::TextStyle::body));
    theme::drawIcon(painter, first, iconOf(tone_), theme::px(theme::Size::icon), theme::color(textRole(tone_)));
}

ToastStack::ToastStack(QWidget& window, int bottom) : QObject(&window), window_(window), bottom_(bottom) {
    window.installEventFilter(this);
}

void ToastStack::show(ToastText text) {
    while (toasts_.size() >= kMost) delete toasts_.takeFirst();
    auto* toast = new Toast(std::move(text), &window_);
    toasts_ << toast;
    connect(toast, &Toast::gone, this, [this, toast] {
        toasts_.removeAll(toast);
        place();
    });
    place();
    toast->show();
    toast->raise();
    QAccessibleEvent alert(toast, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
    slideIn(*toast, toast->pos() + QPoint(0, theme::space(4)));
}

bool ToastStack::eventFilter(QObject*, QEvent* event) {
    if (event->type() == QEvent::Resize) place();
    return false;
}

void ToastStack::place() {
    toasts_.removeAll(nullptr);
    int y = window_.height() - bottom_ - theme::space(4);
    for (auto toast = toasts_.rbegin(); toast != toasts_.rend(); ++toast) {
        // One that still slides in would go on to where it was to lie before.
        delete (*toast)->findChild<QPropertyAnimation*>();
        (*toast)->resize((*toast)->width(), (*toast)->heightForWidth((*toast)->width()));
        y -= (*toast)->height();
        (*toast)->move(window_.width() - (*toast)->width() - theme::space(6), y);
        y -= theme::space(2);
    }
}

}  // namespace anneal::controls
