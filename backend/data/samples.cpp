#include "data/samples.h"

#include <map>

#include <arrow/table.h>

#include "base/text.h"
#include "data/row_text.h"

namespace anneal::data {
namespace {

using text::Message;
using text::Sample;

enum class Turn { system, user, assistant, toolCall, tool };

std::optional<Turn> turnOf(const std::string& role, const Tags& tags) {
    if (role == tags.user) return Turn::user;
    if (role == tags.assistant) return Turn::assistant;
    if (role == tags.function) return Turn::toolCall;
    if (role == tags.observation) return Turn::tool;
    if (role == tags.system) return Turn::system;
    static const std::map<std::string, Turn> spellings = {{"human", Turn::user},
                                                          {"user", Turn::user},
                                                          {"prompter", Turn::user},
                                                          {"customer", Turn::user},
                                                          {"instruction", Turn::user},
                                                          {"question", Turn::user},
                                                          {"gpt", Turn::assistant},
                                                          {"assistant", Turn::assistant},
                                                          {"model", Turn::assistant},
                                                          {"bot", Turn::assistant},
                                                          {"chatgpt", Turn::assistant},
                                                          {"bard", Turn::assistant},
                                                          {"bing", Turn::assistant},
                                                          {"ai", Turn::assistant},
                                                          {"answer", Turn::assistant},
                                                          {"chatbot", Turn::assistant},
                                                          {"system", Turn::system},
                                                          {"developer", Turn::system},
                                                          {"tool", Turn::tool},
                                                          {"observation", Turn::tool},
                                                          {"function", Turn::tool},
                                                          {"function_response", Turn::tool},
                                                          {"tool_response", Turn::tool},
                                                          {"ipython", Turn::tool},
                                                          {"function_call", Turn::toolCall},
                                                          {"tool_call", Turn::toolCall}};
    const auto found = spellings.find(base::toLower(role));
    return found == spellings.end() ? std::nullopt : std::optional(found->second);
}

std::string textOf(const OrderedJson& value) {
    if (value.is_null()) return {};
    return value.is_string() ? value.get<std::string>() : base::dumpJson(value);
}

std::string textAt(const OrderedJson& row, const std::optional<std::string>& column) {
    if (!column || !row.contains(*column)) return {};
    return textOf(row[*column]);
}

/// A list given as JSON text is as good as the list.
OrderedJson unwrapped(const OrderedJson& value) {
    if (!value.is_string()) return value;
    auto parsed = OrderedJson::parse(value.get_ref<const std::string&>(), nullptr, false);
    return parsed.is_discarded() ? value : parsed;
}

/// {"name":…,"arguments":…} or a list of them, as text or JSON, in the form that templates expect.
OrderedJson toolCalls(const OrderedJson& value) {
    auto given = unwrapped(value);
    if (given.is_object()) given = OrderedJson::array({given});
    if (!given.is_array()) return nullptr;
    auto calls = OrderedJson::array();
    for (const auto& call : given) {
        if (!call.is_object()) return nullptr;
        if (call.contains("function")) {
            calls.push_back(call);
        } else if (call.contains("name")) {
            calls.push_back({{"type", "function"},
                             {"function",
                              {{"name", call["name"]},
                               {"arguments", call.contains("arguments") ? unwrapped(call["arguments"]) : OrderedJson::object()}}}});
        } else {
            return nullptr;
        }
    }
    return calls;
}

/// Content parts: text as it is, media as their marks, tool calls apart.
void addContent(Message& message, const OrderedJson& content) {
    if (!content.is_array()) {
        message.content += textOf(content);
        return;
    }
    for (const auto& part : content) {
        if (!part.is_object()) {
            message.content += textOf(part);
            continue;
        }
        const auto type = part.value("type", "text");
        const auto& body = part.contains("value") ? part["value"] : part.contains("text") ? part["text"] : OrderedJson();
        if (type == "text") {
            message.content += textOf(body);
        } else if (type == "reasoning" || type == "thinking") {
            if (message.extra.is_null()) message.extra = OrderedJson::object();
            message.extra["reasoning_content"] = message.extra.value("reasoning_content", std::string()) + textOf(body);
        } else if (type == "tool_call") {
            if (message.toolCalls.is_null()) message.toolCalls = OrderedJson::array();
            for (auto& call : toolCalls(body)) message.toolCalls.push_back(call);
        } else if (type.starts_with("image") || type.starts_with("video") || type.starts_with("audio")) {
            message.content += "<" + type.substr(0, 5) + ">";
        } else {
            message.content += textOf(body);
        }
    }
}

class Conversation {
public:
    Conversation(const Mapping& mapping, std::int64_t row) : tags_(mapping.tags), row_(row) {}

    Status add(const OrderedJson& turn) {
        if (!turn.is_object()) return invalid("a turn is not an object");
        if (!turn.contains(tags_.role) && !turn.contains("role") && !turn.contains("from") &&
            (turn.contains("human") || turn.contains("user"))) {
            say("user", textOf(turn.contains("human") ? turn["human"] : turn["user"]));
            for (const char* key : {"assistant", "gpt", "bot"})
                if (turn.contains(key)) say("assistant", textOf(turn[key]));
            return {};
        }
        const auto key = [&](const std::string& first, const char* second, const char* third) -> std::string {
            return turn.contains(first) ? first : turn.contains(second) ? second : third;
        };
        const auto roleKey = key(tags_.role, "role", "from");
        const auto contentKey = key(tags_.content, "content", "value");
        const auto role = textOf(turn.value(roleKey, OrderedJson()));
        const auto kind = turnOf(role, tags_);
        if (!kind)
            return fail("role_unknown", "row " + std::to_string(row_) + ": unknown role \"" + role + "\"",
                        "name it in the mapping's tags (user_tag, assistant_tag …)");
        Message message;
        const auto content = turn.value(contentKey, OrderedJson());
        if (*kind == Turn::toolCall) {
            message.toolCalls = toolCalls(content);
            if (message.toolCalls.is_null()) message.content = textOf(content);
        } else {
            addContent(message, content);
        }
        if (turn.contains("tool_calls") && !turn["tool_calls"].is_null()) message.toolCalls = toolCalls(turn["tool_calls"]);
        static const std::map<Turn, std::string> roles = {{Turn::system, "system"},
                                                          {Turn::user, "user"},
                                                          {Turn::assistant, "assistant"},
                                                          {Turn::toolCall, "assistant"},
                                                          {Turn::tool, "tool"}};
        message.role = roles.at(*kind);
        for (const char* name : {"name", "tool_call_id", "reasoning_content"}) {
            if (!turn.contains(name) || name == roleKey || name == contentKey) continue;
            if (message.extra.is_null()) message.extra = OrderedJson::object();
            message.extra[name] = turn[name];
        }
        for (const char* name : {"weight", "loss_weight"})
            if (turn.contains(name) && turn[name].is_number() && turn[name].get<double>() == 0) message.trained = false;
        messages_.push_back(std::move(message));
        return {};
    }
    Status addAll(const OrderedJson& turns) {
        const auto list = unwrapped(turns);
        if (list.is_object()) return add(list);
        if (!list.is_array()) return invalid("the conversation is not a list of turns");
        for (const auto& turn : list) ANNEAL_CHECK(add(turn));
        return {};
    }
    /// "\n\nHuman: …\n\nAssistant: …", as HH-RLHF writes a whole conversation.
    void addDialogue(std::string_view text) {
        static constexpr std::pair<std::string_view, const char*> speakers[] = {{"Human:", "user"}, {"Assistant:", "assistant"}};
        const auto speakerAt = [&](std::size_t at) {
            for (const auto& [name, role] : speakers)
                if (text.substr(at).starts_with(name)) return std::pair(name.size(), role);
            return std::pair(std::size_t(0), "");
        };
        for (auto at = text.find_first_not_of('\n'); at < text.size();) {
            const auto [skip, role] = speakerAt(at);
            auto end = text.find("\n\n", at + skip);
            while (end != std::string_view::npos && speakerAt(end + 2).first == 0) end = text.find("\n\n", end + 2);
            const auto turn = text.substr(at + skip, std::min(end, text.size()) - at - skip);
            say(skip == 0 ? "user" : role, std::string(base::trim(turn)));
            at = end == std::string_view::npos ? text.size() : end + 2;
        }
    }
    bool empty() const { return messages_.empty(); }
    /// [["question", "answer"], …]
    Status addHistory(const OrderedJson& history) {
        const auto list = unwrapped(history);
        if (list.is_null() || (list.is_string() && list.get_ref<const std::string&>().empty())) return {};
        if (!list.is_array()) return invalid("history is not a list of pairs");
        for (const auto& pair : list) {
            if (!pair.is_array() || pair.size() != 2) return invalid("history is not a list of pairs");
            say("user", textOf(pair[0]));
            say("assistant", textOf(pair[1]));
        }
        return {};
    }
    void say(std::string role, std::string content) {
        Message message;
        message.role = std::move(role);
        message.content = std::move(content);
        messages_.push_back(std::move(message));
    }
    void addSystem(const std::string& content) {
        if (content.empty() || (!messages_.empty() && messages_.front().role == "system")) return;
        Message message;
        message.role = "system";
        message.content = content;
        messages_.insert(messages_.begin(), std::move(message));
    }
    std::vector<Message> take() { return std::move(messages_); }

private:
    tl::unexpected<Error> invalid(const std::string& why) const {
        return fail("row_invalid", "row " + std::to_string(row_) + ": " + why, "check the mapping, or drop the row in a clean step");
    }
    const Tags& tags_;
    std::int64_t row_;
    std::vector<Message> messages_;
};

std::string question(const Mapping& mapping, const OrderedJson& row) {
    auto prompt = textAt(row, mapping.column("prompt"));
    const auto query = textAt(row, mapping.column("query"));
    if (prompt.empty() || query.empty()) return prompt + query;
    return prompt + "\n" + query;
}

/// An answer given as text, as one turn or several, or as the whole dialogue before and with it.
Status addAnswer(Conversation& conversation, const OrderedJson& answer) {
    if (answer.is_structured()) return conversation.addAll(answer);
    if (conversation.empty() && textOf(answer).find("\n\nAssistant:") != std::string::npos) {
        conversation.addDialogue(textOf(answer));
        return {};
    }
    conversation.say("assistant", textOf(answer));
    return {};
}

}  // namespace

bool hasAnswers(Shape shape) {
    return shape == Shape::alpaca || shape == Shape::sharegpt || shape == Shape::messages || shape == Shape::preference ||
           shape == Shape::kto || shape == Shape::promptCompletion;
}

Result<Sample> toSample(const Mapping& mapping, const OrderedJson& row, std::int64_t number) {
    Sample sample;
    sample.row = number;
    Conversation conversation(mapping, number);
    const auto value = [&](const char* part) {
        const auto column = mapping.column(part);
        return column && row.contains(*column) ? row[*column] : OrderedJson();
    };
    switch (mapping.shape) {
        case Shape::text: sample.text = textAt(row, mapping.column("text")); return sample;
        case Shape::promptCompletion:
            if (mapping.column("prompt") == "prompt" && mapping.column("response") == "completion" && !mapping.column("system")) {
                sample.prompt = textOf(value("prompt"));
                sample.completion = textOf(value("response"));
                return sample;
            }
            [[fallthrough]];
        case Shape::alpaca:
        case Shape::kto:
        case Shape::preference:
        case Shape::sharegpt:
        case Shape::messages: break;
        default:
            return fail("shape_unsupported",
                        "rows of shape " + std::string(shapeName(mapping.shape)) + " are no samples for a language model",
                        "name the columns, e.g. --shape prompt_completion --map prompt=COLUMN,response=COLUMN");
    }
    if (mapping.column("messages")) {
        ANNEAL_CHECK(conversation.addAll(value("messages")));
    } else {
        ANNEAL_CHECK(conversation.addHistory(value("history")));
        if (mapping.column("prompt")) conversation.say("user", question(mapping, row));
    }
    if (mapping.shape == Shape::preference) {
        ANNEAL_CHECK(addAnswer(conversation, unwrapped(value("chosen"))));
    } else if (mapping.column("response")) {
        ANNEAL_CHECK(addAnswer(conversation, value("response")));
    }
    conversation.addSystem(textAt(row, mapping.column("system")));
    sample.messages = conversation.take();
    if (auto tools = unwrapped(value("tools")); tools.is_array() && !tools.empty()) sample.tools = std::move(tools);
    return sample;
}

Result<Sample> sampleOf(const arrow::Table& rows, const Mapping& mapping, std::int64_t row, std::int64_t number) {
    std::string line;
    RowText(rows, {}).appendJson(line, row);
    return toSample(mapping, OrderedJson::parse(line, nullptr, false), number);
}

Status forEachSample(const Dataset& dataset, const std::function<Status(Sample&&)>& take, const base::StopToken& stop) {
    return dataset.forEachPart([&](const arrow::Table& table, std::int64_t first) -> Result<bool> {
        const RowText rows(table, {});
        std::string line;
        for (std::int64_t row = 0; row < table.num_rows(); ++row) {
            if (stop.stopRequested()) return fail("stopped", "stopped");
            line.clear();
            rows.appendJson(line, row);
            ANNEAL_TRY(sample, toSample(dataset.manifest().mapping, OrderedJson::parse(line, nullptr, false), first + row + 1));
            ANNEAL_CHECK(take(std::move(sample)));
        }
        return true;
    });
}

}  // namespace anneal::data
