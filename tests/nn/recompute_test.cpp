#include "nn/adapters/lora.h"
#include "nn/adapters/trainable.h"
#include "nn/ops/cross_entropy.h"
#include "nn_support.h"

namespace anneal::test {
namespace {

struct Case {
    const char* name;
    bool fast, lora;
    double dropout;
};

std::vector<at::Tensor> gradients(nn::CausalLm& model, const GoldenLogits& golden, bool recompute) {
    at::manual_seed(5);
    model.recomputeBlocks(recompute);
    const auto batch = golden.packed();
    nn::linearCrossEntropySum(model.hidden(batch), model.headWeight(), batch.ids.flip(0)).backward();
    std::vector<at::Tensor> all{at::rand({4})};  // what is drawn afterwards is the same too
    for (const auto& parameter : model.parameters().trainable()) {
        all.push_back(parameter.tensor.grad().clone());
        parameter.tensor.mutable_grad().reset();
    }
    return all;
}

class Recompute : public testing::TestWithParam<Case> {};

TEST_P(Recompute, gives_the_gradients_of_kept_activations) {
    const auto folder = goldenModel("qwen3");
    auto model = nn::loadCausalLm(folder).value();
    model->allowFast(GetParam().fast);
    if (GetParam().lora)
        ASSERT_TRUE(succeeded(nn::attachLora(*model, {.rank = 3, .alpha = 6, .dropout = GetParam().dropout})));
    else
        nn::trainEverything(*model);
    {
        const at::NoGradGuard noGrad;
        for (const auto& parameter : model->parameters().adapters()) parameter.tensor.normal_(0, 0.2);
    }
    model->setTraining(true);
    const GoldenLogits golden(folder);
    const auto expected = gradients(*model, golden, false), found = gradients(*model, golden, true);
    ASSERT_EQ(found.size(), expected.size());
    for (std::size_t i = 0; i < found.size(); ++i) EXPECT_TRUE(at::equal(found[i], expected[i])) << i;
}

INSTANTIATE_TEST_SUITE_P(cases, Recompute,
                         testing::Values(Case{"reference_full", false, false, 0}, Case{"reference_lora", false, true, 0},
                                         Case{"fast_full", true, false, 0}, Case{"fast_lora", true, true, 0},
                                         Case{"dropout", true, true, 0.3}),
                         [](const auto& info) { return info.param.name; });

}  // namespace
}  // namespace anneal::test
