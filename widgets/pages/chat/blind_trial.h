#pragma once
// Cases asked of two models and judged blind: which side a model stands on is drawn for each case, and told at the end.

#include <vector>

#include "pages/chat/chat_case.h"

namespace anneal::pages {

/// Kind of a trial among the documents of studio.db.
inline constexpr auto kTrialKind = "chat_trial";

class BlindTrial {
public:
    enum class Verdict { none, left, right, even };
    struct Item {
        ChatCase question;
        std::array<std::optional<Answer>, kSides> answers;  ///< of the base and of the tuned model
        bool swapped = false;                               ///< the tuned one stands at the left
        Verdict verdict = Verdict::none;

        bool isAnswered() const;
        /// Which model's answer stands there.
        std::size_t modelAt(std::size_t place) const { return swapped ? 1 - place : place; }
    };
    /// Cases where the second model was better, worse, the same.
    struct Tally {
        int better = 0, worse = 0, even = 0;
        int judged() const { return better + worse + even; }
    };

    BlindTrial() = default;
    /// Half of the cases are swapped, which ones is drawn by `seed`.
    BlindTrial(const std::vector<ChatCase>& cases, std::array<QString, kSides> models, quint32 seed);

    const std::vector<Item>& items() const { return items_; }
    const std::array<QString, kSides>& models() const { return models_; }
    bool isEmpty() const { return items_.empty(); }

    /// The first case that `side` has not answered; none: it has answered all.
    std::optional<std::size_t> nextToAsk(std::size_t side) const;
    void setAnswer(std::size_t item, std::size_t side, const Answer& answer);
    int answered() const;

    void judge(std::size_t item, Verdict verdict);
    /// The first case that is answered and not judged; none where there is none yet.
    std::optional<std::size_t> nextToJudge() const;
    bool isOver() const;
    Tally tally() const;

    QJsonObject json() const;
    static BlindTrial fromJson(const QJsonObject& json);

private:
    std::vector<Item> items_;
    std::array<QString, kSides> models_;
};

/// Two-sided p of an exact sign test: how often a coin would lean at least this far. Ties have no say. 1 where nothing was won.
double signTest(int better, int worse);

}  // namespace anneal::pages
