#include "base/files.h"
#include "nn/adapters/lora.h"
#include "nn/adapters/trainable.h"
#include "nn_support.h"

namespace anneal::test {
namespace {

using nn::LoraConfig;

/// An adapter that does something: B is drawn, not zero.
void drawB(nn::CausalLm& model) {
    at::manual_seed(5);
    const at::NoGradGuard noGrad;
    for (const auto& parameter : model.parameters().adapters())
        if (parameter.name.ends_with("lora_B.weight")) parameter.tensor.normal_(0, 0.2);
}

struct PeftAdapter {
    const char* adapter;
    const char* base;
};
class GoldenAdapter : public testing::TestWithParam<PeftAdapter> {};

TEST_P(GoldenAdapter, of_peft_gives_its_logits_here) {
    auto model = nn::loadCausalLm(goldenModel(GetParam().base));
    ASSERT_TRUE(succeeded(model));
    ASSERT_TRUE(succeeded(nn::loadAdapter(**model, goldenModel(GetParam().adapter))));
    const GoldenLogits expected(goldenModel(GetParam().adapter));
    EXPECT_LT(relativeError(logitsOf(**model, expected.packed()), expected.logits), 1e-5);
    nn::mergeAdapters(**model);
    EXPECT_TRUE((*model)->parameters().adapters().empty());
    EXPECT_LT(relativeError(logitsOf(**model, expected.packed()), expected.logits), 1e-5);
}

INSTANTIATE_TEST_SUITE_P(peft, GoldenAdapter,
                         testing::Values(PeftAdapter{"adapter_qwen2", "qwen2_tied"}, PeftAdapter{"adapter_llama_rslora", "llama"}),
                         [](const auto& info) { return std::string(info.param.adapter); });

TEST(Lora, fresh_changes_nothing_and_is_all_that_trains) {
    auto model = nn::loadCausalLm(goldenModel("qwen3")).value();
    const GoldenLogits golden(goldenModel("qwen3"));
    const auto before = logitsOf(*model, golden.packed());
    ASSERT_TRUE(succeeded(nn::attachLora(*model, {.rank = 4})));
    EXPECT_TRUE(at::equal(logitsOf(*model, golden.packed()), before));
    EXPECT_EQ(model->parameters().trainable().size(), 2U * 7 * 2);
    for (const auto& parameter : model->parameters().trainable()) EXPECT_TRUE(parameter.adapter);
    const auto a = model->parameters().find("base_model.model.model.layers.0.mlp.down_proj.lora_A.weight");
    EXPECT_LE(a.abs().max().item<double>(), 1 / std::sqrt(48.0));
    EXPECT_NEAR(a.std().item<double>(), 1 / std::sqrt(3 * 48.0), 0.02);
}

TEST(Lora, is_drawn_by_its_seed) {
    const auto draw = [](std::uint64_t seed) {
        auto model = nn::loadCausalLm(goldenModel("llama")).value();
        EXPECT_TRUE(nn::attachLora(*model, {.rank = 2, .seed = seed}));
        return model->parameters().adapters().front().tensor;
    };
    EXPECT_TRUE(at::equal(draw(1), draw(1)));
    EXPECT_FALSE(at::equal(draw(1), draw(2)));
}

TEST(Lora, saved_loads_again_and_continues) {
    const TemporaryFolder folder;
    auto model = nn::loadCausalLm(goldenModel("llama")).value();
    ASSERT_TRUE(succeeded(nn::attachLora(*model, {.rank = 3, .alpha = 7, .rsLora = true, .targetModules = {"q_proj", "mlp.up_proj"}})));
    drawB(*model);
    ASSERT_TRUE(succeeded(nn::saveAdapter(*model, folder / "adapter")));
    auto again = nn::loadCausalLm(goldenModel("llama")).value();
    ASSERT_TRUE(succeeded(nn::loadAdapter(*again, folder / "adapter", true)));
    const GoldenLogits golden(goldenModel("llama"));
    EXPECT_TRUE(at::equal(logitsOf(*again, golden.packed()), logitsOf(*model, golden.packed())));
    EXPECT_EQ(again->parameters().trainable().size(), 2U * 2 * 2);
}

TEST(Lora, saved_gives_its_logits_in_peft) {
    const auto* python = std::getenv("ANNEAL_REFERENCE_PYTHON");
    if (!python) GTEST_SKIP() << "ANNEAL_REFERENCE_PYTHON names no Python with PEFT";
    const GoldenLogits golden(goldenModel("qwen3"));
    for (const auto& targets : {std::vector<std::string>{"all"}, {"q_proj", "model.layers.1.mlp.up_proj"}}) {
        const TemporaryFolder folder;
        auto model = nn::loadCausalLm(goldenModel("qwen3")).value();
        ASSERT_TRUE(succeeded(nn::attachLora(*model, {.rank = 3, .alpha = 7, .rsLora = true, .targetModules = targets})));
        drawB(*model);
        ASSERT_TRUE(succeeded(nn::saveAdapter(*model, folder.path())));
        const auto batch = golden.packed();
        const auto starts = batch.cuSeqlensDevice.to(at::kLong);
        ASSERT_TRUE(succeeded(nn::writeSafetensors(folder / "golden.safetensors",
                                                   {{"ids", batch.ids}, {"starts", starts}, {"logits", logitsOf(*model, batch)}})));
        const auto script = std::filesystem::path(ANNEAL_SOURCE_DIR) / "tests/golden/check_adapter.py";
        const auto command =
            std::string(python) + " " + script.string() + " " + goldenModel("qwen3").string() + " " + folder.path().string();
        EXPECT_EQ(std::system(command.c_str()), 0);
    }
}

TEST(Lora, names_targets_that_match_nothing) {
    auto model = nn::loadCausalLm(goldenModel("llama")).value();
    const auto status = nn::attachLora(*model, {.targetModules = {"q_proj", "query"}});
    ASSERT_FALSE(status);
    EXPECT_EQ(status.error().code, "target_modules_unknown");
    EXPECT_NE(status.error().message.find("query"), std::string::npos);
    EXPECT_NE(status.error().hint.find("q_proj"), std::string::npos);
}

TEST(Lora, refuses_an_adapter_of_another_model) {
    auto model = nn::loadCausalLm(goldenModel("qwen3")).value();
    const auto status = nn::loadAdapter(*model, goldenModel("adapter_qwen2"));
    ASSERT_FALSE(status);
    EXPECT_EQ(status.error().code, "adapter_mismatch");
    EXPECT_TRUE(model->parameters().adapters().empty());
}

TEST(Lora, refuses_what_it_does_not_compute) {
    const TemporaryFolder folder;
    std::filesystem::copy(goldenModel("adapter_qwen2"), folder.path(), std::filesystem::copy_options::recursive);
    auto config = base::readJson(folder / "adapter_config.json").value();
    config["use_dora"] = true;
    write(folder / "adapter_config.json", config.dump());
    auto model = nn::loadCausalLm(goldenModel("qwen2_tied")).value();
    const auto status = nn::loadAdapter(*model, folder.path());
    ASSERT_FALSE(status);
    EXPECT_EQ(status.error().code, "adapter_unsupported");
}

TEST(Lora, dropout_acts_in_training_only) {
    auto model = nn::loadCausalLm(goldenModel("llama")).value();
    ASSERT_TRUE(succeeded(nn::attachLora(*model, {.dropout = 0.5})));
    drawB(*model);
    const GoldenLogits golden(goldenModel("llama"));
    const auto still = logitsOf(*model, golden.packed());
    EXPECT_TRUE(at::equal(logitsOf(*model, golden.packed()), still));
    model->setTraining(true);
    EXPECT_FALSE(at::equal(logitsOf(*model, golden.packed()), still));
}

TEST(Freeze, trains_the_chosen_layers_only) {
    auto model = nn::loadCausalLm(goldenModel("llama")).value();
    ASSERT_TRUE(succeeded(nn::trainPart(*model, {.layers = 1, .modules = {"mlp"}, .extraModules = {"lm_head"}})));
    std::vector<std::string> names;
    for (const auto& parameter : model->parameters().trainable()) names.push_back(parameter.name);
    EXPECT_EQ(names, (std::vector<std::string>{"model.layers.1.mlp.gate_proj.weight", "model.layers.1.mlp.up_proj.weight",
                                               "model.layers.1.mlp.down_proj.weight", "lm_head.weight"}));
    EXPECT_FALSE(nn::trainPart(*model, {.layers = 3}));
    nn::trainEverything(*model);
    EXPECT_EQ(model->parameters().trainable().size(), model->parameters().all().size());
}

}  // namespace
}  // namespace anneal::test
