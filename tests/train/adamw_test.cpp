#include "train/adamw.h"

#include <ATen/ATen.h>

#include "base/json.h"
#include "support.h"
#include "train/gradients.h"

namespace anneal::train {

namespace {

at::Tensor filled(const Json& values, at::IntArrayRef shape) { return at::tensor(values.get<std::vector<float>>()).view(shape).clone(); }

std::vector<nn::Parameter> parameters(const Json& golden) {
    std::vector<nn::Parameter> made{{"matrix", filled(golden.at("start").at(0), {3, 4})}, {"bias", filled(golden.at("start").at(1), {4})}};
    for (auto& parameter : made) parameter.tensor.requires_grad_();
    return made;
}

}  // namespace

TEST(AdamW, equals_torch_optim_with_decay_on_matrices_only) {
    const auto golden = base::readJson(test::golden() / "curves/adamw.json").value();
    const auto moved = parameters(golden);
    AdamW optimizer(moved, {.weightDecay = 0.1});
    for (const auto& gradients : golden.at("gradients"))
        optimizer.step(0.01, {filled(gradients.at(0), {3, 4}), filled(gradients.at(1), {4})});
    EXPECT_TRUE(at::allclose(moved[0].tensor, filled(golden.at("end").at(0), {3, 4}), 1e-6, 1e-7));
    EXPECT_TRUE(at::allclose(moved[1].tensor, filled(golden.at("end").at(1), {4}), 1e-6, 1e-7));
}

TEST(AdamW, bf16_parameters_follow_an_fp32_master) {
    auto weight = at::ones({2, 2}, at::kBFloat16).requires_grad_();
    AdamW optimizer({{"weight", weight}}, {.weightDecay = 0});
    // Each update is far below BF16's resolution at 1; only their sum is seen.
    for (int i = 0; i < 100; ++i) optimizer.step(1e-4, {at::ones({2, 2})});
    EXPECT_NEAR(weight[0][0].item<double>(), 0.99, 4e-3);
    EXPECT_NEAR(optimizer.state().at("master.weight")[0][0].item<double>(), 0.99, 1e-4);
}

TEST(AdamW, state_of_another_shape_is_refused) {
    AdamW small({{"weight", at::ones({2, 2}).requires_grad_()}}, {});
    AdamW large({{"weight", at::ones({3, 2}).requires_grad_()}}, {});
    const auto loaded = large.load(small.state(), 1);
    ASSERT_FALSE(loaded);
    EXPECT_EQ(loaded.error().code, "checkpoint_mismatch");
}

TEST(Gradients, add_up_over_backward_passes_and_clip_to_the_norm) {
    std::vector<nn::Parameter> moved{{"a", at::ones({3}).requires_grad_()}, {"b", at::ones({2}, at::kBFloat16).requires_grad_()}};
    Gradients gradients(moved);
    gradients.clear();
    for (int i = 0; i < 2; ++i) {
        (moved[0].tensor.sum() + moved[1].tensor.sum().to(at::kFloat)).backward();
        gradients.collect();
    }
    EXPECT_TRUE(at::equal(gradients.tensors()[0], at::full({3}, 2.0f)));
    EXPECT_TRUE(at::equal(gradients.tensors()[1], at::full({2}, 2.0f)));
    EXPECT_NEAR(gradients.norm(), std::sqrt(20.0), 1e-6);
    gradients.clip(gradients.norm(), 1.0);
    EXPECT_NEAR(gradients.norm(), 1.0, 1e-6);
    gradients.clear();
    EXPECT_EQ(gradients.norm(), 0.0);
}

}  // namespace anneal::train
