#include "nn/ops/cross_entropy.h"

#include "nn_support.h"

namespace anneal::test {
namespace {

TEST(LinearCrossEntropy, gives_the_loss_and_gradients_of_the_plain_composition) {
    at::manual_seed(3);
    for (const std::int64_t rows : {1, 7, 300}) {
        const auto targets = at::randint(50'000, {rows}, at::kLong);
        const auto hidden = at::randn({rows, 24}).set_requires_grad(true);
        const auto weight = at::randn({50'000, 24}).set_requires_grad(true);
        const auto hidden2 = hidden.detach().clone().set_requires_grad(true);
        const auto weight2 = weight.detach().clone().set_requires_grad(true);
        const auto loss = nn::linearCrossEntropySum(hidden, weight, targets);
        const auto expected = nn::linearCrossEntropySumReference(hidden2, weight2, targets);
        EXPECT_LT(relativeError(loss, expected), 1e-6);
        (loss / 3).backward();
        (expected / 3).backward();
        EXPECT_LT(relativeError(hidden.grad(), hidden2.grad()), 3e-5);  // rounding of logits near 20
        EXPECT_LT(relativeError(weight.grad(), weight2.grad()), 1e-5);
    }
}

TEST(LinearCrossEntropy, of_no_rows_is_zero_with_zero_gradients) {
    const auto hidden = at::randn({0, 4}).set_requires_grad(true);
    const auto weight = at::randn({10, 4}).set_requires_grad(true);
    const auto loss = nn::linearCrossEntropySum(hidden, weight, at::empty({0}, at::kLong));
    EXPECT_EQ(loss.item<float>(), 0);
    loss.backward();
    EXPECT_EQ(weight.grad().abs().max().item<float>(), 0);
}

TEST(LinearCrossEntropy, leaves_a_frozen_head_without_a_gradient) {
    const auto hidden = at::randn({5, 4}).set_requires_grad(true);
    const auto weight = at::randn({10, 4});
    nn::linearCrossEntropySum(hidden, weight, at::arange(5)).backward();
    EXPECT_TRUE(hidden.grad().defined());
    EXPECT_FALSE(weight.grad().defined());
}

}  // namespace
}  // namespace anneal::test
