#pragma once
// Mean loss of a model over prepared tokens.

#include <cstdint>
#include <vector>

#include "base/result.h"
#include "base/stop_token.h"
#include "nn/causal_lm.h"
#include "text/prepared.h"

namespace anneal::evaluate {

struct LossOptions {
    std::int64_t batchTokens = 4096;  ///< samples are laid end to end up to this many; one sample may be longer
    bool perSample = false;
};

struct SampleLoss {
    double sum = 0;  ///< of -log p over the trained tokens, in nats
    std::int64_t trainedTokens = 0;
};

struct LossReport {
    double loss = 0;        ///< mean per trained token, in nats
    double perplexity = 0;  ///< exp(loss)
    std::int64_t trainedTokens = 0;
    std::int64_t samples = 0;
    std::vector<SampleLoss> perSample;  ///< in file order, where asked for
};

/// Every trained token is predicted from what stands before it in its own sample; sums in FP64. Errors: "tokens_mismatch"
/// (an id beyond the model's vocabulary), "nothing_trained" (everything masked), "loss_not_finite", "stopped".
Result<LossReport> meanLoss(nn::CausalLm& model, const text::PreparedTokens& tokens, const LossOptions& options = {},
                            const base::ProgressFunction& progress = {}, base::StopToken stop = {});

}  // namespace anneal::evaluate
