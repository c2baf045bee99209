#include "pages/chat/blind_trial.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace anneal::pages {
namespace {

constexpr std::array kVerdicts{"none"_L1, "left"_L1, "right"_L1, "even"_L1};

}  // namespace

bool BlindTrial::Item::isAnswered() const {
    return std::ranges::all_of(answers, [](const auto& answer) { return answer && !answer->isOpen(); });
}

BlindTrial::BlindTrial(const std::vector<ChatCase>& cases, std::array<QString, kSides> models, quint32 seed) : models_(std::move(models)) {
    for (const auto& each : cases) items_.push_back({.question = each, .answers = {}});
    std::vector<std::size_t> order(items_.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::ranges::shuffle(order, std::mt19937(seed));
    // Of an odd number the one left over falls to either side.
    const auto swapped = (order.size() + seed % 2) / 2;
    for (std::size_t i = 0; i < swapped; ++i) items_[order[i]].swapped = true;
}

std::optional<std::size_t> BlindTrial::nextToAsk(std::size_t side) const {
    const auto open = [&](const Item& item) { return !item.answers[side] || item.answers[side]->isOpen(); };
    const auto found = std::ranges::find_if(items_, open);
    return found == items_.end() ? std::nullopt : std::optional(std::size_t(found - items_.begin()));
}

void BlindTrial::setAnswer(std::size_t item, std::size_t side, const Answer& answer) { items_[item].answers[side] = answer; }

int BlindTrial::answered() const { return int(std::ranges::count_if(items_, &Item::isAnswered)); }

void BlindTrial::judge(std::size_t item, Verdict verdict) { items_[item].verdict = verdict; }

std::optional<std::size_t> BlindTrial::nextToJudge() const {
    const auto found = std::ranges::find_if(items_, [](const Item& item) { return item.isAnswered() && item.verdict == Verdict::none; });
    return found == items_.end() ? std::nullopt : std::optional(std::size_t(found - items_.begin()));
}

bool BlindTrial::isOver() const {
    return !items_.empty() && std::ranges::all_of(items_, [](const Item& item) { return item.verdict != Verdict::none; });
}

BlindTrial::Tally BlindTrial::tally() const {
    Tally tally;
    for (const auto& item : items_) {
        if (item.verdict == Verdict::none) continue;
        if (item.verdict == Verdict::even)
            ++tally.even;
        else
            ++(item.modelAt(item.verdict == Verdict::left ? 0 : 1) == 1 ? tally.better : tally.worse);
    }
    return tally;
}

QJsonObject BlindTrial::json() const {
    QJsonArray items;
    for (const auto& item : items_) {
        QJsonArray answers;
        for (const auto& answer : item.answers) answers.append(answer && !answer->isOpen() ? QJsonValue(answer->json()) : QJsonValue());
        items.append(QJsonObject{{u"case"_s, item.question.json()},
                                 {u"id"_s, item.question.id},
                                 {u"answers"_s, answers},
                                 {u"swapped"_s, item.swapped},
                                 {u"verdict"_s, QString(kVerdicts[std::size_t(item.verdict)])}});
    }
    return {{u"models"_s, QJsonArray{models_[0], models_[1]}}, {u"items"_s, items}};
}

BlindTrial BlindTrial::fromJson(const QJsonObject& json) {
    BlindTrial trial;
    const auto models = json[u"models"_s].toArray();
    trial.models_ = {models.at(0).toString(), models.at(1).toString()};
    for (const auto& each : json[u"items"_s].toArray()) {
        Item item{.question = ChatCase::fromJson(each[u"id"_s].toString(), each[u"case"_s].toObject()),
                  .answers = {},
                  .swapped = each[u"swapped"_s].toBool()};
        for (std::size_t side = 0; side < kSides; ++side)
            if (const auto answer = each[u"answers"_s][qsizetype(side)]; answer.isObject())
                item.answers[side] = Answer::fromJson(answer.toObject());
        const auto verdict = std::find(kVerdicts.begin(), kVerdicts.end(), each[u"verdict"_s].toString());
        if (verdict != kVerdicts.end()) item.verdict = Verdict(verdict - kVerdicts.begin());
        trial.items_.push_back(std::move(item));
    }
    return trial;
}

double signTest(int better, int worse) {
    const int n = better + worse;
    if (n == 0) return 1;
    double tail = 0;
    for (int k = 0; k <= std::min(better, worse); ++k)
        tail += std::exp(std::lgamma(n + 1.0) - std::lgamma(k + 1.0) - std::lgamma(n - k + 1.0) - n * std::log(2.0));
    return std::min(1.0, 2 * tail);
}

}  // namespace anneal::pages
