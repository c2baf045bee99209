#include "nn_support.h"

namespace anneal::test {
namespace {

class CachedModel : public testing::TestWithParam<const char*> {};

TEST_P(CachedModel, gives_with_a_cache_the_logits_it_gives_without) {
    const auto folder = goldenModel(GetParam());
    auto model = nn::loadCausalLm(folder);
    ASSERT_TRUE(succeeded(model));
    const GoldenLogits golden(folder);
    const auto& ids = golden.sequences.front();
    nn::KvCache cache((*model)->config(), 1, 32, at::kFloat, at::kCPU);
    const at::NoGradGuard noGrad;
    std::vector<at::Tensor> parts;
    std::size_t first = 0;
    for (const std::size_t count : {7, 1, 1, 5, 7}) {  // a prompt, single steps, and later prompts
        const auto part = std::span(ids).subspan(first, count);
        parts.push_back((*model)->logits((*model)->hidden(nn::makeBatch(part, at::kCPU, cache.length(0)), &cache)));
        first += count;
    }
    EXPECT_LT(relativeError(at::cat(parts), golden.logits.narrow(0, 0, static_cast<std::int64_t>(first))), 1e-5);
}

TEST_P(CachedModel, decodes_sequences_of_different_lengths_together) {
    const auto folder = goldenModel(GetParam());
    auto model = nn::loadCausalLm(folder);
    ASSERT_TRUE(succeeded(model));
    const GoldenLogits golden(folder);
    const std::vector<std::int32_t>& a = golden.sequences[0];
    const std::vector<std::int32_t>& b = golden.sequences[2];
    nn::KvCache cache((*model)->config(), 2, 32, at::kFloat, at::kCPU);
    const at::NoGradGuard noGrad;
    const std::vector<std::span<const std::int32_t>> prompts{std::span(a).first(9), std::span(b).first(4)};
    (*model)->hidden(nn::makeBatch(prompts, at::kCPU), &cache);
    const std::vector<std::span<const std::int32_t>> next{std::span(a).subspan(9, 1), std::span(b).subspan(4, 1)};
    const std::vector<std::int64_t> positions{cache.length(0), cache.length(1)};
    const auto logits = (*model)->logits((*model)->hidden(nn::makeBatch(next, at::kCPU, positions), &cache));
    EXPECT_LT(relativeError(logits[0], golden.logits[9]), 1e-5);
    EXPECT_LT(relativeError(logits[1], golden.logits[static_cast<std::int64_t>(a.size() + golden.sequences[1].size()) + 4]), 1e-5);
}

INSTANTIATE_TEST_SUITE_P(families, CachedModel, testing::Values("llama_gqa_tied_llama3", "qwen2_window", "qwen3"),
                         [](const auto& info) { return std::string(info.param); });

}  // namespace
}  // namespace anneal::test
