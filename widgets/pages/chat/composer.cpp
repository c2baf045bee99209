#include "pages/chat/composer.h"

#include <QHBoxLayout>
#include <QPushButton>

#include "controls/buttons.h"
#include "controls/label.h"
#include "controls/text_area.h"
#include "controls/words.h"
#include "pages/chat/talk.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {

Composer::Composer(Talk& talk)
    : Card(12),
      talk_(talk),
      system_(new controls::TextArea({}, 1, 4)),
      systemPart_(new QWidget),
      text_(new controls::TextArea({}, 2, 8, controls::TextArea::Look::bare)),
      systemButton_(controls::makeButton(theme::Kind::secondary, {}, "file-text")),
      hint_(new controls::Label({}, theme::TextStyle::caption, theme::Role::textSecondary)),
      send_(controls::makeButton(theme::Kind::primary, {}, "send-horizontal")),
      stop_(controls::makeButton(theme::Kind::secondary, {}, "square")) {
    auto* caption = controls::makeCaption({});
    auto* above = new QVBoxLayout(systemPart_);
    above->setContentsMargins(0, 0, 0, theme::space(1));
    above->setSpacing(theme::space(1));
    above->addWidget(caption);
    above->addWidget(system_);
    systemPart_->hide();
    systemButton_->setCheckable(true);
    hint_->setElided(true);
    hint_->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    auto* row = new QHBoxLayout;
    row->setSpacing(theme::space(2));
    row->addWidget(systemButton_);
    row->addWidget(hint_, 1);
    row->addWidget(stop_);
    row->addWidget(send_);
    body().addWidget(systemPart_);
    body().addWidget(text_);
    body().addLayout(row);
    connect(systemButton_, &QPushButton::toggled, this, [this](bool shows) {
        systemPart_->setVisible(shows);
        if (shows && isVisible()) system_->setFocus(Qt::OtherFocusReason);
    });
    connect(system_, &QTextEdit::textChanged, this, [this] { talk_.setSystem(system_->body()); });
    connect(system_, &controls::TextArea::submitted, this, &Composer::send);
    connect(text_, &QTextEdit::textChanged, this, [this] {
        refresh();
        Q_EMIT textChanged();
    });
    connect(text_, &controls::TextArea::submitted, this, &Composer::send);
    connect(send_, &QPushButton::clicked, this, &Composer::send);
    connect(stop_, &QPushButton::clicked, &talk, &Talk::stop);
    connect(&talk, &Talk::stateChanged, this, &Composer::refresh);
    connect(&talk, &Talk::turnsChanged, this, [this] {
        system_->setBody(talk_.conversation().system);
        if (!talk_.conversation().system.isEmpty()) setShowsSystem(true);
        refresh();
    });
    controls::say(*this, [this, caption] {
        caption->setText(tr("System prompt"));
        system_->setAccessibleName(tr("System prompt"));
        system_->setPlaceholderText(tr("Who the model is and how it answers; empty: none"));
        text_->setAccessibleName(tr("Prompt"));
        systemButton_->setText(tr("System prompt"));
        stop_->setText(tr("Stop"));
        refresh();
    });
}

QString Composer::text() const { return text_->body(); }
void Composer::setText(const QString& text) { text_->setBody(text); }
void Composer::focusText() { text_->setFocus(Qt::OtherFocusReason); }
bool Composer::showsSystem() const { return systemButton_->isChecked(); }
void Composer::setShowsSystem(bool shows) { systemButton_->setChecked(shows); }

void Composer::send() {
    if (!send_->isEnabled() || talk_.isBusy()) return;
    const auto prompt = text_->body();
    text_->setBody({});
    talk_.send(prompt);
    focusText();
}

void Composer::refresh() {
    const bool busy = talk_.isBusy();
    text_->setPlaceholderText(talk_.isPaired() ? tr("Ask both models…") : tr("Ask the model…"));
    send_->setText(talk_.isPaired() ? tr("Send to both") : tr("Send"));
    send_->setVisible(!busy);
    stop_->setVisible(busy);
    hint_->setText(busy ? tr("Esc") : tr("Ctrl Enter"));
    controls::disableBecause(*send_, !talk_.canAsk()                     ? tr("Choose a model first")
                                     : text_->body().trimmed().isEmpty() ? tr("Write a prompt first")
                                                                         : QString());
}

}  // namespace anneal::pages
