#include "generate/generator.h"

#include <algorithm>
#include <cmath>

#include <ATen/ATen.h>

#include "generate/sequence.h"
#include "nn/kv_cache.h"

namespace anneal::generate {
namespace {

/// The last hidden state of each sequence that has tokens in the batch: [active, hidden].
at::Tensor lastRows(const at::Tensor& hidden, const nn::TokenBatch& batch, const std::vector<std::size_t>& active) {
    std::vector<std::int64_t> rows;
    for (const auto index : active) rows.push_back(batch.cuSeqlens[index + 1] - 1);
    return hidden.index_select(0, at::tensor(rows, at::kLong).to(hidden.device()));
}

/// -1 where the logits are not finite.
std::vector<std::int32_t> chooseAll(const at::Tensor& logits, std::vector<Sequence>& sequences, const std::vector<std::size_t>& active,
                                    bool plainGreedy) {
    std::vector<std::int32_t> chosen;
    if (plainGreedy) {
        const auto [best, index] = logits.max(1);
        const auto values = best.to(at::kCPU, at::kFloat), indices = index.to(at::kCPU);
        for (std::size_t row = 0; row < active.size(); ++row) {
            const bool finite = std::isfinite(values.const_data_ptr<float>()[row]);
            chosen.push_back(finite ? std::int32_t(indices.const_data_ptr<std::int64_t>()[row]) : -1);
        }
        return chosen;
    }
    const auto host = logits.to(at::kCPU, at::kFloat).contiguous();
    const auto width = std::size_t(host.size(1));
    for (std::size_t row = 0; row < active.size(); ++row)
        chosen.push_back(sequences[active[row]].choose({host.const_data_ptr<float>() + row * width, width}));
    return chosen;
}

}  // namespace

std::string_view toText(Finish finish) { return finish == Finish::stop ? "stop" : "length"; }

Generator::Generator(nn::CausalLm& model, std::shared_ptr<const text::Tokenizer> tokenizer)
    : model_(model), tokenizer_(std::move(tokenizer)) {}

Status Generator::check(std::span<const std::int32_t> prompt) const {
    const auto& config = model_.config();
    if (prompt.empty()) return fail("prompt_empty", "the prompt has no tokens", "give a prompt");
    for (const auto id : prompt)
        if (id < 0 || id >= config.vocabSize)
            return fail("token_out_of_range",
                        "token " + std::to_string(id) + " is not in the model's vocabulary of " + std::to_string(config.vocabSize),
                        "use the tokenizer that belongs to the model");
    if (config.contextLength > 0 && std::int64_t(prompt.size()) >= config.contextLength)
        return fail(
            "prompt_too_long",
            "the prompt has " + std::to_string(prompt.size()) + " tokens and the model's context " + std::to_string(config.contextLength),
            "shorten the prompt");
    return {};
}

Result<Generated> Generator::generate(std::span<const std::int32_t> prompt, const GenerateOptions& options, const TokenFunction& onToken,
                                      base::StopToken stop) const {
    ANNEAL_TRY(answers, generateBatch({{prompt.begin(), prompt.end()}}, options, onToken, stop));
    return std::move(answers.front());
}

Result<std::vector<Generated>> Generator::generateBatch(const std::vector<std::vector<std::int32_t>>& prompts,
                                                        const GenerateOptions& options, const TokenFunction& onToken,
                                                        base::StopToken stop) const {
    const at::NoGradGuard noGradients;
    const auto context = model_.config().contextLength;
    std::vector<Sequence> sequences;
    std::int64_t capacity = 0;
    for (const auto& prompt : prompts) {
        ANNEAL_CHECK(check(prompt));
        const auto length = std::int64_t(prompt.size());
        const auto room = context > 0 ? std::min(options.maxTokens, context - length) : options.maxTokens;
        capacity = std::max(capacity, length + std::max<std::int64_t>(room, 0));
        sequences.emplace_back(prompt, room, options, options.sampling.seed + sequences.size(), tokenizer_);
    }
    nn::KvCache cache(model_.config(), std::int64_t(prompts.size()), capacity, model_.dtype(), model_.device());
    while (true) {
        std::vector<std::size_t> active;
        std::vector<std::span<const std::int32_t>> unread;
        std::vector<std::int64_t> positions;
        for (std::size_t index = 0; index < sequences.size(); ++index) {
            const auto& sequence = sequences[index];
            if (!sequence.finished()) active.push_back(index);
            unread.push_back(sequence.finished() ? std::span<const std::int32_t>() : sequence.unread());
            positions.push_back(sequence.read());
        }
        if (active.empty()) break;
        if (stop.stopRequested()) return fail("stopped", "generation was stopped");

        const auto batch = nn::makeBatch(unread, model_.device(), positions);
        const auto logits = model_.logits(lastRows(model_.hidden(batch, &cache), batch, active));
        const auto chosen = chooseAll(logits, sequences, active, options.sampling.plainGreedy());
        for (std::size_t row = 0; row < active.size(); ++row) {
            auto& sequence = sequences[active[row]];
            if (chosen[row] < 0)
                return fail("logits_not_finite", "the model's logits are not finite",
                            "the weights are damaged, or the run diverged: use an earlier checkpoint");
            sequence.markRead();
            const auto text = sequence.take(chosen[row]);
            if (onToken) onToken(active[row], chosen[row], text);
        }
    }
    std::vector<Generated> answers;
    for (const auto& sequence : sequences) answers.push_back(sequence.result());
    return answers;
}

}  // namespace anneal::generate
