#include "runs/spec.h"

#include "support.h"

namespace anneal::runs {
namespace {

constexpr const char* kSmallest = "model_name_or_path: base\ndataset: rows.jsonl\n";

class spec : public testing::Test {
protected:
    Result<RunSpec> load(const std::string& yaml, const std::vector<std::string>& overrides = {}) {
        test::write(folder_ / "RUN.yaml", yaml);
        return RunSpec::load(folder_ / "RUN.yaml", overrides);
    }
    RunSpec good(const std::string& more, const std::vector<std::string>& overrides = {}) {
        auto loaded = load(kSmallest + more, overrides);
        EXPECT_TRUE(test::succeeded(loaded));
        return loaded.value_or(RunSpec());
    }
    Error bad(const std::string& more, const std::vector<std::string>& overrides = {}) {
        auto loaded = load(kSmallest + more, overrides);
        EXPECT_FALSE(loaded) << more;
        return loaded ? Error() : loaded.error();
    }
    test::TemporaryFolder folder_;
};

TEST_F(spec, defaults_are_those_of_careful_users) {
    const auto run = good("");
    EXPECT_EQ(run.lrSchedulerType, LrScheduler::cosine);
    EXPECT_EQ(run.warmupRatio, 0.03);
    EXPECT_EQ(run.weightDecay, 0.01);
    EXPECT_EQ(run.maxGradNorm, 1.0);
    EXPECT_EQ(run.earlyStoppingPatience, 5);
    EXPECT_EQ(run.saveSteps, 1000);
    EXPECT_EQ(run.seed, 42u);
    EXPECT_EQ(run.finetuningType, FinetuningType::lora);
    EXPECT_EQ(run.loraRank, 16);
    EXPECT_EQ(run.loraAlpha, 32);
    EXPECT_EQ(run.loraTarget, std::vector<std::string>{"all"});
    EXPECT_EQ(run.learningRate, 2e-4);
    EXPECT_EQ(good("finetuning_type: full\n").learningRate, 2e-5);
}

TEST_F(spec, a_llama_factory_example_runs_as_it_is) {
    const auto run = load(R"(### model
model_name_or_path: Qwen/Qwen3-4B-Instruct-2507
trust_remote_code: true
### method
stage: sft
do_train: true
finetuning_type: lora
lora_rank: 8
lora_target: all
### dataset
dataset: identity,alpaca_en_demo
template: qwen3_nothink
cutoff_len: 2048
max_samples: 1000
preprocessing_num_workers: 16
dataloader_num_workers: 4
### output
output_dir: saves/qwen3-4b/lora/sft
logging_steps: 10
save_steps: 500
plot_loss: true
overwrite_output_dir: true
save_only_model: false
report_to: none  # choices: [none, wandb, tensorboard, swanlab, mlflow]
### train
per_device_train_batch_size: 1
gradient_accumulation_steps: 8
learning_rate: 1.0e-4
num_train_epochs: 3.0
lr_scheduler_type: cosine
warmup_ratio: 0.1
bf16: true
ddp_timeout: 180000000
resume_from_checkpoint: null
### eval
val_size: 0.1
per_device_eval_batch_size: 1
eval_strategy: steps
eval_steps: 500
)");
    ASSERT_TRUE(test::succeeded(run));
    EXPECT_EQ(run->dataset, (std::vector<std::string>{"identity", "alpaca_en_demo"}));
    EXPECT_EQ(run->loraRank, 8);
    EXPECT_EQ(run->loraAlpha, 16);
    EXPECT_EQ(run->computeDtype, ComputeDtype::bf16);
    EXPECT_EQ(run->evalSteps, 500);
    std::vector<std::string> ignored;
    for (const auto& [key, reason] : run->ignored) {
        ignored.push_back(key);
        EXPECT_FALSE(reason.empty());
    }
    EXPECT_EQ(ignored, (std::vector<std::string>{"trust_remote_code", "dataloader_num_workers", "overwrite_output_dir", "ddp_timeout"}));
}

TEST_F(spec, every_key_of_the_examples_is_in_one_of_three_lists) {
    // The keys of the YAML files under LLaMA-Factory's examples/ at ff6d4d12e, by how we treat them.
    const std::vector<std::string> honoured = {"output_dir",
                                               "cutoff_len",
                                               "learning_rate",
                                               "model_name_or_path",
                                               "template",
                                               "stage",
                                               "preprocessing_num_workers",
                                               "finetuning_type",
                                               "do_train",
                                               "dataset",
                                               "per_device_train_batch_size",
                                               "lr_scheduler_type",
                                               "logging_steps",
                                               "gradient_accumulation_steps",
                                               "save_steps",
                                               "bf16",
                                               "warmup_ratio",
                                               "plot_loss",
                                               "max_samples",
                                               "num_train_epochs",
                                               "per_device_eval_batch_size",
                                               "val_size",
                                               "eval_strategy",
                                               "eval_steps",
                                               "lora_target",
                                               "lora_rank",
                                               "max_steps",
                                               "eval_dataset",
                                               "adapter_name_or_path",
                                               "seed",
                                               "pure_bf16",
                                               "packing",
                                               "lora_alpha",
                                               "weight_decay",
                                               "warmup_steps",
                                               "optim",
                                               "max_grad_norm",
                                               "gradient_checkpointing",
                                               "disable_gradient_checkpointing",
                                               "freeze_trainable_layers",
                                               "disable_shuffling",
                                               "dataset_dir",
                                               "adam_beta1",
                                               "adam_beta2"};
    const std::vector<std::string> withoutEffect = {"trust_remote_code",
                                                    "overwrite_output_dir",
                                                    "report_to",
                                                    "dataloader_num_workers",
                                                    "ddp_timeout",
                                                    "save_only_model",
                                                    "overwrite_cache",
                                                    "max_new_tokens",
                                                    "video_max_pixels",
                                                    "image_max_pixels",
                                                    "flash_attn",
                                                    "deepspeed",
                                                    "use_v1_kernels",
                                                    "freeze_vision_tower",
                                                    "freeze_multi_modal_projector",
                                                    "freeze_language_model",
                                                    "video_maxlen",
                                                    "video_fps",
                                                    "use_reentrant_gc",
                                                    "run_name",
                                                    "gradient_checkpointing_kwargs",
                                                    "fsdp"};
    const std::vector<std::string> refused = {"resume_from_checkpoint",
                                              "model",
                                              "train_dataset",
                                              "model_class",
                                              "micro_batch_size",
                                              "dist_config",
                                              "sample_backend",
                                              "kernel_config",
                                              "quant_config",
                                              "use_kt",
                                              "peft_config",
                                              "oft_target",
                                              "oft_block_size",
                                              "infer_backend",
                                              "export_size",
                                              "export_legacy_format",
                                              "export_dir",
                                              "export_device",
                                              "quantization_bit",
                                              "kt_cpu_activation",
                                              "kt_config",
                                              "batching_strategy",
                                              "use_distributed_optimizer",
                                              "tensor_model_parallel_size",
                                              "sequence_parallel",
                                              "quantization_method",
                                              "pref_beta",
                                              "pipeline_model_parallel_size",
                                              "kt_weight_path",
                                              "bias_activation_fusion",
                                              "apply_rope_fusion",
                                              "use_asft_loss",
                                              "recompute_granularity",
                                              "pref_loss",
                                              "overlap_param_gather",
                                              "overlap_grad_reduce",
                                              "moe_token_dispatcher_type",
                                              "moe_grouped_gemm",
                                              "init_config",
                                              "expert_model_parallel_size",
                                              "double_quantization",
                                              "cp_size",
                                              "asft_alpha",
                                              "virtual_pipeline_model_parallel_size",
                                              "use_packed_sequences",
                                              "use_muon",
                                              "use_llama_pro",
                                              "use_galore",
                                              "use_eaft_loss",
                                              "use_dft_loss",
                                              "use_badam",
                                              "use_apollo",
                                              "use_adam_mini",
                                              "tokenized_path",
                                              "ray_num_workers",
                                              "ray_init_kwargs",
                                              "predict_with_generate",
                                              "pissa_iter",
                                              "pissa_init",
                                              "pissa_convert",
                                              "optim_config",
                                              "mixture_of_depths",
                                              "mixed_precision",
                                              "megatron_pretrained_checkpoint",
                                              "masked_softmax_fusion",
                                              "loraplus_lr_ratio",
                                              "kt_non_expert_weight_path",
                                              "galore_target",
                                              "galore_scale",
                                              "galore_rank",
                                              "galore_layerwise",
                                              "fsdp_transformer_layer_cls_to_wrap",
                                              "freeze_trainable_modules",
                                              "fp8_enable_fsdp_float8_all_gather",
                                              "fp8_backend",
                                              "fp8",
                                              "extra_config",
                                              "export_quantization_dataset",
                                              "export_quantization_bit",
                                              "export_hf_on_finish",
                                              "do_predict",
                                              "cross_entropy_loss_fusion",
                                              "cp_mode",
                                              "context_parallel_size",
                                              "badam_verbose",
                                              "badam_switch_mode",
                                              "badam_switch_interval",
                                              "badam_mode",
                                              "apollo_target",
                                              "apollo_scale_type",
                                              "apollo_scale",
                                              "apollo_rank",
                                              "apollo_layerwise",
                                              "recompute_num_layers",
                                              "recompute_method"};
    const auto check = [](const std::vector<std::string>& keys, KeyTreatment treatment) {
        for (const auto& key : keys) {
            const auto rule = keyRule(key);
            ASSERT_TRUE(rule) << key;
            EXPECT_EQ(rule->treatment, treatment) << key;
            EXPECT_EQ(rule->reason.empty(), treatment == KeyTreatment::honoured) << key;
        }
    };
    check(honoured, KeyTreatment::honoured);
    check(withoutEffect, KeyTreatment::withoutEffect);
    check(refused, KeyTreatment::refused);
}

TEST_F(spec, an_unknown_key_names_its_line_and_the_nearest) {
    const auto error = bad("# a comment\nlearning_rat: 1e-4\n");
    EXPECT_EQ(error.code, "key_unknown");
    EXPECT_NE(error.message.find("RUN.yaml: line 4: learning_rat"), std::string::npos) << error.message;
    EXPECT_EQ(error.hint, "did you mean learning_rate?");
}

TEST_F(spec, a_refused_key_says_why_unless_it_asks_for_nothing) {
    const auto error = bad("quantization_bit: 4\n");
    EXPECT_EQ(error.code, "key_refused");
    EXPECT_NE(error.message.find("QLoRA"), std::string::npos);
    EXPECT_NE(error.message.find("line 3"), std::string::npos);
    good("quantization_bit: null\nuse_galore: false\nresume_from_checkpoint: null\n");
}

TEST_F(spec, a_stage_that_does_not_work_yet_is_refused) {
    const auto error = bad("stage: dpo\n");
    EXPECT_EQ(error.code, "key_refused");
    EXPECT_NE(error.message.find("preference"), std::string::npos);
}

TEST_F(spec, values_are_checked_for_kind_and_range) {
    for (const auto* line :
         {"lora_rank: 0", "lora_rank: 8.5", "lora_rank: many", "learning_rate: 0", "learning_rate: -1e-4", "learning_rate: .nan",
          "warmup_ratio: 1", "lora_dropout: 1.0", "packing: 1", "seed: -1", "cutoff_len: 1", "max_steps: 1e300", "eval_strategy: often",
          "eval_dataset: 3", "num_train_epochs: 0", "num_train_epochs: 1e300", "adam_beta2: 1", "stage: 1"}) {
        const auto error = bad(std::string(line) + "\n");
        EXPECT_EQ(error.code, "value_invalid") << line;
        EXPECT_NE(error.message.find("line 3: "), std::string::npos) << error.message;
    }
}

TEST_F(spec, contradictions_are_errors) {
    EXPECT_EQ(bad("bf16: true\nfp16: true\n").code, "value_invalid");
    EXPECT_EQ(bad("eval_strategy: steps\n").code, "value_invalid");
    EXPECT_EQ(bad("train_from_scratch: true\n").code, "value_invalid");
    EXPECT_EQ(bad("val_size: 0.1\neval_dataset: b.jsonl\n").code, "value_invalid");
    EXPECT_EQ(bad("val_size: 1.5\n").code, "value_invalid");
    EXPECT_EQ(bad("do_train: false\n").code, "key_refused");
    EXPECT_EQ(load("dataset: a\n").error().code, "value_missing");
    EXPECT_EQ(load("model_name_or_path: a\n").error().code, "value_missing");
    EXPECT_EQ(load("- a\n").error().code, "yaml_invalid");
}

TEST_F(spec, mapped_keys_set_what_they_stand_for) {
    EXPECT_EQ(good("fp16: true\n").computeDtype, ComputeDtype::fp16);
    EXPECT_EQ(good("bf16: false\n").computeDtype, ComputeDtype::fp32);
    EXPECT_EQ(good("").computeDtype, ComputeDtype::automatic);
    const auto pure = good("pure_bf16: true\n");
    EXPECT_EQ(pure.computeDtype, ComputeDtype::bf16);
    EXPECT_TRUE(pure.pureBf16);
    EXPECT_FALSE(good("disable_shuffling: true\n").shuffle);
    EXPECT_EQ(good("early_stopping_steps: 3\n").earlyStoppingPatience, 3);
    EXPECT_TRUE(good("neat_packing: true\n").packing);
    EXPECT_EQ(good("max_steps: -1\n").maxSteps, 0);
}

TEST_F(spec, evaluation_follows_from_having_rows_for_it) {
    EXPECT_EQ(good("").evalStrategy, IntervalStrategy::no);
    EXPECT_EQ(good("val_size: 0.1\n").evalStrategy, IntervalStrategy::epoch);
    const auto steps = good("val_size: 100\neval_steps: 20\n");
    EXPECT_EQ(steps.evalStrategy, IntervalStrategy::steps);
    EXPECT_EQ(good("val_size: 100\neval_strategy: no\n").evalStrategy, IntervalStrategy::no);
    EXPECT_EQ(good("val_size: 100\neval_strategy: steps\n").evalSteps, 10);
}

TEST_F(spec, set_overrides_the_file) {
    const auto run = good("learning_rate: 1e-4\n", {"learning_rate=5e-5", "dataset=[a.jsonl, b.jsonl]", "max_steps=20", "template=chatml"});
    EXPECT_EQ(run.learningRate, 5e-5);
    EXPECT_EQ(run.dataset.size(), 2u);
    EXPECT_EQ(run.maxSteps, 20);
    EXPECT_EQ(run.templateName, "chatml");
    EXPECT_EQ(bad("", {"learning_rate"}).code, "override_invalid");
    EXPECT_EQ(bad("", {"lora_rnk=3"}).hint, "did you mean lora_rank?");
    EXPECT_TRUE(bad("learning_rate: 1e-4\n", {"learning_rate=much"}).message.starts_with("--set: learning_rate"));
}

TEST_F(spec, freezing_and_reading_back_changes_nothing) {
    const auto run = good(
        "val_size: 0.05\neval_steps: 7\nmax_samples: 12\nlora_target: [q_proj, v_proj]\nlearning_rate: 3.3e-05\nadam_epsilon: 1e-9\nseed: "
        "123456789012\n"
        "pure_bf16: true\ntemplate: \"yes\"\nlr_scheduler_type: wsd\n");
    test::write(folder_ / "frozen.yaml", run.toYaml());
    const auto back = RunSpec::load(folder_ / "frozen.yaml");
    ASSERT_TRUE(test::succeeded(back));
    EXPECT_EQ(differingKeys(run, *back), std::vector<std::string>{});
    EXPECT_EQ(back->toYaml(), run.toYaml());
    EXPECT_EQ(back->learningRate, 3.3e-05);
    EXPECT_EQ(differingKeys(run, good("")).size(), 12u);
}

}  // namespace
}  // namespace anneal::runs
