#include "base/json.h"
#include "nn/device.h"
#include "nn/ops/attention.h"
#include "nn_support.h"

namespace anneal::test {
namespace {

class GoldenModel : public testing::TestWithParam<const char*> {};

TEST_P(GoldenModel, gives_the_logits_of_transformers) {
    const auto folder = goldenModel(GetParam());
    auto model = nn::loadCausalLm(folder);
    ASSERT_TRUE(succeeded(model));
    const GoldenLogits expected(folder);
    std::int64_t first = 0;
    for (const auto& sequence : expected.sequences) {
        const auto logits = logitsOf(**model, nn::makeBatch(sequence, at::kCPU));
        EXPECT_LT(relativeError(logits, expected.logits.narrow(0, first, logits.size(0))), 1e-4);
        first += logits.size(0);
    }
}

TEST_P(GoldenModel, gives_packed_sequences_the_logits_they_have_alone) {
    const auto folder = goldenModel(GetParam());
    auto model = nn::loadCausalLm(folder);
    ASSERT_TRUE(succeeded(model));
    const GoldenLogits expected(folder);
    EXPECT_LT(relativeError(logitsOf(**model, expected.packed()), expected.logits), 1e-5);
}

INSTANTIATE_TEST_SUITE_P(families, GoldenModel,
                         testing::Values("llama", "llama_gqa_tied_llama3", "llama_biases_linear", "qwen2_tied", "qwen2_window", "qwen3",
                                         "qwen3_bf16_sharded"),
                         [](const auto& info) { return std::string(info.param); });

TEST(Stories260K, gives_its_golden_logits_and_greedy_text) {
    const auto folder = sharedData() / "weights";
    if (!std::filesystem::exists(folder / "stories260K_golden.json")) GTEST_SKIP() << "no shared data beside the checkout";
    auto model = nn::loadCausalLm(folder / "stories260K-hf");
    ASSERT_TRUE(succeeded(model));
    const auto recorded = base::readJson(folder / "stories260K_golden.json").value();
    const auto ids = recorded["input_ids"].get<std::vector<std::int32_t>>();
    const auto logits = logitsOf(**model, nn::makeBatch(ids, at::kCPU));
    const auto last = at::tensor(recorded["last_logits_first16"].get<std::vector<double>>());
    EXPECT_LT(relativeError(logits[-1].narrow(0, 0, last.numel()), last), 1e-4);
    const auto greedy = recorded["greedy_ids_256"].get<std::vector<std::int32_t>>();
    nn::KvCache cache((*model)->config(), 1, 512, at::kFloat, at::kCPU);
    const at::NoGradGuard noGrad;
    std::vector<std::int32_t> made{greedy.front()};
    while (made.size() < greedy.size()) {
        const auto position = static_cast<std::int64_t>(made.size()) - 1;
        const auto hidden = (*model)->hidden(nn::makeBatch({&made.back(), 1}, at::kCPU, position), &cache);
        made.push_back((*model)->logits(hidden).argmax(-1).item<std::int32_t>());
    }
    EXPECT_EQ(made, greedy);
}

TEST(Cuda, gives_the_logits_of_the_cpu_and_flash_attention_those_of_the_composite) {
    const auto device = nn::openDevice("cuda:0");
    if (!device) GTEST_SKIP() << device.error().message;
    for (const auto* name : {"llama_gqa_tied_llama3", "qwen2_window", "qwen3"}) {
        const GoldenLogits expected(goldenModel(name));
        auto model = nn::loadCausalLm(goldenModel(name), {.device = *device});
        ASSERT_TRUE(succeeded(model));
        EXPECT_LT(relativeError(logitsOf(**model, expected.packed(*device)), expected.logits), 1e-4) << name;
        auto half = nn::loadCausalLm(goldenModel(name), {.device = *device, .dtype = at::kBFloat16});
        ASSERT_TRUE(succeeded(half));
        EXPECT_LT(relativeError(logitsOf(**half, expected.packed(*device)), expected.logits), 0.05) << name;
    }
}

/// Gradients of q, k and v of two sequences, one of them longer than a window.
std::vector<at::Tensor> attentionGradients(at::Device device, at::ScalarType type, std::int64_t window, bool flash) {
    at::manual_seed(3);
    const std::vector<std::int32_t> tokens(300, 1);
    const std::vector<std::span<const std::int32_t>> sequences{std::span(tokens).first(100), std::span(tokens).first(200)};
    const auto batch = nn::makeBatch(sequences, device);
    std::vector<at::Tensor> inputs;
    for (const std::int64_t heads : {8, 2, 2}) inputs.push_back(at::randn({300, heads, 64}).to(device, type).requires_grad_());
    const auto attend = flash ? nn::causalAttention : nn::causalAttentionReference;
    const auto out = attend(inputs[0], inputs[1], inputs[2], batch, window);
    out.backward(at::randn({300, 8, 64}).to(device, type));
    std::vector<at::Tensor> gradients{out.detach()};
    for (const auto& input : inputs) gradients.push_back(input.grad());
    return gradients;
}

TEST(Cuda, flash_attention_has_the_composite_gradients_and_the_same_bits_each_time) {
    const auto device = nn::openDevice("cuda:0");
    if (!device) GTEST_SKIP() << device.error().message;
    for (const std::int64_t window : {0, 48}) {
        const auto expected = attentionGradients(*device, at::kFloat, window, false);
        const auto found = attentionGradients(*device, at::kBFloat16, window, true);
        const auto again = attentionGradients(*device, at::kBFloat16, window, true);
        for (std::size_t i = 0; i < found.size(); ++i) {
            EXPECT_LT(relativeError(found[i], expected[i]), 0.03) << i;
            EXPECT_TRUE(at::equal(found[i], again[i])) << i;
        }
    }
}

}  // namespace
}  // namespace anneal::test
