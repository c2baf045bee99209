#include "pages/chat/answer_view.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLocale>

#include "controls/buttons.h"
#include "controls/inline_message.h"
#include "controls/label.h"
#include "controls/numbers.h"
#include "controls/spinner.h"
#include "controls/text_body.h"
#include "controls/words.h"
#include "theme/kind.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {

using Finish = Answer::Finish;

AnswerView::AnswerView()
    : Card(16),
      text_(new controls::TextBody({})),
      failure_(new controls::InlineMessage(controls::Tone::danger, {}, {})),
      spinner_(new controls::Spinner({}, 12)),
      facts_(new controls::Label({}, theme::TextStyle::caption, theme::Role::textSecondary)),
      copy_(new controls::IconButton("copy", {})),
      again_(new controls::IconButton("refresh-cw", {})),
      keep_(new controls::IconButton("bookmark", {})) {
    facts_->setElided(true);
    auto* foot = new QHBoxLayout;
    foot->setSpacing(theme::space(1));
    foot->addWidget(spinner_);
    foot->addWidget(facts_, 1);
    for (auto* button : {copy_, keep_, again_}) {
        theme::setCompact(*button);
        foot->addWidget(button);
    }
    body().addWidget(text_);
    body().addWidget(failure_);
    body().addStretch();
    body().addLayout(foot);
    connect(copy_, &QToolButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(answer_.text); });
    connect(again_, &QToolButton::clicked, this, &AnswerView::again);
    connect(keep_, &QToolButton::clicked, this, [this] { Q_EMIT kept(answer_.text); });
    controls::say(*this, [this] { refresh(); });
}

void AnswerView::show(const Answer& answer, bool loading, bool mayAsk) {
    answer_ = answer;
    loading_ = loading;
    mayAsk_ = mayAsk;
    refresh();
}

void AnswerView::refresh() {
    const bool failed = answer_.finish == Finish::failed;
    text_->setAccessibleName(tr("Answer of %1").arg(answer_.model));
    text_->setBody(answer_.text);
    text_->setVisible(!answer_.text.isEmpty());
    failure_->setVisible(failed);
    if (failed) failure_->setText(answer_.error, answer_.hint);
    spinner_->setVisible(answer_.isOpen());
    spinner_->setAccessibleName(loading_ ? tr("Loading") : tr("Answering"));
    facts_->setText(facts());
    facts_->setToolTip(answer_.isUsable() ? tr("Seed %1, %n token(s) read", nullptr, answer_.promptTokens).arg(answer_.seed) : QString());
    copy_->setName(tr("Copy the answer"));
    copy_->setVisible(answer_.isUsable());
    keep_->setName(tr("Take as the expected answer"));
    keep_->setVisible(answer_.isUsable() && !answer_.text.isEmpty());
    again_->setName(failed ? tr("Try again") : tr("Answer again with the next seed"));
    again_->setVisible(mayAsk_ && !answer_.isOpen());
}

QString AnswerView::facts() const {
    if (answer_.isOpen() && answer_.tokens == 0) return loading_ ? tr("Loading the model") : tr("Reading the prompt");
    QStringList facts;
    if (answer_.tokensPerSecond() > 0) facts << tr("%1 tokens/s").arg(controls::formatDecimal(answer_.tokensPerSecond(), 1));
    if (answer_.firstToken > 0) facts << tr("First token %1").arg(controls::formatDuration(answer_.firstToken));
    if (answer_.finish != Finish::failed) facts << tr("%n token(s)", nullptr, answer_.tokens);
    if (answer_.finish == Finish::length) facts << tr("at the limit");
    if (answer_.finish == Finish::stopped) facts << tr("stopped");
    return facts.join(u" · "_s);
}

}  // namespace anneal::pages
