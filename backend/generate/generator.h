#pragma once
// Text from a model: incremental decoding over a KV cache, one prompt or several at once.

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/stop_token.h"
#include "generate/sampler.h"
#include "nn/causal_lm.h"
#include "text/tokenizer.h"

namespace anneal::generate {

struct GenerateOptions {
    std::int64_t maxTokens = 256;          ///< new tokens; fewer where the model's context ends
    SamplingOptions sampling;              ///< sequence i of a batch draws with seed + i
    std::vector<std::int32_t> stopIds;     ///< any of these ends the answer
    std::vector<std::string> stopStrings;  ///< need a tokenizer; the answer's text ends before the first one
};

enum class Finish { stop, length };
std::string_view toText(Finish finish);  ///< "stop", "length"

struct Generated {
    std::vector<std::int32_t> ids;  ///< new tokens, with the stop id that ended them
    std::string text;               ///< special tokens left out; empty without a tokenizer
    Finish finish = Finish::length;
};

/// A new token: its sequence, its id, and the text that became final with it (perhaps none; never half a code point).
using TokenFunction = std::function<void(std::size_t sequence, std::int32_t id, std::string_view text)>;

class Generator {
public:
    /// `tokenizer` may be null: then ids in, ids out. The model must outlive this.
    Generator(nn::CausalLm& model, std::shared_ptr<const text::Tokenizer> tokenizer);

    /// Errors: those of check(), "logits_not_finite", "stopped".
    Result<Generated> generate(std::span<const std::int32_t> prompt, const GenerateOptions& options, const TokenFunction& onToken = {},
                               base::StopToken stop = {}) const;
    /// All prompts decode together; each answer is what generate() would give for its prompt (to rounding).
    Result<std::vector<Generated>> generateBatch(const std::vector<std::vector<std::int32_t>>& prompts, const GenerateOptions& options,
                                                 const TokenFunction& onToken = {}, base::StopToken stop = {}) const;

    /// Whether the prompt can be answered: "prompt_empty", "prompt_too_long", "token_out_of_range".
    Status check(std::span<const std::int32_t> prompt) const;

private:
    nn::CausalLm& model_;
    std::shared_ptr<const text::Tokenizer> tokenizer_;
};

}  // namespace anneal::generate
