#include "shell/question_sheet.h"

#include <QPushButton>
#include <QVBoxLayout>

#include "controls/accessible_role.h"
#include "controls/buttons.h"
#include "controls/label.h"
#include "controls/words.h"
#include "theme/theme.h"

namespace anneal::shell {
namespace {

constexpr int kWidth = 440;

}  // namespace

QuestionSheet::QuestionSheet(const pages::Question& question) : no_(controls::makeButton(theme::Kind::secondary, {})) {
    controls::setAccessibleRole(*this, QAccessible::Dialog);
    setAccessibleName(question.title);
    setAccessibleDescription(question.text);
    setFixedWidth(kWidth);
    auto* title = new controls::Label(question.title, theme::TextStyle::title);
    auto* text = new controls::Label(question.text, theme::TextStyle::body, theme::Role::textSecondary);
    for (auto* label : {title, text}) label->setWordWrap(true);
    auto* yes = controls::makeButton(question.danger ? theme::Kind::danger : theme::Kind::primary, question.yes);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(no_);
    buttons->addWidget(yes);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme::space(5), theme::space(5), theme::space(5), theme::space(5));
    column->setSpacing(theme::space(2));
    column->addWidget(title);
    column->addWidget(text);
    column->addSpacing(theme::space(3));
    column->addLayout(buttons);
    connect(no_, &QPushButton::clicked, this, [this] { Q_EMIT answered(false); });
    connect(yes, &QPushButton::clicked, this, [this] { Q_EMIT answered(true); });
    controls::say(*this, [this] { no_->setText(tr("Cancel")); });
}

QWidget* QuestionSheet::firstFocus() { return no_; }

}  // namespace anneal::shell
