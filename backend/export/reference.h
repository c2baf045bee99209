#pragma once
// What the trained model says, taken once and compared with every artefact.

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "base/stop_token.h"
#include "export/frontend.h"
#include "nn/causal_lm.h"

namespace anneal::exporting {

using TokenSequence = std::vector<std::int32_t>;

struct GreedyCase {
    TokenSequence prompt;
    TokenSequence answer;
};

struct Reference {
    std::string source;  ///< "held-out samples of the run", "built-in texts"
    std::vector<TokenSequence> samples;
    std::vector<std::vector<float>> logits;  ///< by sample: [tokens, vocab]
    std::vector<GreedyCase> greedy;
    std::int64_t tokens() const;
};

/// Held-out samples: those of `preparedTokens` if that folder is there, else the built-in texts. As many tokens as two CPU cores
/// get through in a minute or so and 512 MiB of logits hold.
Result<std::pair<std::vector<TokenSequence>, std::string>> gateSamples(const std::filesystem::path& preparedTokens,
                                                                       const Frontend& frontend);

/// FP32 logits after each token: [tokens, vocab].
std::vector<float> modelLogits(nn::CausalLm& model, const TokenSequence& ids);
/// Greedy answer of `model`, ended by a stop id.
Result<TokenSequence> modelGreedy(nn::CausalLm& model, const TokenSequence& prompt, const std::vector<std::int32_t>& stopIds,
                                  int maxTokens);

Result<Reference> takeReference(nn::CausalLm& model, std::vector<TokenSequence> samples, std::string source, const Frontend& frontend,
                                const base::ProgressFunction& progress, base::StopToken stop);

inline constexpr int kGreedyTokens = 32;  ///< compared in each greedy case

}  // namespace anneal::exporting
