#include "pages/chat/conversation.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace anneal::pages {
namespace {

constexpr std::array kFinishes{"open"_L1, "stop"_L1, "length"_L1, "stopped"_L1, "failed"_L1};

Json message(const char* role, const QString& content) { return {{"role", role}, {"content", content.toStdString()}}; }

}  // namespace

QJsonObject Answer::json() const {
    QJsonObject json{{u"model"_s, model},
                     {u"text"_s, text},
                     {u"finish"_s, QString(kFinishes[std::size_t(finish)])},
                     {u"tokens"_s, tokens},
                     {u"prompt_tokens"_s, promptTokens},
                     {u"seconds"_s, seconds},
                     {u"first_token"_s, firstToken},
                     {u"seed"_s, qint64(seed)}};
    if (finish == Finish::failed) {
        json[u"error"_s] = error;
        json[u"hint"_s] = hint;
    }
    return json;
}

Answer Answer::fromJson(const QJsonObject& json) {
    const auto finish = std::find(kFinishes.begin(), kFinishes.end(), json[u"finish"_s].toString());
    // One that was under way when the window went ends there.
    const bool cut = finish == kFinishes.end() || finish == kFinishes.begin();
    return {.model = json[u"model"_s].toString(),
            .text = json[u"text"_s].toString(),
            .finish = cut ? Finish::stopped : Finish(finish - kFinishes.begin()),
            .tokens = json[u"tokens"_s].toInt(),
            .promptTokens = json[u"prompt_tokens"_s].toInt(),
            .seconds = json[u"seconds"_s].toDouble(),
            .firstToken = json[u"first_token"_s].toDouble(),
            .seed = quint32(json[u"seed"_s].toInteger()),
            .error = json[u"error"_s].toString(),
            .hint = json[u"hint"_s].toString()};
}

QString Conversation::title() const { return turns.empty() ? QString() : firstLine(turns.front().prompt); }

std::array<QString, kSides> Conversation::models() const {
    std::array<QString, kSides> names;
    for (const auto& turn : turns)
        for (std::size_t side = 0; side < kSides; ++side)
            if (turn.answers[side]) names[side] = turn.answers[side]->model;
    return names;
}

Json Conversation::messages(std::size_t side, std::size_t turn) const {
    auto messages = Json::array();
    if (!system.isEmpty()) messages.push_back(message("system", system));
    for (std::size_t i = 0; i < turn; ++i) {
        const auto& answer = turns[i].answers[side];
        if (!answer || !answer->isUsable()) continue;
        messages.push_back(message("user", turns[i].prompt));
        messages.push_back(message("assistant", answer->text));
    }
    messages.push_back(message("user", turns[turn].prompt));
    return messages;
}

QJsonObject Conversation::json() const {
    QJsonArray list;
    for (const auto& turn : turns) {
        QJsonArray answers;
        for (const auto& answer : turn.answers) answers.append(answer ? QJsonValue(answer->json()) : QJsonValue());
        list.append(QJsonObject{{u"prompt"_s, turn.prompt}, {u"answers"_s, answers}});
    }
    return {{u"system"_s, system}, {u"turns"_s, list}};
}

Conversation Conversation::fromJson(const QJsonObject& json) {
    Conversation conversation;
    conversation.system = json[u"system"_s].toString();
    for (const auto& each : json[u"turns"_s].toArray()) {
        Turn turn{.prompt = each[u"prompt"_s].toString(), .answers = {}};
        for (std::size_t side = 0; side < kSides; ++side)
            if (const auto answer = each[u"answers"_s][qsizetype(side)]; answer.isObject())
                turn.answers[side] = Answer::fromJson(answer.toObject());
        conversation.turns.push_back(std::move(turn));
    }
    return conversation;
}

QString firstLine(const QString& text) {
    const auto trimmed = text.trimmed();
    return trimmed.left(trimmed.indexOf(u'\n')).trimmed();
}

}  // namespace anneal::pages
