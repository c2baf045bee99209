#pragma once
// What a model is asked, in the three forms that requests give it.

#include <optional>

#include "engine/work/session.h"
#include "text/chat_template.h"

namespace anneal::engine {

/// Turns questions into token ids for the loaded model: {"ids":[int]}, {"text":str} (with the tokenizer's own BOS and the
/// like), or {"messages":[{role, content}], "tools"?} by a chat template that ends with the header of the answer to come.
class PromptMaker {
public:
    /// `templateName`: a known name; empty: the model's own, and where it has none, messages become their bare contents.
    static Result<PromptMaker> create(Session& session, const std::string& templateName);

    Result<std::vector<std::int32_t>> ids(const Json& question) const;
    /// "own", a name, or "none".
    std::string templateName() const { return template_ ? template_->name() : "none"; }
    /// Tokens that end an answer: the model's and the template's.
    const std::vector<std::int32_t>& stopIds() const { return stopIds_; }

private:
    std::shared_ptr<const text::Tokenizer> tokenizer_;
    std::optional<text::ChatTemplate> template_;
    std::vector<std::int32_t> stopIds_;
};

}  // namespace anneal::engine
