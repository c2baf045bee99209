#include "nn/adapters/lora.h"
#include "nn/adapters/trainable.h"
#include "nn/fast/block.h"
#include "nn/ops/cross_entropy.h"
#include "nn_support.h"

namespace anneal::test {
namespace {

enum class Method { full, lora, someLora };

std::string methodName(Method method) { return method == Method::full ? "_full" : method == Method::lora ? "_lora" : "_some_lora"; }

struct Shape {
    const char* model;
    Method method;
};

void prepare(nn::CausalLm& model, Method method) {
    if (method == Method::full) return nn::trainEverything(model);
    nn::LoraConfig config{.rank = 3, .alpha = 6};
    if (method == Method::someLora) config.targetModules = {"q_proj", "up_proj", "o_proj"};
    ASSERT_TRUE(succeeded(nn::attachLora(model, config)));
    at::manual_seed(11);
    const at::NoGradGuard noGrad;
    for (const auto& parameter : model.parameters().adapters()) parameter.tensor.normal_(0, 0.2);
}

struct Outcome {
    at::Tensor loss;
    std::vector<at::Tensor> gradients;
};

/// With `sums` the parameters keep FP32 sums of their gradients, as the trainer's do.
Outcome backward(nn::CausalLm& model, const GoldenLogits& golden, bool fast, bool sums = false) {
    model.allowFast(fast);
    if (sums)
        for (const auto& parameter : model.parameters().trainable())
            parameter.tensor.mutable_grad() = at::zeros_like(parameter.tensor.detach());
    const auto batch = golden.packed();
    const auto loss = nn::linearCrossEntropySum(model.hidden(batch), model.headWeight(), batch.ids.flip(0));
    loss.backward();
    Outcome outcome{loss.detach(), {}};
    for (const auto& parameter : model.parameters().trainable()) {
        outcome.gradients.push_back(parameter.tensor.grad().clone());
        parameter.tensor.mutable_grad().reset();
    }
    return outcome;
}

class FastTier : public testing::TestWithParam<Shape> {};

TEST_P(FastTier, gives_the_loss_and_gradients_of_the_reference_tier) {
    const auto folder = goldenModel(GetParam().model);
    auto model = nn::loadCausalLm(folder).value();
    prepare(*model, GetParam().method);
    const GoldenLogits golden(folder);
    const auto expected = backward(*model, golden, false);
    const auto found = backward(*model, golden, true);
    EXPECT_LT(relativeError(found.loss, expected.loss), 1e-6);
    const auto names = model->parameters().trainable();
    for (std::size_t i = 0; i < names.size(); ++i)
        EXPECT_LT(relativeError(found.gradients[i], expected.gradients[i]), 2e-5) << names[i].name;
}

TEST_P(FastTier, adds_to_sums_what_it_gives_without_them) {
    const auto folder = goldenModel(GetParam().model);
    auto model = nn::loadCausalLm(folder).value();
    prepare(*model, GetParam().method);
    const GoldenLogits golden(folder);
    const auto expected = backward(*model, golden, true);
    const auto found = backward(*model, golden, true, true);
    const auto names = model->parameters().trainable();
    for (std::size_t i = 0; i < names.size(); ++i)
        EXPECT_LT(relativeError(found.gradients[i], expected.gradients[i]), 1e-6) << names[i].name;
}

double distance(const std::vector<at::Tensor>& found, const std::vector<at::Tensor>& expected) {
    double difference = 0, whole = 0;
    for (std::size_t i = 0; i < found.size(); ++i) {
        difference += (found[i].to(at::kDouble) - expected[i].to(at::kDouble)).square().sum().item<double>();
        whole += expected[i].to(at::kDouble).square().sum().item<double>();
    }
    return std::sqrt(difference / whole);
}

TEST_P(FastTier, is_as_near_to_fp32_in_bf16_as_the_reference_tier) {
    const auto folder = goldenModel(GetParam().model);
    const GoldenLogits golden(folder);
    auto exact = nn::loadCausalLm(folder).value();
    prepare(*exact, GetParam().method);
    const auto expected = backward(*exact, golden, false);
    const auto weights = GetParam().method == Method::full ? at::kFloat : at::kBFloat16;
    auto model = nn::loadCausalLm(folder, {.dtype = at::kBFloat16, .weightDtype = weights}).value();
    prepare(*model, GetParam().method);
    const auto reference = backward(*model, golden, false), fast = backward(*model, golden, true),
               summed = backward(*model, golden, true, true);
    const auto error = distance(reference.gradients, expected.gradients);
    EXPECT_LT(error, 0.1);
    EXPECT_LT(distance(fast.gradients, expected.gradients), 1.2 * error);
    EXPECT_LT(distance(summed.gradients, expected.gradients), 1.2 * error);
    EXPECT_NE(distance(fast.gradients, reference.gradients), 0) << "the fast tier was not taken";
}

INSTANTIATE_TEST_SUITE_P(shapes, FastTier,
                         testing::Values(Shape{"llama", Method::full}, Shape{"llama", Method::lora},
                                         Shape{"llama_gqa_tied_llama3", Method::full}, Shape{"llama_gqa_tied_llama3", Method::someLora},
                                         Shape{"llama_biases_linear", Method::full}, Shape{"llama_biases_linear", Method::lora},
                                         Shape{"qwen2_tied", Method::full}, Shape{"qwen2_tied", Method::lora},
                                         Shape{"qwen2_window", Method::lora}, Shape{"qwen3", Method::full},
                                         Shape{"qwen3", Method::someLora}, Shape{"qwen3_bf16_sharded", Method::lora}),
                         [](const auto& info) { return std::string(info.param.model) + methodName(info.param.method); });

}  // namespace
}  // namespace anneal::test
