#include "cli/verbs/eval_spec.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "base/yaml.h"

namespace anneal::cli {
namespace {

/// What a run's own evaluation depends on beside its weights.
constexpr std::array kInherited{"stage", "template", "cutoff_len", "append_eos", "train_on_prompt", "mask_history"};
constexpr std::array kOverridable{
    "stage",       "template",      "cutoff_len", "append_eos", "train_on_prompt", "mask_history", "max_samples",
    "dataset_dir", "compute_dtype", "bf16",       "fp16",       "pure_bf16",       "device",       "preprocessing_num_workers"};

bool among(const auto& keys, std::string_view key) { return std::ranges::find(keys, key) != keys.end(); }

}  // namespace

Result<runs::RunSpec> evalSpec(const runs::ModelReference& reference, const data::Dataset& dataset,
                               const std::vector<std::string>& overrides) {
    OrderedJson keys;
    if (reference.spec) {
        const auto inherited = reference.spec->toJson();
        for (const char* key : kInherited)
            if (inherited.contains(key) && !inherited[key].is_null()) keys[key] = inherited[key];
    } else if (dataset.manifest().mapping.shape == data::Shape::text) {
        keys["stage"] = "pt";
    }
    for (const auto& text : overrides) {
        const auto equals = text.find('=');
        if (equals == std::string::npos) return fail("value_invalid", text + " is not key=value", "write --set cutoff_len=1024");
        const auto key = text.substr(0, equals);
        if (!among(kOverridable, key)) {
            const std::vector<std::string> known(kOverridable.begin(), kOverridable.end());
            return fail(runs::keyRule(key) ? "key_refused" : "key_unknown", key + " is not a key of an evaluation",
                        "one of " + base::join(known, ", "));
        }
        keys[key] = base::parseYamlScalar(std::string_view(text).substr(equals + 1));
    }
    keys["model_name_or_path"] = reference.tokenizer.string();
    keys["dataset"] = dataset.path().string();
    return runs::RunSpec::fromJson(keys);
}

}  // namespace anneal::cli
