#include <cstring>

#include <gmock/gmock.h>

#include "base/json.h"
#include "catalogue/model_folder.h"
#include "catalogue/registry.h"
#include "catalogue/safetensors_header.h"
#include "support.h"

namespace anneal::catalogue {
namespace {

using test::succeeded;
using Tensors = std::vector<ParameterShape>;

std::string withHeader(const std::string& header, std::size_t dataBytes) {
    std::string file(8, '\0');
    const std::uint64_t size = header.size();
    std::memcpy(file.data(), &size, 8);
    return file + header + std::string(dataBytes, '\0');
}

std::string safetensors(const Tensors& tensors) {
    OrderedJson header = {{"__metadata__", {{"format", "pt"}}}};
    std::int64_t at = 0;
    for (const auto& [name, shape] : tensors) {
        const auto bytes = ParameterShape{name, shape}.count() * 2;
        header[name] = {{"dtype", "BF16"}, {"shape", shape}, {"data_offsets", {at, at + bytes}}};
        at += bytes;
    }
    return withHeader(header.dump(), std::size_t(at));
}

struct ModelFolder : testing::Test {
    test::TemporaryFolder folder;
    std::filesystem::path model = folder / "tiny";
    ModelConfig config;

    ModelFolder() {
        config.vocabSize = 600;
        config.hiddenSize = 8;
        config.intermediateSize = 16;
        config.layers = 1;
        config.heads = config.kvHeads = 2;
        config.headDim = 4;
        config.contextLength = 64;
        test::write(model / "config.json", config.toJson().dump());
        test::write(model / "model.safetensors", safetensors(config.parameters()));
    }
    ModelCheck check() {
        auto checked = checkModelFolder(model);
        EXPECT_TRUE(succeeded(checked));
        return checked.value_or(ModelCheck{});
    }
    std::string code() { return checkModelFolder(model).error().code; }
    void rewrite(const std::string& file) { test::write(model / "model.safetensors", file); }
};

TEST_F(ModelFolder, that_fits_is_accepted) {
    const auto checked = check();
    EXPECT_TRUE(checked.ok());
    EXPECT_FALSE(checked.hasTokenizer);
    EXPECT_EQ(checked.bytes, std::uint64_t(config.parameterCount()) * 2);
    EXPECT_TRUE(checked.status(model));
}

TEST_F(ModelFolder, names_each_tensor_that_does_not_fit) {
    auto tensors = config.parameters();
    tensors[1].shape = {8, 9};
    tensors[2].name = "model.layers.0.self_attn.extra.weight";
    rewrite(safetensors(tensors));
    const auto checked = check();
    ASSERT_EQ(checked.problems.size(), 3U);
    EXPECT_EQ(checked.problems[0].text(), "model.layers.0.self_attn.q_proj.weight has shape [8, 9] where config.json asks for [8, 8]");
    EXPECT_EQ(checked.problems[1].text(), "model.layers.0.self_attn.k_proj.weight is missing");
    EXPECT_EQ(checked.problems[2].kind, ModelProblem::Kind::unexpectedTensor);
    const auto status = checked.status(model);
    ASSERT_FALSE(status);
    EXPECT_EQ(status.error().code, "model_mismatch");
    EXPECT_THAT(status.error().message, testing::HasSubstr("q_proj"));
}

TEST_F(ModelFolder, is_refused_when_its_file_is_cut_anywhere) {
    const auto whole = safetensors(config.parameters());
    for (const std::size_t size : {std::size_t(0), std::size_t(5), std::size_t(40), whole.size() / 2, whole.size() - 1}) {
        rewrite(whole.substr(0, size));
        EXPECT_EQ(code(), "safetensors_truncated") << size;
    }
}

TEST_F(ModelFolder, is_refused_when_its_header_lies) {
    const auto tensor = [](const std::string& name, const std::string& entry) {
        return withHeader("{\"" + name + "\":" + entry + "}", 16);
    };
    rewrite(tensor("a", R"({"dtype":"F32","shape":[2,2],"data_offsets":[0,12]})"));
    EXPECT_EQ(code(), "safetensors_invalid");
    rewrite(tensor("a", R"({"dtype":"F32","shape":[4611686018427387904,4],"data_offsets":[0,16]})"));
    EXPECT_EQ(code(), "safetensors_invalid");
    rewrite(tensor("a", R"({"dtype":"F32","shape":[-2,2],"data_offsets":[0,16]})"));
    EXPECT_EQ(code(), "safetensors_invalid");
    rewrite(tensor("a", R"({"dtype":"Q4","shape":[4],"data_offsets":[0,16]})"));
    EXPECT_EQ(code(), "safetensors_invalid");
    rewrite(tensor("a", R"({"dtype":"F32","shape":[4],"data_offsets":[18446744073709551600,18446744073709551616]})"));
    EXPECT_EQ(code(), "safetensors_invalid");
    rewrite(withHeader(R"({"a":{"dtype":"I8","shape":[4],"data_offsets":[0,4]},"a":{"dtype":"I8","shape":[4],"data_offsets":[4,8]}})", 8));
    EXPECT_THAT(checkModelFolder(model).error().message, testing::HasSubstr("appears twice"));
    rewrite(withHeader(R"({"a":{"dtype":"I8","shape":[4],"data_offsets":[0,4]},"b":{"dtype":"I8","shape":[4],"data_offsets":[2,6]}})", 8));
    EXPECT_THAT(checkModelFolder(model).error().message, testing::HasSubstr("overlap"));
    rewrite(withHeader("not json", 0));
    EXPECT_EQ(code(), "safetensors_invalid");
}

TEST_F(ModelFolder, never_loads_pickle) {
    std::filesystem::remove(model / "model.safetensors");
    EXPECT_EQ(code(), "weights_missing");
    test::write(model / "pytorch_model.bin", "\x80\x02");
    const auto refused = checkModelFolder(model).error();
    EXPECT_EQ(refused.code, "pickle_refused");
    EXPECT_THAT(refused.message, testing::HasSubstr("never loaded from pickle"));
    EXPECT_EQ(readSafetensorsHeader(model / "pytorch_model.bin").error().code, "pickle_refused");
}

TEST_F(ModelFolder, in_shards_needs_every_shard_and_a_true_index) {
    std::filesystem::remove(model / "model.safetensors");
    const auto all = config.parameters();
    const Tensors first(all.begin(), all.begin() + 4), second(all.begin() + 4, all.end());
    Json index = {{"weight_map", Json::object()}};
    for (const auto& tensor : first) index["weight_map"][tensor.name] = "model-1.safetensors";
    for (const auto& tensor : second) index["weight_map"][tensor.name] = "model-2.safetensors";
    test::write(model / "model.safetensors.index.json", index.dump());
    test::write(model / "model-1.safetensors", safetensors(first));
    EXPECT_EQ(code(), "shard_missing");
    test::write(model / "model-2.safetensors", safetensors(second));
    EXPECT_TRUE(check().ok());
    test::write(model / "model-2.safetensors", safetensors(first));
    EXPECT_EQ(code(), "index_mismatch");
    index["weight_map"][first[0].name] = "../model-1.safetensors";
    test::write(model / "model.safetensors.index.json", index.dump());
    EXPECT_EQ(code(), "index_mismatch");
}

TEST_F(ModelFolder, notices_a_tokenizer_of_another_model) {
    for (const auto* name : {"tokenizer.json", "tokenizer_config.json"})
        std::filesystem::copy_file(test::golden() / "templates" / name, model / name);
    EXPECT_TRUE(check().ok());
    EXPECT_TRUE(check().hasTokenizer);
    config.vocabSize = 300;
    test::write(model / "config.json", config.toJson().dump());
    rewrite(safetensors(config.parameters()));
    const auto checked = check();
    ASSERT_EQ(checked.problems.size(), 1U);
    EXPECT_EQ(checked.problems[0].kind, ModelProblem::Kind::tokenizer);
    EXPECT_THAT(checked.problems[0].text(), testing::HasSubstr("300 embeddings"));
}

TEST_F(ModelFolder, is_registered_by_name_and_found_again) {
    const ModelRegistry registry(folder / "models.json");
    EXPECT_TRUE(registry.list()->empty());
    ASSERT_TRUE(succeeded(registry.add(model)));
    ASSERT_TRUE(succeeded(registry.add(model, "deepseek-llm-7b-base")));
    ASSERT_TRUE(succeeded(registry.add(model)));
    EXPECT_EQ(registry.list()->size(), 2U);
    EXPECT_EQ(*registry.resolve("tiny"), std::filesystem::canonical(model));
    EXPECT_EQ(*registry.resolve("deepseek-ai/deepseek-llm-7b-base"), std::filesystem::canonical(model));
    EXPECT_EQ(registry.resolve("deepseek-ai/deepseek-llm-7b-chat").error().code, "model_not_here");
    EXPECT_THAT(registry.resolve("tinny").error().hint, testing::HasSubstr("tiny"));
    EXPECT_TRUE(registry.remove("tiny"));
    EXPECT_EQ(registry.remove("tiny").error().code, "model_unknown");
    rewrite("broken");
    EXPECT_FALSE(registry.add(model));
}

}  // namespace
}  // namespace anneal::catalogue
