#include "shell/rail.h"

#include <QKeyEvent>
#include <QVBoxLayout>

#include "controls/words.h"
#include "theme/icons.h"
#include "theme/kind.h"
#include "theme/paint.h"

namespace anneal::shell {
namespace {

using theme::Role;

constexpr QSize kItem{64, 56};
constexpr int kBar = 3;
constexpr int kDot = 6;

}  // namespace

RailButton::RailButton(std::string icon, QWidget* parent) : QToolButton(parent), icon_(std::move(icon)) {
    setCheckable(true);
    setFocusPolicy(Qt::ClickFocus);
}

void RailButton::setMarked(bool marked) {
    marked_ = marked;
    update();
}

QSize RailButton::sizeHint() const { return {theme::px(theme::Size::rail) - 1, kItem.height()}; }

void RailButton::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const QRectF item((width() - kItem.width()) / 2.0, 0, kItem.width(), kItem.height());
    const auto fill = isChecked() ? Role::selection : isDown() ? Role::pressed : Role::hover;
    if (isChecked() || underMouse()) theme::drawBox(painter, item, {theme::color(fill), {}, qreal(theme::px(theme::Radius::control))});
    if (isChecked()) theme::fillRect(painter, QRectF(0, theme::space(3), kBar, height() - theme::space(6)), theme::color(Role::accentText));
    const auto& ink = theme::color(isChecked() ? Role::onSelection : Role::textSecondary);
    const int size = theme::px(theme::Size::iconRail);
    const QRectF icon(item.center().x() - size / 2.0, theme::space(2), size, size);
    theme::drawIcon(painter, icon, icon_, size, ink);
    const auto weight = isChecked() ? theme::Weight::semibold : theme::Weight::regular;
    theme::drawText(painter, QRectF(0, icon.bottom() + theme::space(1), width(), theme::lineHeight(theme::TextStyle::caption)),
                    Qt::AlignCenter, text(), theme::font(theme::TextStyle::caption, weight), ink);
    if (!marked_) return;
    const theme::Painting painting(painter);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme::color(Role::accentText));
    painter.drawEllipse(QRectF(icon.right() + 1, icon.top() - 2, kDot, kDot));
}

Rail::Rail(const std::vector<pages::PageInfo>& infos, QWidget* parent) : QWidget(parent) {
    setFixedWidth(theme::px(theme::Size::rail));
    theme::setGround(*this, Role::rail);
    auto* group = new QButtonGroup(this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, theme::space(2), 1, theme::space(2));
    column->setSpacing(theme::space(1));
    int before = 0;
    for (const auto& info : infos) {
        auto* button = new RailButton(info.icon, this);
        group->addButton(button);
        buttons_.insert(info.id, button);
        order_ << info.id;
        info.last ? column->addWidget(button) : column->insertWidget(before++, button);
        connect(button, &QToolButton::clicked, this, [this, id = info.id] { Q_EMIT chosen(id); });
        controls::say(*button, [button, info] {
            button->setText(info.name());
            button->setAccessibleName(info.name());
        });
    }
    column->insertStretch(before);
}

RailButton* Rail::button(const QString& page) const { return buttons_.value(page); }

void Rail::setCurrent(const QString& page) {
    for (auto* each : buttons_) each->setFocusPolicy(Qt::ClickFocus);
    if (auto* current = button(page)) {
        current->setChecked(true);
        current->setFocusPolicy(Qt::StrongFocus);
    }
}

void Rail::setMarked(const QString& page, bool marked) {
    if (auto* marking = button(page)) marking->setMarked(marked);
}

void Rail::keyPressEvent(QKeyEvent* event) {
    const int step = event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Up ? -1 : 0;
    auto* focused = qobject_cast<RailButton*>(focusWidget());
    const auto next = focused ? order_.value(order_.indexOf(buttons_.key(focused)) + step) : QString();
    if (step == 0 || next.isEmpty()) return QWidget::keyPressEvent(event);
    Q_EMIT chosen(next);
    button(next)->setFocus(Qt::TabFocusReason);
}

void Rail::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    theme::fillRect(painter, rect(), theme::color(Role::rail));
    theme::fillRect(painter, QRectF(width() - 1, 0, 1, height()), theme::color(Role::border));
}

}  // namespace anneal::shell
