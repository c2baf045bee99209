#include "pages/export/run_card.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>

#include "controls/buttons.h"
#include "controls/label.h"
#include "controls/segments.h"
#include "controls/text_body.h"
#include "controls/words.h"
#include "theme/kind.h"

namespace anneal::pages {

RunCard::RunCard()
    : Card(16),
      title_(new controls::Label({})),
      head_(new QHBoxLayout),
      chat_(controls::makeButton(theme::Kind::secondary, {}, "messages-square")),
      reveal_(controls::makeButton(theme::Kind::secondary, {}, "folder-open")),
      copy_(controls::makeButton(theme::Kind::secondary, {}, "copy")),
      text_(new controls::TextBody({})) {
    title_->setTextStyle(theme::TextStyle::body, theme::Weight::semibold);
    title_->setElided(true);
    head_->setSpacing(theme::space(2));
    head_->addWidget(title_, 1);
    for (auto* button : {reveal_, copy_, chat_}) {
        theme::setCompact(*button);
        head_->addWidget(button);
    }
    text_->setFont(theme::font(theme::TextStyle::mono));
    body().addLayout(head_);
    body().addWidget(text_);
    connect(copy_, &QPushButton::clicked, this, &RunCard::copy);
    connect(chat_, &QPushButton::clicked, this, &RunCard::chatWanted);
    connect(reveal_, &QPushButton::clicked, this, &RunCard::revealWanted);
    controls::say(*this, [this] {
        copy_->setText(tr("Copy"));
        copy_->setAccessibleName(tr("Copy the command"));
        chat_->setText(tr("Chat with it"));
        reveal_->setText(tr("Show in folder"));
        text_->setAccessibleName(tr("Command"));
        if (programs_) programs_->setAccessibleName(tr("Program"));
        refresh();
    });
}

void RunCard::show(const std::optional<ExportRecord>& record) {
    commands_ = record ? runCommands(*record) : std::vector<RunCommand>();
    passed_ = record && record->passed;
    delete programs_;
    programs_ = nullptr;
    setVisible(record.has_value());
    if (!record) return;
    QStringList names;
    for (const auto& command : commands_) names << command.name;
    programs_ = new controls::Segments(tr("Program"), names);
    programs_->setCompact();
    head_->insertWidget(1, programs_);
    connect(programs_, &controls::Segments::chosenChanged, this, &RunCard::refresh);
    refresh();
}

void RunCard::copy() const {
    if (programs_) QGuiApplication::clipboard()->setText(commands_[std::size_t(programs_->chosen())].text);
}

void RunCard::refresh() {
    title_->setText(passed_ ? tr("Run it") : tr("Set aside: it did not pass"));
    text_->setBody(programs_ ? commands_[std::size_t(programs_->chosen())].text : QString());
    text_->setVisible(passed_);
    copy_->setVisible(passed_);
    chat_->setVisible(passed_);
    if (programs_) programs_->setVisible(passed_);
}

}  // namespace anneal::pages
