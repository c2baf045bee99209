#pragma once
// A prompt that is asked again and again, with what a right answer says. Kept in studio.db, carried as JSON Lines.

#include <vector>

#include <QJsonObject>
#include <QString>

#include "base/json.h"
#include "base/result.h"
#include "pages/chat/conversation.h"

namespace anneal::pages {

/// Kind of a case among the documents of studio.db.
inline constexpr auto kCaseKind = "chat_case";

struct ChatCase {
    QString id;                     ///< of its document; empty: not kept yet
    Json messages = Json::array();  ///< system, user and assistant in turn, the last of the user
    QString expected;               ///< may be empty

    /// What the last message asks.
    QString prompt() const;
    QString name() const { return firstLine(prompt()); }
    bool sameQuestion(const ChatCase& other) const { return messages == other.messages; }

    QJsonObject json() const;
    static ChatCase fromJson(const QString& id, const QJsonObject& json);
};

/// A case a line: {"messages":[…]}, the expected answer as the last message where there is one, so that a file of cases is also a
/// data set of chats.
QByteArray toJsonLines(const std::vector<ChatCase>& cases);
/// The same, and {"prompt" or "instruction" and "input", "expected" or "output", "system"}. Errors name the line: "case_invalid".
Result<std::vector<ChatCase>> casesFromJsonLines(const QByteArray& text);

}  // namespace anneal::pages
