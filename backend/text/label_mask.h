#pragma once
// A sample becomes tokens and, for each, whether its prediction is trained: the assistant's turns with the token that
// ends them, and nothing else unless asked.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "text/chat_template.h"
#include "text/sample.h"
#include "text/tokenizer.h"

namespace anneal::text {

struct MaskOptions {
    std::int64_t cutoffLen = 0;  ///< tokens kept of a sample; 0: all
    bool trainOnPrompt = false;  ///< train every token
    bool maskHistory = false;    ///< of several assistant turns train the last one only
    bool appendEos = true;       ///< end plain text and a bare completion with the end token
};

struct MaskedTokens {
    std::vector<std::int32_t> ids;
    std::vector<std::uint8_t> trained;  ///< one a token: 1 if its prediction counts
    std::string text;                   ///< what was tokenised
    bool truncated = false;             ///< ids were cut to cutoffLen
    std::size_t wholeLength = 0;        ///< tokens before the cut
};

class SampleEncoder {
public:
    /// Without a template only plain text and bare completions can be encoded; with one, a completion becomes the
    /// answer to its prompt.
    SampleEncoder(std::shared_ptr<const Tokenizer> tokenizer, std::optional<ChatTemplate> chat, MaskOptions options = {});

    /// Errors name the row: "all_masked" when no trained token is left, "empty_sample", "template_refused",
    /// "template_missing", "answer_not_found" when the template does not show where an answer stands.
    Result<MaskedTokens> encode(const Sample& sample) const;
    /// Messages as JSON, rendered and marked; with a generation prompt nothing after the last turn is trained.
    Result<MaskedTokens> encodeChat(const OrderedJson& messages, const RenderOptions& options) const;

    const Tokenizer& tokenizer() const { return *tokenizer_; }
    const std::optional<ChatTemplate>& chat() const { return chat_; }
    const MaskOptions& options() const { return options_; }

private:
    Result<MaskedTokens> encodeMessages(const OrderedJson& messages, const RenderOptions& options,
                                        const std::vector<bool>& trainedTurns) const;
    MaskedTokens encodeText(const Sample& sample) const;
    Status finish(MaskedTokens& tokens, std::int64_t row) const;

    std::shared_ptr<const Tokenizer> tokenizer_;
    std::optional<ChatTemplate> chat_;
    MaskOptions options_;
    std::string header_;  ///< what the template prints for a generation prompt
};

/// Ids that end an answer: the model's end token, the template's stop texts, and the token that the template itself
/// puts after an answer. Ascending.
std::vector<std::int32_t> stopTokens(const Tokenizer& tokenizer, const ChatTemplate* chat);

}  // namespace anneal::text
