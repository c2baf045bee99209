#include "export/export.h"

#include "base/hash.h"
#include "export/gate.h"
#include "export/gguf.h"
#include "export/llama_runtime.h"
#include "model_fixture.h"
#include "nn/adapters/lora.h"
#include "runs/run_directory.h"

namespace anneal::exporting {
namespace {

namespace fs = std::filesystem;
using test::succeeded;

/// A run whose LoRA adapter was trained: its B matrices are no longer zero.
fs::path writeLoraRun(const test::TemporaryFolder& folder, const std::string& templateName = {}) {
    ::setenv("XDG_DATA_HOME", (folder / "data").c_str(), 1);
    runs::RunSpec spec;
    spec.modelNameOrPath = (folder / "model").string();
    spec.dataset = {"rows.jsonl"};
    spec.templateName = templateName;
    spec.outputDir = (folder / "run").string();
    spec.learningRate = 1e-4;
    spec.loraAlpha = 32;
    const auto run = runs::RunDirectory::create(spec);
    EXPECT_TRUE(succeeded(run));
    for (const auto& target : {run->adapter(), run->checkpoint(5), run->checkpoint(10)}) {
        auto model = nn::loadCausalLm(folder / "model");
        EXPECT_TRUE(succeeded(nn::attachLora(**model, {.rank = 4, .alpha = 8, .baseModel = spec.modelNameOrPath})));
        const at::NoGradGuard noGrad;
        const double scale = target == run->checkpoint(5) ? 0.01 : 0.05;
        for (const auto& parameter : (*model)->parameters().adapters()) {
            auto tensor = parameter.tensor;
            tensor.normal_(0, scale, at::detail::createCPUGenerator(7));
        }
        EXPECT_TRUE(succeeded(nn::saveAdapter(**model, target)));
        test::write(target / "trainer_state.json", R"({"best_step": 5})");
        test::write(target / "DONE", "");
    }
    return run->root();
}

std::vector<std::string> leftovers(const fs::path& folder) {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder))
        if (entry.path().filename().string().find(".partial-") != std::string::npos) names.push_back(entry.path().filename().string());
    return names;
}

std::vector<GgufType> types(const char* list) { return *parseGgufTypes(list); }

class ExportGguf : public testing::TestWithParam<test::ModelOptions> {};

TEST_P(ExportGguf, passes_its_gate_in_every_type) {
    test::TemporaryFolder folder;
    test::writeModel(folder / "model", GetParam());
    const auto result =
        runExport({.run = (folder / "model").string(), .out = folder / "out", .types = types("F32,F16,BF16,Q8_0,Q6_K,Q5_K_M,Q4_K_M")});
    ASSERT_TRUE(succeeded(result));
    EXPECT_TRUE(result->passed()) << result->failure();
    EXPECT_EQ(result->artefacts.size(), 7u);
    const auto document = result->json();
    ASSERT_TRUE(succeeded(document));
    EXPECT_TRUE((*document)["gate"]["template_equal"].get<bool>());
    EXPECT_GT((*document)["gate"]["compared"].get<int>(), 100);
    for (const auto& file : (*document)["files"])
        EXPECT_EQ(file["sha256"].get<std::string>(), *base::sha256File(file["path"].get<std::string>()));
    EXPECT_TRUE(leftovers(folder / "out").empty());
}

INSTANTIATE_TEST_SUITE_P(families, ExportGguf,
                         testing::Values(test::ModelOptions{.family = "llama", .tokenizer = "llama3"},
                                         test::ModelOptions{.family = "llama", .tokenizer = "llama2"},
                                         test::ModelOptions{.family = "qwen2", .tokenizer = "qwen2"},
                                         test::ModelOptions{.family = "qwen3", .tokenizer = "gpt2", .dtype = "bfloat16"},
                                         test::ModelOptions{.family = "llama", .tokenizer = "deepseek", .chatTemplate = false}),
                         [](const auto& info) { return info.param.family + "_" + info.param.tokenizer; });

TEST(Export, a_lora_run_becomes_a_folder_an_adapter_and_a_gguf) {
    test::TemporaryFolder folder;
    test::writeModel(folder / "model");
    const auto run = writeLoraRun(folder, "chatml").string();

    const auto merged = runExport({.run = run, .target = Target::hf, .out = folder / "hf"});
    ASSERT_TRUE(succeeded(merged));
    EXPECT_TRUE(merged->passed()) << merged->failure();
    EXPECT_TRUE(base::isComplete(folder / "hf"));
    for (const char* name : {"model.safetensors", "config.json", "generation_config.json", "tokenizer.json", "chat_template.jinja",
                             "README.md", "export_report.json"})
        EXPECT_TRUE(fs::exists(folder / "hf" / name)) << name;

    const auto adapter = runExport({.run = run, .target = Target::adapter, .out = folder / "adapter"});
    ASSERT_TRUE(succeeded(adapter));
    EXPECT_TRUE(adapter->passed()) << adapter->failure();
    EXPECT_TRUE(fs::exists(folder / "adapter/adapter_config.json"));

    const auto gguf = runExport({.run = run, .out = folder / "model.gguf", .types = types("F32")});
    ASSERT_TRUE(succeeded(gguf));
    EXPECT_TRUE(gguf->passed()) << gguf->failure();
    EXPECT_TRUE(fs::exists(folder / "model.gguf"));
    EXPECT_TRUE(fs::exists(folder / "model.gguf.report.json"));
}

TEST(Export, takes_the_step_that_is_asked_for) {
    test::TemporaryFolder folder;
    test::writeModel(folder / "model");
    const auto run = writeLoraRun(folder).string();
    const auto weights = [&](const std::string& step) {
        const auto result = runExport({.run = run, .step = step, .target = Target::adapter, .out = folder / ("step-" + step)});
        EXPECT_TRUE(succeeded(result));
        return *base::sha256File(folder / ("step-" + step) / "adapter_model.safetensors");
    };
    EXPECT_EQ(weights("5"), weights("best"));
    EXPECT_EQ(weights("10"), weights("last"));
    EXPECT_NE(weights("5"), weights("10"));
    EXPECT_EQ(runExport({.run = run, .step = "7", .out = folder / "x"}).error().code, "checkpoint_not_found");
    EXPECT_EQ(runExport({.run = (folder / "nothing").string(), .out = folder / "x"}).error().code, "run_not_found");
}

TEST(Export, what_fails_the_gate_is_set_aside) {
    test::TemporaryFolder folder;
    test::writeModel(folder / "model");
    // A normalizer that llama.cpp does not know: prompts would reach the runtime as other tokens than in training.
    auto tokenizer = *base::readJson(folder / "model/tokenizer.json");
    tokenizer["normalizer"] = {{"type", "Lowercase"}};
    test::write(folder / "model/tokenizer.json", tokenizer.dump());
    const auto result = runExport({.run = (folder / "model").string(), .out = folder / "m.gguf", .types = types("F16")});
    ASSERT_TRUE(succeeded(result));
    EXPECT_FALSE(result->passed());
    EXPECT_NE(result->failure().find("pre-tokenizer"), std::string::npos);
    EXPECT_FALSE(fs::exists(folder / "m.gguf"));
    EXPECT_TRUE(fs::exists(folder / "m.gguf.rejected"));
    EXPECT_TRUE(fs::exists(folder / "m.gguf.rejected.report.json"));
}

TEST(Export, does_not_write_over_what_is_not_an_export) {
    test::TemporaryFolder folder;
    test::writeModel(folder / "model");
    test::write(folder / "mine/letter.txt", "keep me");
    const auto result = runExport({.run = (folder / "model").string(), .target = Target::hf, .out = folder / "mine"});
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, "out_exists");
    EXPECT_TRUE(fs::exists(folder / "mine/letter.txt"));
}

TEST(Gate, finds_weights_that_are_not_the_trained_ones) {
    test::TemporaryFolder folder;
    test::writeModel(folder / "trained");
    test::writeModel(folder / "other", {.seed = 2});
    ASSERT_TRUE(succeeded(convertToGguf(folder / "other", folder / "other.gguf", {.type = FloatType::f32})));
    auto frontend = Frontend::read(folder / "trained");
    auto model = nn::loadCausalLm(folder / "trained");
    auto samples = gateSamples({}, *frontend);
    ASSERT_TRUE(succeeded(samples));
    auto reference = takeReference(**model, samples->first, samples->second, *frontend, {}, {});
    ASSERT_TRUE(succeeded(reference));
    const auto report = gateGguf(folder / "other.gguf", *ggufType("F32"), folder.path(), {*reference, *frontend, {}, {}});
    ASSERT_TRUE(succeeded(report));
    EXPECT_FALSE(report->passed());
    EXPECT_NE(report->failure().find("quality"), std::string::npos);
}

}  // namespace
}  // namespace anneal::exporting
