#include "evaluate/loss.h"

#include <algorithm>
#include <cmath>

#include <ATen/ATen.h>

#include "train/objective.h"

namespace anneal::evaluate {
namespace {

/// The next samples in file order that fit the budget, at least one.
std::vector<std::uint32_t> nextBatch(const text::PreparedTokens& tokens, std::size_t first, std::int64_t budget) {
    std::vector<std::uint32_t> samples;
    std::int64_t length = 0;
    for (auto sample = first; sample < tokens.samples(); ++sample) {
        length += std::int64_t(tokens.length(sample));
        if (!samples.empty() && length > budget) break;
        samples.push_back(std::uint32_t(sample));
    }
    return samples;
}

std::int64_t trainedTokens(const text::PreparedTokens& tokens, std::uint32_t sample) {
    const auto trained = tokens.trained(sample);
    return std::count_if(trained.begin() + 1, trained.end(), [](auto flag) { return flag != 0; });
}

std::vector<SampleLoss> batchLosses(nn::CausalLm& model, const text::PreparedTokens& tokens, const std::vector<std::uint32_t>& samples) {
    const auto sums = train::crossEntropySums(model, tokens, samples);
    std::vector<at::Tensor> defined;
    for (const auto& sum : sums)
        if (sum.defined()) defined.push_back(sum);
    const auto host = defined.empty() ? at::Tensor() : at::stack(defined).to(at::kCPU, at::kDouble);
    const double* next = host.defined() ? host.const_data_ptr<double>() : nullptr;
    std::vector<SampleLoss> losses;
    for (std::size_t i = 0; i < samples.size(); ++i) losses.push_back({sums[i].defined() ? *next++ : 0, trainedTokens(tokens, samples[i])});
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
