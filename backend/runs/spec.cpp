#include "runs/spec.h"

#include <algorithm>
#include <set>

#include "base/files.h"
#include "base/text.h"
#include "base/yaml.h"
#include "runs/spec_fields.h"

namespace anneal::runs {

namespace {

/// "line 12: " of a key at the start of a line; empty if it came by --set.
std::string placeOf(std::string_view yaml, std::string_view key) {
    int line = 1;
    for (const auto& each : base::split(yaml, '\n')) {
        std::string_view rest(each);
        if (!rest.empty() && (rest.front() == '"' || rest.front() == '\'')) rest.remove_prefix(1);
        if (rest.starts_with(key) && rest.substr(key.size()).find_first_not_of(" \t\"'") == rest.substr(key.size()).find(':') &&
            rest.size() > key.size())
            return "line " + std::to_string(line) + ": ";
        ++line;
    }
    return {};
}

Error unknownKey(const std::string& key) {
    std::vector<std::string> known;
    for (const auto& field : specFields()) known.push_back(field.key);
    Error error{"key_unknown", key + " is not a key of RUN.yaml",
                "the README shows a run; the keys are those of LLaMA-Factory's configurations"};
    if (auto nearest = base::nearest(key, known)) error.hint = "did you mean " + *nearest + "?";
    return error;
}

/// What a person writes where a refused thing is not wanted.
bool asksForNothing(const OrderedJson& value) {
    if (value.is_null() || value == false) return true;
    return value.is_string() && (value == "" || value == "none");
}

Status applyKey(RunSpec& spec, const std::string& key, const OrderedJson& value) {
    if (const auto* field = specField(key)) {
        if (value.is_null()) return {};
        auto status = field->read(spec, value);
        if (status) return {};
        auto error = status.error();
        error.message = key + (error.code == "key_refused" ? ": " : " ") + error.message;
        return fail(error);
    }
    const auto rule = keyRule(key);
    if (!rule) return fail(unknownKey(key));
    if (rule->treatment == KeyTreatment::refused && !asksForNothing(value))
        return fail("key_refused", key + ": " + rule->reason, "remove the key");
    if (!asksForNothing(value)) spec.ignored.emplace_back(key, rule->reason);
    return {};
}

/// What the keys mean together: the defaults that hang on others, and what cannot be had at once.
Status settle(RunSpec& spec, const OrderedJson& keys) {
    const auto given = [&](const char* key) { return keys.contains(key) && !keys[key].is_null(); };
    if (spec.modelNameOrPath.empty()) return fail("value_missing", "model_name_or_path is missing", "name the model folder to start from");
    if (spec.dataset.empty())
        return fail("value_missing", "dataset is missing", "give a file, an imported data set, or names in dataset_info.json");
    if (given("bf16") && given("fp16") && keys["bf16"] == true && keys["fp16"] == true)
        return fail("value_invalid", "bf16 and fp16 are both true", "keep one of the two");
    if (spec.loraAlpha == 0) spec.loraAlpha = 2.0 * spec.loraRank;
    if (spec.loraTarget.empty() || std::ranges::find(spec.loraTarget, "all-linear") != spec.loraTarget.end()) spec.loraTarget = {"all"};
    if (spec.learningRate == 0) spec.learningRate = spec.finetuningType == FinetuningType::lora ? 2e-4 : 2e-5;
    spec.maxSteps = std::max<std::int64_t>(spec.maxSteps, 0);
    spec.packing = spec.packing || spec.neatPacking;
    if (spec.finetuningType == FinetuningType::freeze && spec.freezeTrainableLayers == 0)
        return fail("value_invalid", "freeze_trainable_layers must not be 0: nothing would be trained",
                    "say how many of the last blocks to train");
    if (spec.trainFromScratch && spec.finetuningType != FinetuningType::full)
        return fail("value_invalid", "train_from_scratch needs finetuning_type: full", "set finetuning_type: full");
    if (spec.trainFromScratch && !spec.adapterNameOrPath.empty())
        return fail("value_invalid", "train_from_scratch and adapter_name_or_path exclude each other", "remove one of the two");
    if (!spec.adapterNameOrPath.empty() && spec.finetuningType != FinetuningType::lora)
        return fail("value_invalid", "adapter_name_or_path needs finetuning_type: lora",
                    "set finetuning_type: lora, or merge the adapter first");
    if (spec.valSize > 0 && !spec.evalDataset.empty())
        return fail("value_invalid", "val_size and eval_dataset exclude each other", "remove one of the two");
    if (spec.valSize >= 1 && spec.valSize != static_cast<double>(static_cast<std::int64_t>(spec.valSize)))
        return fail("value_invalid", "val_size must be a share below 1 or a whole number of rows", "correct the value");
    if (!spec.hasEvalData()) {
        if (spec.evalStrategy != IntervalStrategy::no)
            return fail("value_invalid", "eval_strategy needs rows to evaluate on", "give val_size or eval_dataset");
        if (spec.loadBestModelAtEnd)
            return fail("value_invalid", "load_best_model_at_end needs rows to evaluate on", "give val_size or eval_dataset");
    } else if (!given("eval_strategy")) {
        spec.evalStrategy = spec.evalSteps ? IntervalStrategy::steps : IntervalStrategy::epoch;
    }
    if (spec.evalStrategy == IntervalStrategy::steps && !spec.evalSteps) spec.evalSteps = spec.loggingSteps;
    return {};
}

Result<RunSpec> fromKeys(const OrderedJson& keys, std::string_view yaml, const std::set<std::string>& overridden = {}) {
    if (!keys.is_object())
        return fail("yaml_invalid", "a run is described by keys and values", "write key: value lines; the README shows a run");
    RunSpec spec;
    for (const auto& [key, value] : keys.items()) {
        auto status = applyKey(spec, key, value);
        if (!status) {
            auto error = status.error();
            error.message = (overridden.contains(key) ? "--set: " : placeOf(yaml, key)) + error.message;
            return fail(error);
        }
    }
    ANNEAL_CHECK(settle(spec, keys));
    return spec;
}

/// Returns the keys that were set.
Result<std::set<std::string>> applyOverrides(OrderedJson& keys, const std::vector<std::string>& overrides) {
    std::set<std::string> overridden;
    for (const auto& override : overrides) {
        const auto equals = override.find('=');
        if (equals == std::string::npos || equals == 0)
            return fail("override_invalid", "--set \"" + override + "\" is not key=value", "write --set learning_rate=1e-4");
        const auto key = std::string(base::trim(std::string_view(override).substr(0, equals)));
        const auto text = std::string(base::trim(std::string_view(override).substr(equals + 1)));
        overridden.insert(key);
        const bool structured = !text.empty() && (text.front() == '[' || text.front() == '"' || text.front() == '\'');
        if (structured) {
            ANNEAL_TRY(value, base::parseYaml(text));
            keys[key] = value;
        } else {
            keys[key] = base::parseYamlScalar(text);
        }
    }
    return overridden;
}

}  // namespace

Result<RunSpec> RunSpec::load(const std::filesystem::path& file, const std::vector<std::string>& overrides) {
    ANNEAL_TRY(yaml, base::readFile(file));
    auto parsed = base::parseYaml(yaml);
    if (!parsed) return failAt(file.string(), parsed.error());
    auto keys = parsed->is_null() ? OrderedJson::object() : *parsed;
    std::set<std::string> overridden;
    if (keys.is_object()) {
        ANNEAL_TRY(set, applyOverrides(keys, overrides));
        overridden = std::move(set);
    }
    auto spec = fromKeys(keys, yaml, overridden);
    if (!spec && !spec.error().message.starts_with("--set")) return failAt(file.string(), spec.error());
    return spec;
}

Result<RunSpec> RunSpec::fromJson(const OrderedJson& keys) { return fromKeys(keys, {}); }

OrderedJson RunSpec::toJson() const {
    auto keys = OrderedJson::object();
    for (const auto& field : specFields()) {
        if (!field.write) continue;
        auto value = field.write(*this);
        if (value.is_null() || value == "") continue;
        keys[field.key] = std::move(value);
    }
    if (!pureBf16) keys.erase("pure_bf16");
    return keys;
}

std::string RunSpec::toYaml() const { return base::dumpYaml(toJson()); }

std::vector<std::string> differingKeys(const RunSpec& a, const RunSpec& b) {
    std::vector<std::string> keys;
    for (const auto& field : specFields())
        if (field.write && field.write(a) != field.write(b)) keys.push_back(field.key);
    return keys;
}

std::string toText(Stage stage) { return stage == Stage::sft ? "sft" : "pt"; }

std::string toText(FinetuningType type) {
    switch (type) {
        case FinetuningType::full: return "full";
        case FinetuningType::lora: return "lora";
        case FinetuningType::freeze: return "freeze";
    }
    return {};
}

std::string toText(LrScheduler scheduler) {
    switch (scheduler) {
        case LrScheduler::cosine: return "cosine";
        case LrScheduler::linear: return "linear";
        case LrScheduler::constant: return "constant";
        case LrScheduler::constantWithWarmup: return "constant_with_warmup";
        case LrScheduler::warmupStableDecay: return "warmup_stable_decay";
    }
    return {};
}

std::string toText(IntervalStrategy strategy) {
    switch (strategy) {
        case IntervalStrategy::no: return "no";
        case IntervalStrategy::steps: return "steps";
        case IntervalStrategy::epoch: return "epoch";
    }
    return {};
}

std::string toText(ComputeDtype dtype) {
    switch (dtype) {
        case ComputeDtype::automatic: return "auto";
        case ComputeDtype::fp32: return "fp32";
        case ComputeDtype::bf16: return "bf16";
        case ComputeDtype::fp16: return "fp16";
    }
    return {};
}

std::string toText(DeviceKind device) {
    switch (device) {
        case DeviceKind::automatic: return "auto";
        case DeviceKind::cpu: return "cpu";
        case DeviceKind::cuda: return "cuda";
    }
    return {};
}

}  // namespace anneal::runs
