#include "nn_support.h"

namespace anneal::test {
namespace {

TEST(TokenBatch, lays_sequences_end_to_end_with_restarting_positions) {
    const std::vector<std::int32_t> a{5, 6, 7};
    const std::vector<std::int32_t> b{8};
    const std::vector<std::span<const std::int32_t>> both{a, b};
    const auto batch = nn::makeBatch(both, at::kCPU);
    EXPECT_EQ(batch.cuSeqlens, (std::vector<std::int32_t>{0, 3, 4}));
    EXPECT_EQ(batch.maxSeqlen, 3);
    EXPECT_TRUE(at::equal(batch.ids, at::tensor({5, 6, 7, 8}, at::kLong)));
    EXPECT_TRUE(at::equal(batch.positions, at::tensor({0, 1, 2, 0}, at::kLong)));
}

TEST(TokenBatch, continues_positions_where_a_cache_stands) {
    const std::vector<std::int32_t> a{5, 6};
    const std::vector<std::span<const std::int32_t>> both{a, a};
    const std::vector<std::int64_t> first{4, 0};
    EXPECT_TRUE(at::equal(nn::makeBatch(both, at::kCPU, first).positions, at::tensor({4, 5, 0, 1}, at::kLong)));
}

}  // namespace
}  // namespace anneal::test
