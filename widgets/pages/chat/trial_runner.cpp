#include "pages/chat/trial_runner.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace anneal::pages {
namespace {

const auto kTrials = QString::fromLatin1(kTrialKind);

}  // namespace

TrialRunner::TrialRunner(Talk& talk, bridge::Documents& documents) : talk_(talk), documents_(documents) {
    const auto kept = documents_.list(kTrials);
    if (kept.isEmpty()) return;
    id_ = kept.first().id;
    trial_ = BlindTrial::fromJson(kept.first().body);
}

void TrialRunner::begin(const std::vector<ChatCase>& cases) {
    if (talk_.isBusy() || cases.empty()) return;
    drop();
    trial_ = BlindTrial(cases, {talk_.side(0).chosen()->name, talk_.side(1).chosen()->name}, QRandomGenerator::global()->generate());
    keep();
    proceed();
}

bool TrialRunner::canProceed() const {
    for (std::size_t side = 0; side < kSides; ++side) {
        const auto& chosen = talk_.side(side).chosen();
        if (!chosen || chosen->name != trial_.models()[side]) return false;
    }
    return true;
}

void TrialRunner::proceed() {
    if (talk_.isBusy() || !canProceed()) return;
    asking_ = true;
    for (std::size_t side = 0; side < kSides; ++side) ask(side);
    Q_EMIT changed();
}

void TrialRunner::ask(std::size_t side) {
    const auto item = asking_ ? trial_.nextToAsk(side) : std::nullopt;
    if (!item) {
        asking_ = asking_ && talk_.isBusy();
        return Q_EMIT changed();
    }
    const auto ended = [this, side, item = *item](const Answer& answer) {
        if (item >= trial_.items().size()) return;
        if (answer.finish == Answer::Finish::stopped) {
            asking_ = false;
            return Q_EMIT changed();
        }
        trial_.setAnswer(item, side, answer);
        keep();
        Q_EMIT changed();
        ask(side);
    };
    talk_.side(side).ask(
        trial_.items()[*item].question.messages, talk_.settings(), [](const Answer&) {}, ended);
}

void TrialRunner::stop() {
    if (!asking_) return;
    asking_ = false;
    talk_.stop();
    Q_EMIT changed();
}

void TrialRunner::judge(std::size_t item, BlindTrial::Verdict verdict) {
    trial_.judge(item, verdict);
    keep();
    Q_EMIT changed();
}

void TrialRunner::drop() {
    stop();
    trial_ = {};
    if (!id_.isEmpty()) documents_.remove(std::exchange(id_, {}));
    Q_EMIT changed();
}

void TrialRunner::keep() {
    const auto name = trial_.models()[0] + u" / "_s + trial_.models()[1];
    if (id_.isEmpty())
        id_ = documents_.add(kTrials, name, trial_.json());
    else
        documents_.change(id_, name, trial_.json());
}

}  // namespace anneal::pages
