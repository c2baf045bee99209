#include "pages/chat/trial_view.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QStackedLayout>

#include "controls/buttons.h"
#include "controls/card.h"
#include "controls/face.h"
#include "controls/gauge.h"
#include "controls/label.h"
#include "controls/numbers.h"
#include "controls/scroll_column.h"
#include "controls/text_body.h"
#include "controls/words.h"
#include "pages/chat/trial_result.h"
#include "theme/kind.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {
namespace {

constexpr int kGaugeWidth = 160;
constexpr double kSignificant = 0.05;

QString words(const char* text) { return QCoreApplication::translate("Trial", text); }

}  // namespace

QString verdictText(const BlindTrial& trial) {
    const auto tally = trial.tally();
    const auto& models = trial.models();
    if (tally.better == tally.worse) return words(QT_TRANSLATE_NOOP("Trial", "Neither was better"));
    const bool tuned = tally.better > tally.worse;
    return words(QT_TRANSLATE_NOOP("Trial", "%1 was better in %2 of %3 cases"))
        .arg(models[tuned ? 1 : 0])
        .arg(tuned ? tally.better : tally.worse)
        .arg(tally.judged());
}

QString significanceText(const BlindTrial::Tally& tally) {
    const double p = signTest(tally.better, tally.worse);
    const auto figure = p < 0.001 ? u"p < 0.001"_s : u"p = %1"_s.arg(controls::formatDecimal(p, 3));
    if (tally.better + tally.worse == 0) return words(QT_TRANSLATE_NOOP("Trial", "No case was won, so nothing can be said."));
    return (p < kSignificant
                ? words(QT_TRANSLATE_NOOP(
                      "Trial", "Sign test: %1. A coin would seldom fall so far to one side: the difference is real on such prompts."))
                : words(QT_TRANSLATE_NOOP("Trial",
                                          "Sign test: %1. A coin might fall like this as well: judge more cases before you rely on it.")))
        .arg(figure);
}

TrialView::TrialView(TrialRunner& runner)
    : runner_(runner),
      faces_(new QStackedLayout(this)),
      waiting_(controls::Face::busy({})),
      where_(new controls::Label({}, theme::TextStyle::title)),
      progress_(new controls::Label({}, theme::TextStyle::caption, theme::Role::textSecondary)),
      gauge_(new controls::Gauge({})),
      pause_(controls::makeButton(theme::Kind::secondary, {})),
      prompt_(new controls::TextBody({})),
      expectedName_(controls::makeCaption({})),
      expected_(new controls::TextBody({}, theme::Role::textSecondary)),
      result_(new TrialResult) {
    faces_->addWidget(makeJudging());
    faces_->addWidget(result_);
    connect(result_, &TrialResult::left, this, &TrialView::left);
    connect(result_, &TrialResult::dropped, this, [this] {
        runner_.drop();
        Q_EMIT left();
    });
    connect(&runner, &TrialRunner::changed, this, &TrialView::refresh);
    connect(pause_, &QPushButton::clicked, this, [this] { runner_.isAsking() ? runner_.stop() : runner_.proceed(); });
    refresh();
}

QWidget* TrialView::makeJudging() {
    auto* whole = new QWidget;
    auto* back = controls::makeButton(theme::Kind::secondary, {});
    auto* top = new QHBoxLayout;
    top->setSpacing(theme::space(3));
    gauge_->setFixedWidth(kGaugeWidth);
    top->addWidget(where_);
    top->addStretch();
    top->addWidget(progress_);
    top->addWidget(gauge_, 0, Qt::AlignVCenter);
    top->addWidget(pause_);
    top->addWidget(back);

    auto* area = new controls::ScrollColumn;
    judged_ = area;
    auto& column = area->column();
    column.setContentsMargins(0, 0, theme::space(2), 0);
    column.setSpacing(theme::space(3));
    auto* asked = new controls::Card(16);
    auto* promptName = controls::makeCaption({});
    asked->body().setSpacing(theme::space(1));
    asked->body().addWidget(promptName);
    asked->body().addWidget(prompt_);
    asked->body().addWidget(expectedName_);
    asked->body().addWidget(expected_);
    column.addWidget(asked);
    auto* row = new QHBoxLayout;
    row->setSpacing(theme::space(3));
    for (std::size_t place = 0; place < kSides; ++place) {
        auto* card = new controls::Card(16);
        names_[place] = controls::makeCaption({});
        answers_[place] = new controls::TextBody({});
        card->body().addWidget(names_[place]);
        card->body().addWidget(answers_[place]);
        card->body().addStretch();
        row->addWidget(card, 1);
    }
    column.addLayout(row);
    column.addStretch();

    auto* judging = new QHBoxLayout;
    judging->setSpacing(theme::space(3));
    for (std::size_t i = 0; i < verdicts_.size(); ++i) {
        verdicts_[i] = controls::makeButton(theme::Kind::secondary, {});
        judging->addWidget(verdicts_[i], 1);
        static constexpr std::array kOrder{BlindTrial::Verdict::left, BlindTrial::Verdict::even, BlindTrial::Verdict::right};
        connect(verdicts_[i], &QPushButton::clicked, this, [this, verdict = kOrder[i]] { judge(verdict); });
    }
    auto* layout = new QVBoxLayout(whole);
    layout->setSpacing(theme::space(3));
    layout->addLayout(top);
    layout->addWidget(area, 1);
    layout->addWidget(waiting_, 1);
    layout->addLayout(judging);
    connect(back, &QPushButton::clicked, this, &TrialView::left);
    controls::say(*whole, [=, this] {
        back->setText(tr("Back to the cases"));
        promptName->setText(tr("Prompt"));
        prompt_->setAccessibleName(tr("Prompt"));
        expectedName_->setText(tr("Expected answer"));
        expected_->setAccessibleName(tr("Expected answer"));
        waiting_->setWords(tr("Waiting for the next pair of answers"), {});
        verdicts_[0]->setText(tr("A is better"));
        verdicts_[1]->setText(tr("The same"));
        verdicts_[2]->setText(tr("B is better"));
        for (std::size_t place = 0; place < kSides; ++place) {
            names_[place]->setText(place == 0 ? tr("Answer A") : tr("Answer B"));
            answers_[place]->setAccessibleName(names_[place]->text());
        }
        refresh();
    });
    return whole;
}

void TrialView::judge(BlindTrial::Verdict verdict) {
    if (!item_) return;
    runner_.judge(*item_, verdict);
}

void TrialView::refresh() {
    const auto& trial = runner_.trial();
    const int total = int(trial.items().size());
    if (trial.isOver()) {
        item_.reset();
        result_->show(trial);
        return faces_->setCurrentIndex(1);
    }
    faces_->setCurrentIndex(0);
    const auto next = trial.nextToJudge();
    gauge_->setAccessibleName(tr("Answered cases"));
    gauge_->setShare(total > 0 ? double(trial.answered()) / total : 0);
    progress_->setText(tr("%1 of %2 answered").arg(trial.answered()).arg(total));
    pause_->setVisible(trial.answered() < total);
    pause_->setText(runner_.isAsking() ? tr("Pause") : tr("Go on"));
    controls::disableBecause(*pause_, runner_.isAsking() || runner_.canProceed()
                                          ? QString()
                                          : tr("Choose %1 and %2 in the conversation first").arg(trial.models()[0], trial.models()[1]));
    where_->setText(next ? tr("Case %1 of %2").arg(*next + 1).arg(total) : tr("%1 of %2 judged").arg(trial.tally().judged()).arg(total));
    judged_->setVisible(next.has_value());
    waiting_->setVisible(!next);
    waiting_->setWords(runner_.isAsking() ? tr("Waiting for the next pair of answers") : tr("Paused before all were answered"), {});
    for (auto* button : verdicts_) button->setVisible(next.has_value());
    if (next == item_) return;
    item_ = next;
    if (item_) showItem();
}

void TrialView::showItem() {
    const auto& item = runner_.trial().items()[*item_];
    prompt_->setBody(item.question.prompt());
    expected_->setBody(item.question.expected);
    expectedName_->setVisible(!item.question.expected.isEmpty());
    expected_->setVisible(!item.question.expected.isEmpty());
    for (std::size_t place = 0; place < kSides; ++place) {
        const auto& answer = *item.answers[item.modelAt(place)];
        const bool failed = answer.finish == Answer::Finish::failed;
        answers_[place]->setBody(failed                  ? tr("No answer: %1").arg(answer.error)
                                 : answer.text.isEmpty() ? tr("The answer is empty.")
                                                         : answer.text);
    }
}

}  // namespace anneal::pages
