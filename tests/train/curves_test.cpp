// Twenty steps against transformers + PEFT + torch.optim.AdamW (tests/golden/make_curves.py).
#include <ATen/Parallel.h>

#include "run_fixture.h"

namespace anneal::test {

namespace {

struct Case {
    std::string model, curve;
};

class Curves : public testing::TestWithParam<Case> {};

std::string caseName(const testing::TestParamInfo<Case>& info) {
    auto name = info.param.model + "_" + info.param.curve;
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
}

}  // namespace

TEST_P(Curves, equal_the_reference) {
    const auto& [model, curve] = GetParam();
    TemporaryFolder folder;
    const bool lora = curve.starts_with("lora");
    const double rate = std::stod(curve.substr(curve.find('_') + 1));
    const auto directory =
        makeRun(folder / "run", curveKeys(model, {{"finetuning_type", lora ? "lora" : "full"}, {"learning_rate", rate}}), goldenRows());
    ASSERT_TRUE(succeeded(train::trainRank(directory, {})));

    const auto expected = base::readJson(golden() / "curves" / model / "curves.json").value().at("curves").at(curve);
    const auto metrics = metricsOf(directory);
    ASSERT_EQ(metrics.size(), 20u);
    for (std::size_t i = 0; i < 20; ++i) {
        const double loss = expected[i].at("loss"), norm = expected[i].at("grad_norm");
        const double bound = rate <= 1e-3 || i < 5 ? 1e-5 : 2e-4;
        EXPECT_NEAR(*metrics[i].loss, loss, bound * loss) << "step " << i + 1;
        EXPECT_NEAR(*metrics[i].gradNorm, norm, 20 * bound * norm) << "step " << i + 1;
        EXPECT_NEAR(*metrics[i].learningRate, expected[i].at("lr").get<double>(), 1e-12) << "step " << i + 1;
    }
}

INSTANTIATE_TEST_SUITE_P(Small, Curves,
                         testing::Values(Case{"llama", "full_1e-3"}, Case{"llama", "lora_1e-3"}, Case{"llama", "lora_5e-3"},
                                         Case{"qwen2", "full_1e-3"}, Case{"qwen2", "lora_1e-3"}, Case{"qwen2", "lora_5e-3"},
                                         Case{"qwen3", "full_1e-3"}, Case{"qwen3", "lora_1e-3"}, Case{"qwen3", "lora_5e-3"}),
                         caseName);

TEST(Equivalence, four_micro_batches_of_one_equal_one_of_four) {
    TemporaryFolder folder;
    const auto small =
        makeRun(folder / "a", curveKeys("qwen3", {{"per_device_train_batch_size", 1}, {"gradient_accumulation_steps", 4}}), goldenRows());
    const auto large =
        makeRun(folder / "b", curveKeys("qwen3", {{"per_device_train_batch_size", 4}, {"gradient_accumulation_steps", 1}}), goldenRows());
    ASSERT_TRUE(succeeded(train::trainRank(small, {})));
    ASSERT_TRUE(succeeded(train::trainRank(large, {})));
    expectNear(lossesOf(small), lossesOf(large), 1e-5);
}

TEST(Equivalence, packed_equals_unpacked) {
    TemporaryFolder folder;
    // All rows in one step of one bin, or of many single rows: four epochs are four steps.
    std::vector<Row> rows = goldenRows();
    rows.resize(8);
    const OrderedJson common{{"num_train_epochs", 4}, {"gradient_accumulation_steps", 1}, {"warmup_steps", 1}, {"cutoff_len", 512}};
    auto packedKeys = common, singleKeys = common;
    packedKeys.update({{"packing", true}, {"per_device_train_batch_size", 1}});
    singleKeys.update({{"per_device_train_batch_size", 8}});
    const auto packed = makeRun(folder / "a", curveKeys("llama", packedKeys), rows);
    const auto single = makeRun(folder / "b", curveKeys("llama", singleKeys), rows);
    ASSERT_TRUE(succeeded(train::trainRank(packed, {})));
    ASSERT_TRUE(succeeded(train::trainRank(single, {})));
    EXPECT_EQ(lossesOf(packed).size(), 4u);
    expectNear(lossesOf(packed), lossesOf(single), 1e-5);
}

TEST(Equivalence, two_threads_repeat_bit_by_bit) {
    TemporaryFolder folder;
    std::vector<std::vector<double>> losses;
    for (const auto* name : {"a", "b"}) {
        const auto directory = makeRun(folder / name, curveKeys("llama", {{"threads", 2}, {"finetuning_type", "full"}}), goldenRows());
        ASSERT_TRUE(succeeded(train::trainRank(directory, {})));
        losses.push_back(lossesOf(directory));
    }
    EXPECT_EQ(losses[0], losses[1]);
}

TEST(Training, a_bf16_run_learns_and_saves_what_it_learnt) {
    TemporaryFolder folder;
    const auto directory = makeRun(folder / "run",
                                   curveKeys("qwen2", {{"finetuning_type", "full"},
                                                       {"compute_dtype", "bf16"},
                                                       {"pure_bf16", true},
                                                       {"num_train_epochs", 4},
                                                       {"learning_rate", 5e-3}}),
                                   goldenRows());
    ASSERT_TRUE(succeeded(train::trainRank(directory, {})));
    const auto losses = lossesOf(directory);
    EXPECT_LT(losses.back(), losses.front() - 0.3);
    EXPECT_TRUE(std::filesystem::exists(directory.model() / "model.safetensors"));
}

}  // namespace anneal::test
