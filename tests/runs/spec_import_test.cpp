#include "runs/spec_import.h"

#include "runs/spec.h"
#include "support.h"

namespace anneal::runs {
namespace {

std::vector<std::string> keysOf(const std::vector<SpecImport::Left>& left) {
    std::vector<std::string> keys;
    for (const auto& each : left) keys.push_back(each.key);
    return keys;
}

TEST(spec_import, takes_what_has_a_counterpart_and_names_what_has_none) {
    const test::TemporaryFolder folder;
    test::write(folder / "base/config.json", "{}");
    test::write(folder / "llama.yaml", R"(model_name_or_path: base
stage: sft
do_train: true
finetuning_type: lora
lora_rank: 8
lora_target: q_proj,v_proj
quantization_bit: 4
neftune_noise_alpha: 5
trust_remote_code: true
made_up_key: 1
dataset: identity,alpaca_en_demo
template: qwen
bf16: true
learning_rate: 1.0e-4
num_train_epochs: 3.0
lr_scheduler_type: polynomial
output_dir: saves/qwen
)");
    const auto import = importSpec(folder / "llama.yaml");
    ASSERT_TRUE(test::succeeded(import));
    EXPECT_EQ(import->keys["lora_rank"], 8);
    EXPECT_EQ(import->keys["lora_target"], OrderedJson({"q_proj", "v_proj"}));
    EXPECT_EQ(import->keys["compute_dtype"], "bf16");
    EXPECT_EQ(import->keys["learning_rate"], 1e-4);
    EXPECT_EQ(import->keys["dataset"], OrderedJson({"identity", "alpaca_en_demo"}));
    EXPECT_EQ(import->keys["model_name_or_path"], (folder.path() / "base").string());
    EXPECT_FALSE(import->keys.contains("bf16"));
    EXPECT_EQ(keysOf(import->refused),
              (std::vector<std::string>{"quantization_bit", "neftune_noise_alpha", "made_up_key", "lr_scheduler_type"}));
    EXPECT_EQ(keysOf(import->withoutEffect), (std::vector<std::string>{"trust_remote_code"}));
    for (const auto& left : import->refused) EXPECT_FALSE(left.reason.empty()) << left.key;
    EXPECT_TRUE(test::succeeded(RunSpec::fromJson(import->keys)));
}

TEST(spec_import, reads_back_what_a_run_wrote) {
    const test::TemporaryFolder folder;
    const auto spec =
        RunSpec::fromJson({{"model_name_or_path", "base"}, {"dataset", {"rows.jsonl"}}, {"pure_bf16", true}, {"val_size", 0.1}}).value();
    test::write(folder / "RUN.yaml", spec.toYaml());
    const auto import = importSpec(folder / "RUN.yaml");
    ASSERT_TRUE(test::succeeded(import));
    EXPECT_TRUE(import->refused.empty());
    const auto again = RunSpec::fromJson(import->keys);
    ASSERT_TRUE(test::succeeded(again));
    EXPECT_TRUE(differingKeys(spec, *again).empty());
}

TEST(spec_import, what_is_no_description_is_an_error) {
    const test::TemporaryFolder folder;
    test::write(folder / "list.yaml", "- 1\n- 2\n");
    EXPECT_EQ(importSpec(folder / "list.yaml").error().code, "yaml_invalid");
    EXPECT_FALSE(importSpec(folder / "none.yaml"));
}

}  // namespace
}  // namespace anneal::runs
