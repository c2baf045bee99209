#include "pages/runs/inline_form.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>

#include "controls/buttons.h"
#include "controls/label.h"
#include "controls/words.h"
#include "theme/kind.h"

namespace anneal::pages {

using theme::Role;
using theme::TextStyle;

InlineForm::InlineForm(QWidget* field, int fieldWidth)
    : Card(0),
      field_(field),
      edit_(qobject_cast<QLineEdit*>(field)),
      caption_(new controls::Label({})),
      meaning_(new controls::Label({}, TextStyle::caption, Role::textSecondary)),
      apply_(controls::makeButton(theme::Kind::secondary, {}, "check")),
      leave_(controls::makeButton(theme::Kind::quiet, {})) {
    if (!edit_) edit_ = field->findChild<QLineEdit*>();
    caption_->setTextStyle(TextStyle::body, theme::Weight::semibold);
    meaning_->setElided(true);
    field_->setFixedWidth(fieldWidth);
    for (auto* each : {field_, static_cast<QWidget*>(apply_), static_cast<QWidget*>(leave_)}) theme::setCompact(*each);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(theme::space(4), theme::space(2), theme::space(4), theme::space(2));
    row->setSpacing(theme::space(3));
    row->addWidget(caption_);
    row->addWidget(field_);
    row->addWidget(meaning_, 1);
    row->addWidget(apply_);
    row->addWidget(leave_);
    body().addLayout(row);
    setEmphasis(Emphasis::active);
    hide();
    edit_->installEventFilter(this);
    field_->installEventFilter(this);
    connect(edit_, &QLineEdit::textChanged, this, &InlineForm::edited);
    connect(apply_, &QPushButton::clicked, this, &InlineForm::apply);
    connect(leave_, &QPushButton::clicked, this, &InlineForm::leave);
    controls::say(*this, [this] { leave_->setText(tr("Cancel")); });
}

void InlineForm::setWords(const QString& caption, const QString& meaning, const QString& apply) {
    caption_->setText(caption);
    field_->setAccessibleName(caption);
    said_ = meaning;
    if (!wrong_) meaning_->setText(meaning);
    apply_->setText(apply);
}

void InlineForm::setError(const QString& error) {
    wrong_ = !error.isEmpty();
    theme::setInvalid(*field_, wrong_);
    meaning_->setText(wrong_ ? error : said_);
    meaning_->setRole(wrong_ ? Role::dangerText : Role::textSecondary);
    field_->setAccessibleDescription(meaning_->text());
    controls::disableBecause(*apply_, error);
}

void InlineForm::open() {
    show();
    field_->setFocus(Qt::OtherFocusReason);
    edit_->selectAll();
}

bool InlineForm::eventFilter(QObject* object, QEvent* event) {
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride) return Card::eventFilter(object, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    const bool mine = key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Escape;
    if (!mine) return Card::eventFilter(object, event);
    event->accept();
    if (event->type() == QEvent::KeyPress) key == Qt::Key_Escape ? leave() : apply();
    return true;
}

void InlineForm::apply() {
    if (wrong_) return;
    Q_EMIT applied();
    leave();
}

void InlineForm::leave() {
    hide();
    Q_EMIT closed();
}

}  // namespace anneal::pages
