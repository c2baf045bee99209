#include "pages/chat/answer_settings.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace anneal::pages {

QJsonObject AnswerSettings::json() const {
    return {{u"greedy"_s, greedy},
            {u"temperature"_s, temperature},
            {u"top_p"_s, topP},
            {u"top_k"_s, topK},
            {u"min_p"_s, minP},
            {u"repetition_penalty"_s, repetitionPenalty},
            {u"max_tokens"_s, maxTokens},
            {u"seed"_s, qint64(seed)},
            {u"stop"_s, stop}};
}

AnswerSettings AnswerSettings::fromJson(const QJsonObject& json) {
    AnswerSettings settings;
    settings.greedy = json[u"greedy"_s].toBool(settings.greedy);
    settings.temperature = std::clamp(json[u"temperature"_s].toDouble(settings.temperature), 0.0, 2.0);
    settings.topP = std::clamp(json[u"top_p"_s].toDouble(settings.topP), 0.01, 1.0);
    settings.topK = std::clamp(json[u"top_k"_s].toInt(settings.topK), 0, 100'000);
    settings.minP = std::clamp(json[u"min_p"_s].toDouble(settings.minP), 0.0, 1.0);
    settings.repetitionPenalty = std::clamp(json[u"repetition_penalty"_s].toDouble(settings.repetitionPenalty), 0.5, 2.0);
    settings.maxTokens = std::clamp(json[u"max_tokens"_s].toInt(settings.maxTokens), 1, 1 << 17);
    settings.seed = quint32(json[u"seed"_s].toInteger(settings.seed));
    settings.stop = json[u"stop"_s].toString();
    return settings;
}

Json AnswerSettings::arguments() const {
    Json arguments = {{"greedy", greedy},        {"temperature", temperature},
                      {"top_p", topP},           {"top_k", topK},
                      {"min_p", minP},           {"repetition_penalty", repetitionPenalty},
                      {"max_tokens", maxTokens}, {"seed", seed}};
    if (!stop.isEmpty()) arguments["stop"] = Json::array({stop.toStdString()});
    return arguments;
}

}  // namespace anneal::pages
