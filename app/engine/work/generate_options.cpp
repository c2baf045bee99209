#include "engine/work/generate_options.h"

namespace anneal::engine {

Result<generate::GenerateOptions> generateOptions(const Json& args, const std::vector<std::int32_t>& modelStopIds, bool greedy) {
    generate::GenerateOptions options;
    auto& sampling = options.sampling;
    options.maxTokens = args.value("max_tokens", options.maxTokens);
    sampling.greedy = args.value("greedy", greedy);
    sampling.temperature = args.value("temperature", sampling.temperature);
    sampling.topK = args.value("top_k", sampling.topK);
    sampling.topP = args.value("top_p", sampling.topP);
    sampling.minP = args.value("min_p", sampling.minP);
    sampling.repetitionPenalty = args.value("repetition_penalty", sampling.repetitionPenalty);
    sampling.seed = args.value("seed", sampling.seed);
    options.stopStrings = args.value("stop", options.stopStrings);
    options.stopIds = args.value("stop_ids", options.stopIds);
    if (!args.value("ignore_eos", false)) options.stopIds.insert(options.stopIds.end(), modelStopIds.begin(), modelStopIds.end());

    if (options.maxTokens < 1) return fail("args_invalid", "max_tokens is below 1");
    if (sampling.temperature < 0) return fail("args_invalid", "temperature is below 0");
    if (sampling.topK < 0) return fail("args_invalid", "top_k is below 0", "0 keeps all tokens");
    if (!(sampling.topP > 0 && sampling.topP <= 1)) return fail("args_invalid", "top_p is not in (0, 1]");
    if (!(sampling.minP >= 0 && sampling.minP <= 1)) return fail("args_invalid", "min_p is not in [0, 1]");
    if (!(sampling.repetitionPenalty > 0)) return fail("args_invalid", "repetition_penalty is not above 0");
    return options;
}

}  // namespace anneal::engine
