#pragma once
// How the next token is chosen and when an answer ends: what both models share.

#include <QJsonObject>

#include "base/json.h"

namespace anneal::pages {

struct AnswerSettings {
    bool greedy = false;
    double temperature = 0.7;
    double topP = 0.95;
    int topK = 0;     ///< 0: all tokens
    double minP = 0;  ///< 0: none is dropped
    double repetitionPenalty = 1;
    int maxTokens = 512;
    quint32 seed = 42;
    QString stop;  ///< text that ends an answer beside the model's own end; may be empty

    bool operator==(const AnswerSettings&) const = default;
    QJsonObject json() const;
    /// What is missing or of another kind keeps its default; what is out of range is brought within.
    static AnswerSettings fromJson(const QJsonObject& json);
    /// Those of the engine's `generate`.
    Json arguments() const;
};

}  // namespace anneal::pages
