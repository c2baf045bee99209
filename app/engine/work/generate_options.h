#pragma once

#include "base/json.h"
#include "generate/generator.h"

namespace anneal::engine {

/// max_tokens, greedy, temperature, top_k, top_p, min_p, repetition_penalty, seed, stop: [string], stop_ids: [int] (beside
/// those of the model), ignore_eos (none of the model's). Errors: "args_invalid".
Result<generate::GenerateOptions> generateOptions(const Json& args, const std::vector<std::int32_t>& modelStopIds, bool greedy);

}  // namespace anneal::engine
