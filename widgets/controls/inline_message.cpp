#include "controls/inline_message.h"

#include <QHBoxLayout>

#include "controls/accessible_role.h"
#include "controls/buttons.h"
#include "controls/label.h"
#include "theme/icons.h"
#include "theme/paint.h"

namespace anneal::controls {
namespace {

constexpr int kIconColumn = 28;

}  // namespace

InlineMessage::InlineMessage(Tone tone, const QString& title, const QString& text, QWidget* parent)
    : QFrame(parent),
      tone_(tone),
      title_(new Label({}, theme::TextStyle::body, tone == Tone::neutral ? theme::Role::text : textRole(tone))),
      text_(new Label({}, theme::TextStyle::body, tone == Tone::neutral ? theme::Role::textSecondary : theme::Role::text)),
      row_(new QHBoxLayout(this)) {
    setAccessibleRole(*this, QAccessible::Note);
    title_->setTextStyle(theme::TextStyle::body, theme::Weight::semibold);
    text_->setWordWrap(true);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(title_);
    words->addWidget(text_);
    row_->setContentsMargins(theme::space(3) + kIconColumn, theme::space(3), theme::space(3), theme::space(3));
    row_->addLayout(words, 1);
    setText(title, text);
}

void InlineMessage::setText(const QString& title, const QString& text) {
    title_->setText(title);
    title_->setVisible(!title.isEmpty());
    text_->setText(text);
    setAccessibleName(title.isEmpty() ? text : title);
    setAccessibleDescription(text);
}

QPushButton& InlineMessage::addAction(const QString& text, std::function<void()> act) {
    auto* button = makeButton(theme::Kind::secondary, text);
    theme::setCompact(*button);
    connect(button, &QPushButton::clicked, this, std::move(act));
    row_->addWidget(button, 0, Qt::AlignVCenter);
    return *button;
}

void InlineMessage::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const bool neutral = tone_ == Tone::neutral;
    const auto border = neutral ? theme::color(theme::Role::border) : QColor();
    theme::drawBox(painter, rect(),
                   {theme::color(neutral ? theme::Role::raised : subtleRole(tone_)), border, qreal(theme::px(theme::Radius::control))});
    const QRectF first(theme::space(3), theme::space(3), theme::px(theme::Size::icon), theme::lineHeight(theme::TextStyle::body));
    theme::drawIcon(painter, first, iconOf(tone_), theme::px(theme::Size::icon),
                    theme::color(neutral ? theme::Role::accentText : textRole(tone_)));
}

}  // namespace anneal::controls
