#pragma once
// What was asked and what each of the two models answered. Plain values, kept as JSON in studio.db.

#include <array>
#include <optional>
#include <vector>

#include <QJsonObject>
#include <QString>

#include "base/json.h"

namespace anneal::pages {

constexpr std::size_t kSides = 2;

struct Answer {
    /// stop: at the model's end or a stop text; length: at the limit; stopped: by the person; failed: `error` says why.
    enum class Finish { open, stop, length, stopped, failed };

    QString model;  ///< who answered, as it was called then
    QString text;
    Finish finish = Finish::open;
    int tokens = 0;
    int promptTokens = 0;   ///< 0: not known, the answer was stopped
    double seconds = 0;     ///< from the question to the last token
    double firstToken = 0;  ///< seconds until it came
    quint32 seed = 0;
    QString error, hint;

    bool isOpen() const { return finish == Finish::open; }
    bool isUsable() const { return finish != Finish::failed && finish != Finish::open; }
    double tokensPerSecond() const { return seconds > 0 ? tokens / seconds : 0; }
    QJsonObject json() const;
    static Answer fromJson(const QJsonObject& json);
    bool operator==(const Answer&) const = default;
};

struct Turn {
    QString prompt;
    std::array<std::optional<Answer>, kSides> answers;

    bool operator==(const Turn&) const = default;
};

struct Conversation {
    QString system;
    std::vector<Turn> turns;

    bool isEmpty() const { return turns.empty(); }
    /// The first line of the first prompt; empty for an empty one.
    QString title() const;
    /// Who answered on each side last; empty where nobody did.
    std::array<QString, kSides> models() const;
    /// What the model of `side` is told so that it answers `turn`: system, then the turns before that it has answered, then the prompt.
    Json messages(std::size_t side, std::size_t turn) const;

    QJsonObject json() const;
    static Conversation fromJson(const QJsonObject& json);
    bool operator==(const Conversation&) const = default;
};

/// The first line that holds something.
QString firstLine(const QString& text);

}  // namespace anneal::pages
