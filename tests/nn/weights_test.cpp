#include "base/files.h"
#include "nn_support.h"

namespace anneal::test {
namespace {

using nn::NamedTensor;

void copyModel(const std::string& name, const std::filesystem::path& folder) {
    std::filesystem::copy(goldenModel(name), folder, std::filesystem::copy_options::recursive);
}

std::string failureOf(const std::filesystem::path& folder) {
    const auto model = nn::loadCausalLm(folder);
    return model ? "" : model.error().code;
}

TEST(Safetensors, gives_back_what_was_written) {
    const TemporaryFolder folder;
    const auto a = at::randn({3, 5});
    const auto b = at::randn({7}).to(at::kBFloat16);
    const auto c = at::arange(4);
    ASSERT_TRUE(succeeded(nn::writeSafetensors(folder / "x.safetensors", {{"a", a.t()}, {"b", b}, {"c", c}})));
    const auto reader = nn::SafetensorsReader::open(folder / "x.safetensors");
    ASSERT_TRUE(succeeded(reader));
    EXPECT_TRUE(at::equal(reader->tensor("a").value(), a.t()));
    EXPECT_TRUE(at::equal(reader->tensor("b").value(), b));
    EXPECT_TRUE(at::equal(reader->tensor("c").value(), c));
}

TEST(Safetensors, changing_a_loaded_tensor_never_reaches_the_file) {
    const TemporaryFolder folder;
    ASSERT_TRUE(succeeded(nn::writeSafetensors(folder / "x.safetensors", {{"a", at::ones({4})}})));
    nn::SafetensorsReader::open(folder / "x.safetensors")->tensor("a")->fill_(9);
    EXPECT_TRUE(at::equal(nn::SafetensorsReader::open(folder / "x.safetensors")->tensor("a").value(), at::ones({4})));
}

TEST(Safetensors, a_model_saved_in_shards_loads_as_it_was) {
    const TemporaryFolder folder;
    auto model = nn::loadCausalLm(goldenModel("qwen3"));
    ASSERT_TRUE(succeeded(model));
    ASSERT_TRUE(succeeded(nn::saveCausalLm(**model, goldenModel("qwen3"), folder / "saved", {.maxShardBytes = 20'000})));
    EXPECT_TRUE(std::filesystem::exists(folder / "saved/model.safetensors.index.json"));
    EXPECT_FALSE(std::filesystem::exists(folder / "saved/model.safetensors"));
    auto again = nn::loadCausalLm(folder / "saved");
    ASSERT_TRUE(succeeded(again));
    const auto before = (*model)->parameters().all();
    const auto after = (*again)->parameters().all();
    ASSERT_EQ(before.size(), after.size());
    for (std::size_t i = 0; i < before.size(); ++i) EXPECT_TRUE(at::equal(before[i].tensor, after[i].tensor)) << before[i].name;
}

TEST(Safetensors, saving_in_another_type_writes_it_to_the_config) {
    const TemporaryFolder folder;
    auto model = nn::loadCausalLm(goldenModel("llama"));
    ASSERT_TRUE(succeeded(model));
    ASSERT_TRUE(succeeded(nn::saveCausalLm(**model, goldenModel("llama"), folder / "saved", {.dtype = at::kBFloat16})));
    EXPECT_EQ(catalogue::ModelConfig::read(folder / "saved")->dtype, "bfloat16");
}

TEST(BadWeights, truncated_files_are_refused) {
    const TemporaryFolder folder;
    copyModel("llama", folder.path());
    std::filesystem::resize_file(folder / "model.safetensors", std::filesystem::file_size(folder / "model.safetensors") - 100);
    EXPECT_EQ(failureOf(folder.path()), "safetensors_truncated");
    std::filesystem::resize_file(folder / "model.safetensors", 40);
    EXPECT_EQ(failureOf(folder.path()), "safetensors_truncated");
    std::filesystem::resize_file(folder / "model.safetensors", 0);
    EXPECT_EQ(failureOf(folder.path()), "safetensors_truncated");
}

TEST(BadWeights, shapes_that_are_not_the_configs_are_named) {
    const TemporaryFolder folder;
    copyModel("llama", folder.path());
    auto config = base::readJson(folder / "config.json").value();
    config["vocab_size"] = 97;
    write(folder / "config.json", config.dump());
    const auto model = nn::loadCausalLm(folder.path());
    ASSERT_FALSE(model);
    EXPECT_EQ(model.error().code, "weights_mismatch");
    EXPECT_NE(model.error().message.find("model.embed_tokens.weight is [96, 32]"), std::string::npos) << model.error().message;
}

TEST(BadWeights, a_tensor_that_is_not_there_is_named) {
    const TemporaryFolder folder;
    copyModel("llama", folder.path());
    auto config = base::readJson(folder / "config.json").value();
    config["num_hidden_layers"] = 3;
    write(folder / "config.json", config.dump());
    EXPECT_EQ(failureOf(folder.path()), "weights_missing");
}

TEST(BadWeights, a_missing_shard_is_named) {
    const TemporaryFolder folder;
    copyModel("qwen3_bf16_sharded", folder.path());
    std::filesystem::remove(folder / "model-00002-of-00003.safetensors");
    EXPECT_EQ(failureOf(folder.path()), "shard_missing");
}

TEST(BadWeights, pickles_are_never_read) {
    const TemporaryFolder folder;
    copyModel("llama", folder.path());
    std::filesystem::rename(folder / "model.safetensors", folder / "pytorch_model.bin");
    EXPECT_EQ(failureOf(folder.path()), "pickle_refused");
}

TEST(BadWeights, a_folder_without_weights_says_so) {
    const TemporaryFolder folder;
    copyModel("llama", folder.path());
    std::filesystem::remove(folder / "model.safetensors");
    EXPECT_EQ(failureOf(folder.path()), "weights_missing");
}

TEST(RandomWeights, depend_on_the_seed_alone_and_have_the_asked_spread) {
    const auto folder = goldenModel("qwen2_tied");
    const auto draw = [&](std::uint64_t seed) { return nn::loadCausalLm(folder, {.randomInit = true, .seed = seed}).value(); };
    const auto embedding = draw(1)->parameters().find("model.embed_tokens.weight");
    EXPECT_TRUE(at::equal(embedding, draw(1)->parameters().find("model.embed_tokens.weight")));
    EXPECT_FALSE(at::equal(embedding, draw(2)->parameters().find("model.embed_tokens.weight")));
    EXPECT_NEAR(embedding.std().item<double>(), 0.2, 0.02);
    const auto model = draw(1);
    EXPECT_TRUE(at::equal(model->parameters().find("model.norm.weight"), at::ones({32})));
    EXPECT_TRUE(at::equal(model->parameters().find("model.layers.0.self_attn.q_proj.bias"), at::zeros({32})));
}

}  // namespace
}  // namespace anneal::test
