#include "export/reference.h"

#include <algorithm>

#include "export/gate_texts.h"
#include "generate/generator.h"
#include "text/prepared.h"

namespace anneal::exporting {
namespace {

constexpr std::size_t kSampleTokens = 256;  // the first so many of each sample
constexpr std::size_t kGreedyCases = 3;
constexpr std::size_t kGreedyPrompt = 16;

std::size_t tokenBudget(const catalogue::ModelConfig& config) {
    constexpr double kProducts = 1e12;  // multiply-adds a pass
    constexpr double kLogits = 512.0 * 1024 * 1024 / sizeof(float);
    const double tokens =
        std::min(kProducts / double(std::max<std::int64_t>(1, config.parameterCount())), kLogits / double(config.vocabSize));
    return std::size_t(std::clamp(tokens, 128.0, 4096.0));
}

}  // namespace

std::int64_t Reference::tokens() const {
    std::int64_t count = 0;
    for (const auto& sample : samples) count += std::int64_t(sample.size());
    return count;
}

Result<std::pair<std::vector<TokenSequence>, std::string>> gateSamples(const std::filesystem::path& preparedTokens,
                                                                       const Frontend& frontend) {
    std::vector<TokenSequence> samples;
    auto budget = tokenBudget(frontend.config);
    const auto longest = std::min<std::size_t>(kSampleTokens, std::size_t(std::max<std::int64_t>(2, frontend.config.contextLength)));
    const auto take = [&](std::span<const std::int32_t> ids) {
        const auto count = std::min({ids.size(), longest, budget});
        if (count < 2) return;
        samples.emplace_back(ids.begin(), ids.begin() + std::ptrdiff_t(count));
        budget -= count;
    };
    if (!preparedTokens.empty() && std::filesystem::exists(preparedTokens)) {
        ANNEAL_TRY(prepared, text::PreparedTokens::open(preparedTokens, /*verify=*/true));
        for (std::size_t i = 0; i < prepared.samples() && budget >= 2; ++i) take(prepared.ids(i));
        if (!samples.empty()) return std::pair(std::move(samples), std::string("held-out samples of the run"));
    }
    for (const auto text : gateTexts()) take(frontend.tokenizer->encode(text, true));
    if (samples.empty()) return fail("gate_no_samples", "the tokenizer makes nothing of the built-in texts", "check the model's tokenizer");
    return std::pair(std::move(samples), std::string("built-in texts"));
}

std::vector<float> modelLogits(nn::CausalLm& model, const TokenSequence& ids) {
    const at::NoGradGuard noGrad;
    const auto logits =
        model.logits(model.hidden(nn::makeBatch(std::span<const std::int32_t>(ids), model.device()))).to(at::kCPU, at::kFloat).contiguous();
    const float* data = logits.const_data_ptr<float>();
    return {data, data + logits.numel()};
}

Result<TokenSequence> modelGreedy(nn::CausalLm& model, const TokenSequence& prompt, const std::vector<std::int32_t>& stopIds,
                                  int maxTokens) {
    const at::NoGradGuard noGrad;
    generate::GenerateOptions options;
    options.maxTokens = maxTokens;
    options.sampling.greedy = true;
    options.stopIds = stopIds;
    ANNEAL_TRY(generated, generate::Generator(model, nullptr).generate(prompt, options));
    return generated.ids;
}

Result<Reference> takeReference(nn::CausalLm& model, std::vector<TokenSequence> samples, std::string source, const Frontend& frontend,
                                const base::ProgressFunction& progress, base::StopToken stop) {
    Reference reference;
    reference.source = std::move(source);
    reference.samples = std::move(samples);
    for (const auto& sample : reference.samples) {
        if (stop.stopRequested()) return fail("stopped", "the export was stopped");
        if (progress) progress({std::int64_t(reference.logits.size()), std::int64_t(reference.samples.size()), "asking the trained model"});
        reference.logits.push_back(modelLogits(model, sample));
    }
    for (const auto& sample : reference.samples) {
        if (reference.greedy.size() == kGreedyCases) break;
        const auto length = std::min(sample.size() / 2 + 1, kGreedyPrompt);
        if (std::int64_t(length) + kGreedyTokens > frontend.config.contextLength) continue;
        TokenSequence prompt(sample.begin(), sample.begin() + std::ptrdiff_t(length));
        ANNEAL_TRY(answer, modelGreedy(model, prompt, frontend.stopIds, kGreedyTokens));
        reference.greedy.push_back({std::move(prompt), std::move(answer)});
    }
    return reference;
}

}  // namespace anneal::exporting
