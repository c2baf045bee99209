// Keys that LLaMA-Factory's configurations hold beside those we honour: accepted without effect, or refused, and why.

#include <map>

#include "runs/spec.h"
#include "runs/spec_fields.h"

namespace anneal::runs {

namespace {

using Rules = std::map<std::string, KeyRule, std::less<>>;

void add(Rules& rules, KeyTreatment treatment, const std::string& reason, std::initializer_list<const char*> keys) {
    for (const char* key : keys) rules.emplace(key, KeyRule{treatment, reason});
}

Rules makeRules() {
    Rules rules;
    const auto without = KeyTreatment::withoutEffect;
    add(rules, without, "no code is ever loaded from a model folder", {"trust_remote_code"});
    add(rules, without, "ranks wait for each other as long as the run lives", {"ddp_timeout", "ddp_backend", "ddp_find_unused_parameters"});
    add(rules, without, "a run's directory is never overwritten; use --resume to go on in it", {"overwrite_output_dir"});
    add(rules, without, "prepared tokens are made anew for each run", {"overwrite_cache"});
    add(rules, without, "prepared tokens are memory-mapped; there is nothing to load ahead",
        {"dataloader_num_workers", "dataloader_pin_memory", "dataloader_persistent_workers", "dataloader_prefetch_factor",
         "preprocessing_batch_size", "buffer_size"});
    add(rules, without, "a checkpoint always holds what a resume needs", {"save_only_model", "save_safetensors"});
    add(rules, without, "metrics are kept in the run's own database; trackers are not in this version",
        {"report_to", "run_name", "logging_dir"});
    add(rules, without, "steps are logged each logging_steps",
        {"logging_strategy", "logging_first_step", "include_num_input_tokens_seen", "include_tokens_per_second"});
    add(rules, without, "the engine chooses its own kernels",
        {"flash_attn", "use_unsloth", "enable_liger_kernel", "use_v1_kernels", "tf32", "torch_compile", "use_cache"});
    add(rules, without, "the ranks share data; optimiser state is not sharded in this version", {"deepspeed", "fsdp", "fsdp_config"});
    add(rules, without, "only text models are trained in this version",
        {"image_max_pixels", "image_min_pixels", "video_max_pixels", "video_min_pixels", "video_fps", "video_maxlen", "audio_sampling_rate",
         "freeze_vision_tower", "freeze_multi_modal_projector", "freeze_language_model", "media_dir"});
    add(rules, without, "they matter to generation alone; give them to anneal chat or eval",
        {"max_new_tokens", "top_p", "top_k", "temperature", "num_beams", "repetition_penalty", "do_sample", "max_length"});
    add(rules, without, "the engine keeps or recomputes activations as a whole",
        {"use_reentrant_gc", "gradient_checkpointing_kwargs", "use_unsloth_gc", "disable_gradient_checkpointing_kwargs"});
    add(rules, without, "the evaluation loss chooses the best checkpoint", {"metric_for_best_model", "greater_is_better"});
    add(rules, without, "the tokenizer and the weights are read as they are",
        {"use_fast_tokenizer", "low_cpu_mem_usage", "cache_dir", "model_revision", "infer_dtype", "upcast_layernorm",
         "upcast_lmhead_output", "tokenizer_num_proc"});
    add(rules, without, "evaluation happens as eval_strategy says", {"do_eval", "eval_on_start"});

    const auto refused = KeyTreatment::refused;
    add(rules, refused, "resuming is asked for on the command line: anneal train --resume RUN", {"resume_from_checkpoint"});
    add(rules, refused, "prediction is its own command: anneal eval --predict",
        {"do_predict", "predict_with_generate", "compute_accuracy"});
    add(rules, refused, "quantised bases (QLoRA) are not in this version",
        {"quantization_bit", "quantization_method", "quantization_type", "quantization_device_map", "double_quantization", "quant_config"});
    add(rules, refused, "8-bit floating point training is not in this version",
        {"fp8", "fp8_backend", "fp8_enable_fsdp_float8_all_gather"});
    add(rules, refused, "this optimiser is not in this version; AdamW is",
        {"use_galore",
         "galore_target",
         "galore_rank",
         "galore_scale",
         "galore_layerwise",
         "galore_update_interval",
         "use_apollo",
         "apollo_target",
         "apollo_rank",
         "apollo_scale",
         "apollo_scale_type",
         "apollo_layerwise",
         "apollo_update_interval",
         "use_badam",
         "badam_mode",
         "badam_switch_mode",
         "badam_switch_interval",
         "badam_verbose",
         "badam_start_block",
         "use_adam_mini",
         "use_muon",
         "optim_args"});
    add(rules, refused, "this adapter variant is not in this version",
        {"use_dora", "pissa_init", "pissa_iter", "pissa_convert", "loraplus_lr_ratio", "loraplus_lr_embedding", "oft_rank",
         "oft_block_size", "oft_target", "module_dropout", "additional_target", "create_new_adapter"});
    add(rules, refused, "this model change is not in this version",
        {"use_llama_pro", "freeze_trainable_modules", "freeze_extra_modules", "mixture_of_depths", "shift_attn", "rope_scaling",
         "resize_vocab", "new_special_tokens", "add_tokens", "add_special_tokens", "new_special_tokens_config", "init_special_tokens",
         "split_special_tokens", "moe_aux_loss_coef"});
    add(rules, refused, "this loss is not in this version",
        {"use_dft_loss",
         "use_asft_loss",
         "asft_alpha",
         "use_eaft_loss",
         "eaft_alpha",
         "neftune_noise_alpha",
         "label_smoothing_factor",
         "reward_model",
         "ref_model",
         "ref_model_adapters",
         "ref_model_quantization_bit",
         "pref_beta",
         "pref_loss",
         "pref_ftx",
         "pref_bco_weight",
         "dpo_label_smoothing",
         "kto_chosen_weight",
         "kto_rejected_weight",
         "simpo_gamma",
         "ppo_buffer_size",
         "ppo_epochs"});
    add(rules, refused, "data are read whole and in order; mix them with anneal data first",
        {"streaming", "mix_strategy", "interleave_probs", "tokenized_path", "eval_num_beams", "tool_format", "default_system",
         "enable_thinking", "ignore_pad_token_for_loss", "efficient_eos", "data_shared_file_system", "eval_on_each_dataset"});
    add(rules, refused, "exporting is its own command: anneal export",
        {"export_dir", "export_size", "export_device", "export_legacy_format", "export_quantization_bit", "export_quantization_dataset",
         "export_hub_model_id", "export_hf_on_finish", "push_to_hub", "hub_model_id"});
    add(rules, refused, "this is a file for inference: use anneal chat",
        {"infer_backend", "vllm_maxlen", "vllm_gpu_util", "vllm_config", "sample_backend"});
    add(rules, refused, "this training back end is not ours",
        {"use_kt",
         "kt_config",
         "kt_weight_path",
         "kt_cpu_activation",
         "kt_non_expert_weight_path",
         "use_ktransformers",
         "use_ray",
         "ray_run_name",
         "ray_num_workers",
         "ray_storage_path",
         "ray_init_kwargs",
         "resources_per_worker",
         "placement_strategy",
         "cp_size",
         "cp_mode",
         "sequence_parallel",
         "use_distributed_optimizer",
         "tensor_model_parallel_size",
         "pipeline_model_parallel_size",
         "expert_model_parallel_size",
         "context_parallel_size",
         "virtual_pipeline_model_parallel_size",
         "recompute_granularity",
         "recompute_method",
         "recompute_num_layers",
         "overlap_param_gather",
         "overlap_grad_reduce",
         "bias_activation_fusion",
         "apply_rope_fusion",
         "masked_softmax_fusion",
         "cross_entropy_loss_fusion",
         "moe_token_dispatcher_type",
         "moe_grouped_gemm",
         "megatron_pretrained_checkpoint",
         "extra_config",
         "mixed_precision",
         "use_mca"});
    add(rules, refused, "this is the layout of LLaMA-Factory's version 1: write the flat keys (model_name_or_path, dataset, …)",
        {"model", "train_dataset", "model_class", "micro_batch_size", "global_batch_size", "dist_config", "kernel_config", "peft_config",
         "init_config", "optim_config", "batching_strategy", "use_packed_sequences", "fsdp_transformer_layer_cls_to_wrap"});
    add(rules, refused, "the schedule has no further settings", {"lr_scheduler_kwargs"});
    return rules;
}

}  // namespace

std::optional<KeyRule> keyRule(std::string_view key) {
    static const Rules rules = makeRules();
    if (specField(key)) return KeyRule{KeyTreatment::honoured, ""};
    const auto found = rules.find(key);
    return found == rules.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace anneal::runs
