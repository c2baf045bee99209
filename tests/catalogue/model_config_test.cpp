#include <gmock/gmock.h>

#include "catalogue/families.h"
#include "catalogue/model_config.h"
#include "support.h"

namespace anneal::catalogue {
namespace {

using test::succeeded;

Json llama() {
    return {{"model_type", "llama"},  {"vocab_size", 100},        {"hidden_size", 64},        {"intermediate_size", 128},
            {"num_hidden_layers", 2}, {"num_attention_heads", 4}, {"num_key_value_heads", 2}, {"max_position_embeddings", 256},
            {"eos_token_id", 2}};
}

ModelConfig parsed(const Json& json) {
    auto config = ModelConfig::parse(json);
    EXPECT_TRUE(succeeded(config));
    return config.value_or(ModelConfig{});
}

TEST(ModelConfig, names_and_shapes_are_those_of_transformers) {
    auto json = llama();
    const auto config = parsed(json);
    const auto parameters = config.parameters();
    EXPECT_EQ(parameters.size(), 1U + 2 * 9 + 2);
    EXPECT_EQ(parameters[0], (ParameterShape{"model.embed_tokens.weight", {100, 64}}));
    EXPECT_EQ(parameters[2], (ParameterShape{"model.layers.0.self_attn.k_proj.weight", {32, 64}}));
    EXPECT_EQ(parameters.back(), (ParameterShape{"lm_head.weight", {100, 64}}));
    EXPECT_EQ(config.parameterCount(), 2 * 100 * 64 + 64 + 2 * (2 * 64 * 64 + 2 * 32 * 64 + 3 * 64 * 128 + 2 * 64));
    json["tie_word_embeddings"] = true;
    EXPECT_EQ(parsed(json).parameters().back().name, "model.norm.weight");
    json["head_dim"] = 32;
    EXPECT_EQ(parsed(json).parameters()[1].shape, (std::vector<std::int64_t>{128, 64}));
    json["attention_bias"] = true;
    json["mlp_bias"] = true;
    EXPECT_EQ(parsed(json).parameters().size(), 1U + 2 * 16 + 1);
}

TEST(ModelConfig, families_differ_in_biases_and_norms) {
    auto json = llama();
    json["model_type"] = "qwen2";
    const auto qwen2 = parsed(json);
    EXPECT_TRUE(qwen2.attentionBias);
    EXPECT_FALSE(qwen2.outputBias);
    json["model_type"] = "qwen3";
    const auto qwen3 = parsed(json);
    EXPECT_EQ(qwen3.headDim, 128);
    EXPECT_TRUE(qwen3.qkNorm);
    EXPECT_FALSE(qwen3.attentionBias);
    EXPECT_EQ(qwen3.parameters()[5], (ParameterShape{"model.layers.0.self_attn.q_norm.weight", {128}}));
}

TEST(ModelConfig, reads_rope_in_both_spellings) {
    auto json = llama();
    EXPECT_EQ(parsed(json).ropeScaling.type, RopeScaling::Type::none);
    json["rope_scaling"] = {{"type", "linear"}, {"factor", 4.0}};
    EXPECT_EQ(parsed(json).ropeScaling, (RopeScaling{.type = RopeScaling::Type::linear, .factor = 4}));
    json["rope_scaling"] = {{"rope_type", "llama3"},
                            {"factor", 8.0},
                            {"low_freq_factor", 1.0},
                            {"high_freq_factor", 4.0},
                            {"original_max_position_embeddings", 8192}};
    const auto old = parsed(json);
    EXPECT_EQ(old.ropeScaling.originalContext, 8192);
    json["rope_parameters"] = json["rope_scaling"];
    json["rope_parameters"]["rope_theta"] = 500000.0;
    json.erase("rope_scaling");
    EXPECT_EQ(parsed(json).ropeScaling, old.ropeScaling);
    EXPECT_EQ(parsed(json).ropeTheta, 500000.0);
    json["rope_parameters"] = {{"rope_type", "default"}, {"rope_theta", 10000.0}};
    EXPECT_EQ(parsed(json).ropeScaling.type, RopeScaling::Type::none);
    json["rope_parameters"] = {{"rope_type", "yarn"}, {"factor", 4.0}};
    EXPECT_EQ(ModelConfig::parse(json).error().code, "model_unsupported");
    EXPECT_THAT(ModelConfig::parse(json).error().message, testing::HasSubstr("yarn"));
}

TEST(ModelConfig, end_tokens_are_one_or_several_and_windows_are_read) {
    auto json = llama();
    EXPECT_THAT(parsed(json).eosIds, testing::ElementsAre(2));
    json["eos_token_id"] = {2, 5};
    EXPECT_THAT(parsed(json).eosIds, testing::ElementsAre(2, 5));
    json["eos_token_id"] = nullptr;
    EXPECT_TRUE(parsed(json).eosIds.empty());
    json["model_type"] = "qwen2";
    json["sliding_window"] = 32;
    json["max_window_layers"] = 1;
    EXPECT_EQ(parsed(json).window(1), 0);
    json["use_sliding_window"] = true;
    EXPECT_EQ(parsed(json).window(0), 0);
    EXPECT_EQ(parsed(json).window(1), 32);
}

TEST(ModelConfig, refuses_what_it_cannot_run_and_says_why) {
    const auto refused = [](Json json) { return ModelConfig::parse(json).error(); };
    auto json = llama();
    json["model_type"] = "mamba";
    EXPECT_EQ(refused(json).code, "model_unsupported");
    EXPECT_THAT(refused(json).hint, testing::HasSubstr("llama, qwen2, qwen3"));
    json = llama();
    json["quantization_config"] = {{"quant_method", "awq"}};
    EXPECT_EQ(refused(json).code, "model_unsupported");
    for (const auto* key : {"vocab_size", "hidden_size", "num_hidden_layers"}) {
        json = llama();
        json.erase(key);
        EXPECT_THAT(refused(json).message, testing::HasSubstr(key));
        json[key] = "many";
        EXPECT_EQ(refused(json).code, "config_invalid");
        json[key] = 1'000'000'000;
        EXPECT_THAT(refused(json).message, testing::HasSubstr("no more than"));
    }
    for (const auto& [key, value] : {std::pair<const char*, Json>{"rms_norm_eps", -1}, {"rope_theta", 0}, {"eos_token_id", 1'000'000}}) {
        json = llama();
        json[key] = value;
        EXPECT_THAT(refused(json).message, testing::HasSubstr(key));
    }
    json = llama();
    json["num_key_value_heads"] = 3;
    EXPECT_EQ(refused(json).code, "config_invalid");
    EXPECT_EQ(ModelConfig::read("/nowhere").error().code, "config_missing");
}

TEST(ModelConfig, survives_being_written_and_read) {
    auto json = llama();
    json["rope_scaling"] = {{"rope_type", "linear"}, {"factor", 2.0}};
    for (const auto* family : {"llama", "qwen2", "qwen3"}) {
        json["model_type"] = family;
        const auto config = parsed(json);
        EXPECT_EQ(parsed(Json::parse(config.toJson().dump())), config);
    }
}

TEST(Families, hold_the_published_sizes) {
    // Parameter counts as the models' cards give them, in billions.
    const std::map<std::string, double> published = {
        {"deepseek-llm-7b-base", 6.91},        {"deepseek-llm-7b-chat", 6.91},
        {"deepseek-coder-1.3b-base", 1.35},    {"deepseek-coder-6.7b-instruct", 6.74},
        {"deepseek-coder-33b-base", 33.3},     {"DeepSeek-R1-Distill-Qwen-1.5B", 1.78},
        {"DeepSeek-R1-Distill-Qwen-7B", 7.62}, {"deepseek-ai/deepseek-r1-distill-qwen-14b", 14.8}};
    for (const auto& [name, billions] : published) {
        const auto* model = findCatalogueModel(name);
        ASSERT_NE(model, nullptr) << name;
        EXPECT_NEAR(double(model->parameters) / 1e9, billions, billions * 0.005) << name;
        EXPECT_EQ(model->bytes, std::uint64_t(model->parameters) * 2);
        EXPECT_FALSE(model->licence.empty());
    }
    EXPECT_EQ(catalogueModels().size(), 11U);
    EXPECT_EQ(findCatalogueModel("gpt"), nullptr);
}

}  // namespace
}  // namespace anneal::catalogue
