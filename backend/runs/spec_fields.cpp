#include "runs/spec_fields.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <limits>
#include <sstream>

#include "base/text.h"

namespace anneal::runs {

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kMostEpochs = 1e6;
constexpr std::int64_t kAny = std::numeric_limits<std::int64_t>::max();

auto invalid(const std::string& needed, const OrderedJson& given) {
    return fail("value_invalid", "must be " + needed + ", not " + base::dumpJson(given), "correct the value");
}

std::string plainNumber(double value) {
    std::ostringstream text;
    text << value;
    return text.str();
}

std::optional<double> numberOf(const OrderedJson& value) {
    if (!value.is_number()) return std::nullopt;
    const double number = value.get<double>();
    return std::isfinite(number) ? std::optional(number) : std::nullopt;
}

Result<std::int64_t> wholeNumber(const OrderedJson& value, std::int64_t low, std::int64_t high) {
    const auto number = numberOf(value);
    const auto range = high == kAny ? "of at least " + std::to_string(low) : "from " + std::to_string(low) + " to " + std::to_string(high);
    if (!number || *number != std::floor(*number) || *number < double(low) || *number > double(high))
        return invalid("a whole number " + range, value);
    return value.is_number_integer() ? value.get<std::int64_t>() : static_cast<std::int64_t>(*number);
}

template <class T>
SpecField integer(std::string key, T RunSpec::*member, std::int64_t low, std::int64_t high = std::numeric_limits<int>::max()) {
    return {key,
            [=](RunSpec& spec, const OrderedJson& value) -> Status {
                ANNEAL_TRY(number, wholeNumber(value, low, high));
                spec.*member = static_cast<T>(number);
                return {};
            },
            [=](const RunSpec& spec) -> OrderedJson { return spec.*member; },
            {SpecValues::Kind::whole, double(low), double(high)}};
}

template <class T>
SpecField optionalInteger(std::string key, std::optional<T> RunSpec::*member, std::int64_t low) {
    return {key,
            [=](RunSpec& spec, const OrderedJson& value) -> Status {
                ANNEAL_TRY(number, wholeNumber(value, low, std::numeric_limits<int>::max()));
                spec.*member = static_cast<T>(number);
                return {};
            },
            [=](const RunSpec& spec) -> OrderedJson { return spec.*member ? OrderedJson(*(spec.*member)) : OrderedJson(); },
            {SpecValues::Kind::whole, double(low), double(std::numeric_limits<int>::max())}};
}

/// low ≤ value < high, or low < value with `open`.
SpecField real(std::string key, double RunSpec::*member, double low, double high = kInfinity, bool open = false) {
    return {key,
            [=](RunSpec& spec, const OrderedJson& value) -> Status {
                const auto number = numberOf(value);
                if (!number || *number < low || *number >= high || (open && *number == low)) {
                    auto range = (open ? "above " : "of at least ") + plainNumber(low);
                    if (high != kInfinity) range += " and below " + plainNumber(high);
                    return invalid("a number " + range, value);
                }
                spec.*member = *number;
                return {};
            },
            [=](const RunSpec& spec) -> OrderedJson { return spec.*member; },
            {SpecValues::Kind::real, low, high, open}};
}

Result<bool> booleanOf(const OrderedJson& value) {
    if (value.is_boolean()) return value.get<bool>();
    return invalid("true or false", value);
}

SpecField boolean(std::string key, bool RunSpec::*member) {
    return {key,
            [=](RunSpec& spec, const OrderedJson& value) -> Status {
                ANNEAL_TRY(given, booleanOf(value));
                spec.*member = given;
                return {};
            },
            [=](const RunSpec& spec) -> OrderedJson { return spec.*member; },
            {SpecValues::Kind::flag}};
}

SpecField text(std::string key, std::string RunSpec::*member) {
    return {key,
            [=](RunSpec& spec, const OrderedJson& value) -> Status {
                if (value.is_string())
                    spec.*member = value.get<std::string>();
                else if (value.is_number())
                    spec.*member = value.dump();
                else
                    return invalid("text", value);
                return {};
            },
            [=](const RunSpec& spec) -> OrderedJson { return spec.*member; },
            {SpecValues::Kind::text}};
}

/// A list, or one text with commas between the parts (a file whose name has a comma stays one part).
SpecField list(std::string key, std::vector<std::string> RunSpec::*member) {
    return {key,
            [=](RunSpec& spec, const OrderedJson& value) -> Status {
                std::vector<std::string> parts;
                if (value.is_string()) {
                    const auto whole = value.get<std::string>();
                    std::error_code ignored;
                    if (std::filesystem::exists(whole, ignored))
                        parts = {whole};
                    else
                        parts = base::split(whole, ',');
                } else if (value.is_array() && std::ranges::all_of(value, [](const auto& part) { return part.is_string(); })) {
                    parts = value.get<std::vector<std::string>>();
                } else {
                    return invalid("a text or a list of texts", value);
                }
                for (auto& part : parts) part = std::string(base::trim(part));
                std::erase(parts, "");
                spec.*member = std::move(parts);
                return {};
            },
            [=](const RunSpec& spec) -> OrderedJson { return spec.*member; },
            {SpecValues::Kind::list}};
}

struct Refusal {
    std::vector<std::string> values;
    std::string reason;
};

/// One of some words; the first word of a value is how it is written. Known words that do not work are refused with a reason.
template <class T>
SpecField choice(std::string key, T RunSpec::*member, std::vector<std::pair<std::string, T>> words, std::vector<Refusal> refused = {}) {
    std::vector<std::string> written;
    for (const auto& [name, meaning] : words)
        if (toText(meaning) == name) written.push_back(name);
    return {key,
            [=](RunSpec& spec, const OrderedJson& value) -> Status {
                const auto word = value.is_string() ? base::toLower(value.get<std::string>()) : base::dumpJson(value);
                for (const auto& [name, meaning] : words)
                    if (word == name) {
                        spec.*member = meaning;
                        return {};
                    }
                std::vector<std::string> names;
                for (const auto& [name, meaning] : words) names.push_back(name);
                const auto known = base::join(names, ", ");
                for (const auto& refusal : refused)
                    if (std::ranges::find(refusal.values, word) != refusal.values.end())
                        return fail("key_refused", word + ": " + refusal.reason, "use one of " + known);
                return invalid("one of " + known, value);
            },
            [=](const RunSpec& spec) -> OrderedJson { return toText(spec.*member); },
            {.kind = SpecValues::Kind::choice, .choices = std::move(written)}};
}

SpecField mapped(std::string key, std::function<void(RunSpec&, bool)> apply) {
    return {key,
            [=](RunSpec& spec, const OrderedJson& value) -> Status {
                ANNEAL_TRY(given, booleanOf(value));
                apply(spec, given);
                return {};
            },
            {}};
}

/// `bf16: false` says that the person does not want BF16; alone it means FP32.
std::function<void(RunSpec&, bool)> precision(ComputeDtype dtype, bool pure = false) {
    return [=](RunSpec& spec, bool wanted) {
        if (wanted) {
            spec.computeDtype = dtype;
            spec.pureBf16 = pure;
        } else if (!pure && spec.computeDtype == ComputeDtype::automatic) {
            spec.computeDtype = ComputeDtype::fp32;
        }
    };
}

std::vector<SpecField> makeFields() {
    using S = RunSpec;
    std::vector<SpecField> fields = {
        text("model_name_or_path", &S::modelNameOrPath),
        text("adapter_name_or_path", &S::adapterNameOrPath),
        boolean("train_from_scratch", &S::trainFromScratch),
        choice<Stage>("stage", &S::stage, {{"sft", Stage::sft}, {"pt", Stage::pt}},
                      {{{"dpo", "kto", "rm", "ppo", "orpo", "simpo"}, "preference and reward training are not in this version"}}),
        choice<FinetuningType>("finetuning_type", &S::finetuningType,
                               {{"lora", FinetuningType::lora}, {"full", FinetuningType::full}, {"freeze", FinetuningType::freeze}},
                               {{{"oft"}, "orthogonal fine-tuning is not in this version"}}),
        integer("lora_rank", &S::loraRank, 1, 8192),
        real("lora_alpha", &S::loraAlpha, 0, kInfinity, true),
        real("lora_dropout", &S::loraDropout, 0, 1),
        list("lora_target", &S::loraTarget),
        boolean("use_rslora", &S::useRslora),
        integer("freeze_trainable_layers", &S::freezeTrainableLayers, -100000, 100000),
        list("dataset", &S::dataset),
        text("dataset_dir", &S::datasetDir),
        list("eval_dataset", &S::evalDataset),
        real("val_size", &S::valSize, 0),
        text("template", &S::templateName),
        integer("cutoff_len", &S::cutoffLen, 2, 1 << 24),
        optionalInteger("max_samples", &S::maxSamples, 1),
        boolean("packing", &S::packing),
        boolean("neat_packing", &S::neatPacking),
        boolean("group_by_length", &S::groupByLength),
        boolean("shuffle", &S::shuffle),
        boolean("train_on_prompt", &S::trainOnPrompt),
        boolean("mask_history", &S::maskHistory),
        boolean("append_eos", &S::appendEos),
        integer("preprocessing_num_workers", &S::preprocessingNumWorkers, 0, 4096),
        text("output_dir", &S::outputDir),
        integer("logging_steps", &S::loggingSteps, 1),
        choice<IntervalStrategy>("save_strategy", &S::saveStrategy,
                                 {{"steps", IntervalStrategy::steps}, {"epoch", IntervalStrategy::epoch}, {"no", IntervalStrategy::no}},
                                 {{{"best"}, "the best checkpoint is always kept where there is evaluation"}}),
        integer("save_steps", &S::saveSteps, 1),
        integer("save_total_limit", &S::saveTotalLimit, 0),
        optionalInteger("eval_steps", &S::evalSteps, 1),
        choice<IntervalStrategy>("eval_strategy", &S::evalStrategy,
                                 {{"no", IntervalStrategy::no}, {"steps", IntervalStrategy::steps}, {"epoch", IntervalStrategy::epoch}}),
        boolean("load_best_model_at_end", &S::loadBestModelAtEnd),
        integer("early_stopping_patience", &S::earlyStoppingPatience, 0),
        boolean("plot_loss", &S::plotLoss),
        integer("per_device_train_batch_size", &S::perDeviceTrainBatchSize, 1, 1 << 20),
        integer("per_device_eval_batch_size", &S::perDeviceEvalBatchSize, 1, 1 << 20),
        integer("gradient_accumulation_steps", &S::gradientAccumulationSteps, 1, 1 << 20),
        real("learning_rate", &S::learningRate, 0, kInfinity, true),
        real("num_train_epochs", &S::numTrainEpochs, 0, kMostEpochs, true),
        integer("max_steps", &S::maxSteps, -1, kAny),
        choice<LrScheduler>("lr_scheduler_type", &S::lrSchedulerType,
                            {{"cosine", LrScheduler::cosine},
                             {"linear", LrScheduler::linear},
                             {"constant", LrScheduler::constant},
                             {"constant_with_warmup", LrScheduler::constantWithWarmup},
                             {"warmup_stable_decay", LrScheduler::warmupStableDecay},
                             {"wsd", LrScheduler::warmupStableDecay}},
                            {{{"cosine_with_restarts", "polynomial", "inverse_sqrt", "reduce_lr_on_plateau", "cosine_with_min_lr",
                               "cosine_warmup_with_min_lr"},
                              "this schedule is not in this version"}}),
        real("warmup_ratio", &S::warmupRatio, 0, 1),
        integer("warmup_steps", &S::warmupSteps, 0, kAny),
        real("weight_decay", &S::weightDecay, 0),
        real("adam_beta1", &S::adamBeta1, 0, 1),
        real("adam_beta2", &S::adamBeta2, 0, 1),
        real("adam_epsilon", &S::adamEpsilon, 0, kInfinity, true),
        real("max_grad_norm", &S::maxGradNorm, 0),
        integer("seed", &S::seed, 0, kAny),
        choice<ComputeDtype>("compute_dtype", &S::computeDtype,
                             {{"auto", ComputeDtype::automatic},
                              {"fp32", ComputeDtype::fp32},
                              {"bf16", ComputeDtype::bf16},
                              {"fp16", ComputeDtype::fp16},
                              {"float32", ComputeDtype::fp32},
                              {"bfloat16", ComputeDtype::bf16},
                              {"float16", ComputeDtype::fp16}}),
        boolean("gradient_checkpointing", &S::gradientCheckpointing),
        choice<DeviceKind>("device", &S::device,
                           {{"auto", DeviceKind::automatic}, {"cpu", DeviceKind::cpu}, {"cuda", DeviceKind::cuda}, {"gpu", DeviceKind::cuda}}),
        integer("threads", &S::threads, 0, 4096),
        integer("nproc_per_node", &S::nprocPerNode, 1, 4096),

        mapped("bf16", precision(ComputeDtype::bf16)),
        mapped("fp16", precision(ComputeDtype::fp16)),
        mapped("disable_shuffling", [](S& spec, bool wanted) { spec.shuffle = !wanted; }),
        mapped("disable_gradient_checkpointing",
               [](S& spec, bool wanted) {
                   if (wanted) spec.gradientCheckpointing = false;
               }),
        {"early_stopping_steps", integer("", &S::earlyStoppingPatience, 1).read, {}},
        {"optim",
         [](S&, const OrderedJson& value) -> Status {
             const auto name = value.is_string() ? value.get<std::string>() : base::dumpJson(value);
             for (const auto* same : {"adamw", "adamw_torch", "adamw_torch_fused", "adamw_hf", "adamw_apex_fused"})
                 if (name == same) return {};
             return fail("key_refused", name + ": AdamW is the optimiser of this version", "use adamw_torch");
         },
         {}},
        {"do_train",
         [](S&, const OrderedJson& value) -> Status {
             ANNEAL_TRY(wanted, booleanOf(value));
             if (wanted) return {};
             return fail("key_refused", "false: there is nothing to train", "use anneal eval for evaluation alone");
         },
         {}},
    };
    auto pure = mapped("pure_bf16", precision(ComputeDtype::bf16, true));
    pure.write = [](const S& spec) -> OrderedJson { return spec.pureBf16; };
    fields.push_back(std::move(pure));
    return fields;
}

}  // namespace

std::span<const SpecField> specFields() {
    static const std::vector<SpecField> fields = makeFields();
    return fields;
}

const SpecField* specField(std::string_view key) {
    const auto fields = specFields();
    const auto found = std::ranges::find(fields, key, &SpecField::key);
    return found == fields.end() ? nullptr : &*found;
}

}  // namespace anneal::runs
