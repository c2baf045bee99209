#pragma once
// One training sample in the one form that every data shape is brought to.

#include <cstdint>
#include <string>
#include <vector>

#include "base/json.h"

namespace anneal::text {

struct Message {
    std::string role;       ///< system, user, assistant, tool
    std::string content;    ///< may be empty when there are tool calls
    OrderedJson toolCalls;  ///< array of {"type":"function","function":{"name","arguments"}}, or null
    OrderedJson extra;      ///< other keys a template may ask for (name, tool_call_id, reasoning_content), or null
    bool trained = true;    ///< an assistant turn may be left out of the loss (a KTO or `weight: 0` turn)
};

/// Exactly one of messages, prompt+completion, text is filled. An Alpaca row becomes messages.
struct Sample {
    std::vector<Message> messages;  ///< with the system message first, if any
    std::string prompt;             ///< with completion: a question and its answer where a template is set, else one text
    std::string completion;
    std::string text;      ///< plain text: every token is trained
    OrderedJson tools;     ///< array of function schemas, or null
    std::int64_t row = 0;  ///< its row in the data set, for messages to the person

    enum class Kind { messages, completion, text };
    Kind kind() const {
        if (!messages.empty()) return Kind::messages;
        return completion.empty() && prompt.empty() ? Kind::text : Kind::completion;
    }
};

}  // namespace anneal::text
