#include "evaluate/loss.h"

#include <cmath>

#include <ATen/ATen.h>

#include "nn/ops/cross_entropy.h"

namespace anneal::evaluate {
namespace {

/// The next samples in file order that fit the budget, at least one.
std::vector<std::size_t> nextBatch(const text::PreparedTokens& tokens, std::size_t first, std::int64_t budget) {
    std::vector<std::size_t> samples;
    std::int64_t length = 0;
    for (auto sample = first; sample < tokens.samples(); ++sample) {
        length += std::int64_t(tokens.length(sample));
        if (!samples.empty() && length > budget) break;
        samples.push_back(sample);
    }
    return samples;
}

/// Rows of a sample's hidden states that predict a trained token, and those tokens.
struct Predictions {
    std::vector<std::int64_t> rows;
    std::vector<std::int64_t> targets;
};

Predictions predictionsOf(const text::PreparedTokens& tokens, std::size_t sample, std::int64_t offset) {
    const auto ids = tokens.ids(sample);
    const auto trained = tokens.trained(sample);
    Predictions found;
    for (std::size_t position = 1; position < ids.size(); ++position)
        if (trained[position]) {
            found.rows.push_back(offset + std::int64_t(position) - 1);
            found.targets.push_back(ids[position]);
        }
    return found;
}

std::vector<SampleLoss> batchLosses(nn::CausalLm& model, const text::PreparedTokens& tokens, const std::vector<std::size_t>& samples) {
    std::vector<std::span<const std::int32_t>> sequences;
    for (const auto sample : samples) sequences.push_back(tokens.ids(sample));
    const auto batch = nn::makeBatch(sequences, model.device());
    const auto hidden = model.hidden(batch);
    const auto weight = model.headWeight();
    std::vector<at::Tensor> sums;
    std::vector<SampleLoss> losses;
    for (std::size_t index = 0; index < samples.size(); ++index) {
        const auto predictions = predictionsOf(tokens, samples[index], batch.cuSeqlens[index]);
        losses.push_back({0, std::int64_t(predictions.rows.size())});
        if (predictions.rows.empty()) continue;
        const auto rows = at::tensor(predictions.rows, at::kLong).to(model.device());
        const auto targets = at::tensor(predictions.targets, at::kLong).to(model.device());
        sums.push_back(nn::linearCrossEntropySum(hidden.index_select(0, rows), weight, targets));
    }
    if (sums.empty()) return losses;
    const auto host = at::stack(sums).to(at::kCPU, at::kDouble);
    const double* sum = host.const_data_ptr<double>();
    for (auto& loss : losses)
        if (loss.trainedTokens > 0) loss.sum = *sum++;
    return losses;
}

}  // namespace

Result<LossReport> meanLoss(nn::CausalLm& model, const text::PreparedTokens& tokens, const LossOptions& options,
                            const base::ProgressFunction& progress, base::StopToken stop) {
    const auto vocabulary = model.config().vocabSize;
    if (tokens.manifest().vocabSize > vocabulary)
        for (std::size_t sample = 0; sample < tokens.samples(); ++sample)
            for (const auto id : tokens.ids(sample))
                if (id >= vocabulary)
                    return fail("tokens_mismatch",
                                "token " + std::to_string(id) + " is not in the model's vocabulary of " + std::to_string(vocabulary),
                                "prepare the data with the model's own tokenizer");

    const at::NoGradGuard noGradients;
    LossReport report{.samples = std::int64_t(tokens.samples())};
    double sum = 0;
    for (std::size_t done = 0; done < tokens.samples();) {
        if (stop.stopRequested()) return fail("stopped", "the evaluation was stopped");
        const auto samples = nextBatch(tokens, done, options.batchTokens);
        for (const auto& loss : batchLosses(model, tokens, samples)) {
            sum += loss.sum;
            report.trainedTokens += loss.trainedTokens;
            if (options.perSample) report.perSample.push_back(loss);
        }
        done += samples.size();
        if (progress) progress({std::int64_t(done), report.samples, "evaluating"});
    }
    if (report.trainedTokens == 0)
        return fail("nothing_trained", "no token of the data is trained", "check the template and the data's answers");
    report.loss = sum / double(report.trainedTokens);
    report.perplexity = std::exp(report.loss);
    if (!std::isfinite(report.loss))
        return fail("loss_not_finite", "the loss is not finite", "the weights are damaged, or the run diverged: use an earlier checkpoint");
    return report;
}

}  // namespace anneal::evaluate
