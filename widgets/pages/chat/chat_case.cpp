#include "pages/chat/chat_case.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace anneal::pages {
namespace {

std::string textOf(const Json& row, std::initializer_list<const char*> keys) {
    for (const auto* key : keys)
        if (const auto found = row.find(key); found != row.end() && found->is_string()) return found->get<std::string>();
    return {};
}

Json message(const char* role, const std::string& content) { return {{"role", role}, {"content", content}}; }

Result<ChatCase> fromMessages(const Json& list) {
    ChatCase found;
    if (!list.is_array()) return fail("case_invalid", "\"messages\" is not a list");
    for (const auto& each : list) {
        const auto role = each.is_object() ? each.value("role", std::string()) : std::string();
        if ((role != "system" && role != "user" && role != "assistant") || !each.contains("content") || !each["content"].is_string())
            return fail("case_invalid", "a message needs a role of system, user or assistant and a text as its content");
        found.messages.push_back(message(role.c_str(), each["content"].get<std::string>()));
    }
    if (!found.messages.empty() && found.messages.back()["role"] == "assistant") {
        found.expected = QString::fromStdString(found.messages.back()["content"].get<std::string>());
        found.messages.erase(found.messages.size() - 1);
    }
    if (found.messages.empty() || found.messages.back()["role"] != "user")
        return fail("case_invalid", "nothing is asked: the last question is missing");
    return found;
}

Result<ChatCase> fromRow(const Json& row) {
    if (!row.is_object()) return fail("case_invalid", "the line is not an object");
    if (row.contains("messages")) {
        ANNEAL_TRY(found, fromMessages(row["messages"]));
        if (found.expected.isEmpty()) found.expected = QString::fromStdString(textOf(row, {"expected"}));
        return found;
    }
    auto prompt = textOf(row, {"prompt", "instruction", "question"});
    if (const auto input = textOf(row, {"input"}); !input.empty()) prompt += (prompt.empty() ? "" : "\n") + input;
    if (prompt.empty()) return fail("case_invalid", "there is neither \"messages\" nor \"prompt\"");
    ChatCase found;
    if (const auto system = textOf(row, {"system"}); !system.empty()) found.messages.push_back(message("system", system));
    found.messages.push_back(message("user", prompt));
    found.expected = QString::fromStdString(textOf(row, {"expected", "output", "response", "answer"}));
    return found;
}

}  // namespace

QString ChatCase::prompt() const {
    return messages.empty() ? QString() : QString::fromStdString(messages.back().value("content", std::string()));
}

QJsonObject ChatCase::json() const {
    const auto text = QByteArray::fromStdString(base::dumpJson(Json{{"messages", messages}}));
    auto json = QJsonDocument::fromJson(text).object();
    json[u"expected"_s] = expected;
    return json;
}

ChatCase ChatCase::fromJson(const QString& id, const QJsonObject& json) {
    ChatCase found;
    found.id = id;
    if (auto parsed = base::parseJson(QJsonDocument(json).toJson(QJsonDocument::Compact).toStdString());
        parsed && (*parsed)["messages"].is_array())
        found.messages = std::move((*parsed)["messages"]);
    found.expected = json[u"expected"_s].toString();
    return found;
}

QByteArray toJsonLines(const std::vector<ChatCase>& cases) {
    std::string text;
    for (const auto& each : cases) {
        auto messages = OrderedJson::array();
        for (const auto& one : each.messages) messages.push_back(OrderedJson{{"role", one["role"]}, {"content", one["content"]}});
        if (!each.expected.isEmpty()) messages.push_back(OrderedJson{{"role", "assistant"}, {"content", each.expected.toStdString()}});
        text += base::dumpJson(OrderedJson{{"messages", messages}}) + "\n";
    }
    return QByteArray::fromStdString(text);
}

Result<std::vector<ChatCase>> casesFromJsonLines(const QByteArray& text) {
    std::vector<ChatCase> cases;
    int number = 0;
    for (const auto& line : text.split('\n')) {
        ++number;
        if (line.trimmed().isEmpty()) continue;
        const auto place = "line " + std::to_string(number);
        auto row = base::parseJson(std::string_view(line.constData(), std::size_t(line.size())));
        if (!row) return failAt(place, {"case_invalid", row.error().message, "a case is one line of JSON"});
        auto found = fromRow(*row);
        if (!found) return failAt(place, {"case_invalid", found.error().message, R"(a case is {"messages":[…]} or {"prompt","expected"})"});
        cases.push_back(std::move(*found));
    }
    if (cases.empty()) return fail("case_invalid", "the file holds no case", R"(a case is a line like {"prompt":"…","expected":"…"})");
    return cases;
}

}  // namespace anneal::pages
