#include "runs/spec_import.h"

#include "base/files.h"
#include "base/text.h"
#include "base/yaml.h"
#include "runs/spec_fields.h"

namespace anneal::runs {
namespace {

namespace fs = std::filesystem;

bool asksForNothing(const OrderedJson& value) { return value.is_null() || value == false || value == "" || value == "none"; }

/// A path that only means something from the file's own folder, made absolute.
std::string placed(const std::string& path, const fs::path& folder) {
    std::error_code ignored;
    if (path.empty() || fs::path(path).is_absolute() || !fs::exists(folder / path, ignored)) return path;
    return fs::absolute(folder / path).lexically_normal().string();
}

OrderedJson placed(const OrderedJson& value, const fs::path& folder) {
    if (value.is_string()) return placed(value.get<std::string>(), folder);
    if (!value.is_array()) return value;
    auto all = OrderedJson::array();
    for (const auto& each : value) all.push_back(placed(each, folder));
    return all;
}

bool isPath(std::string_view key) {
    return key == "model_name_or_path" || key == "adapter_name_or_path" || key == "dataset" || key == "eval_dataset" ||
           key == "dataset_dir";
}

}  // namespace

Result<SpecImport> importSpec(const fs::path& file) {
    ANNEAL_TRY(yaml, base::readFile(file));
    auto parsed = base::parseYaml(yaml);
    if (!parsed) return failAt(file.string(), parsed.error());
    if (!parsed->is_object())
        return failAt(file.string(), {"yaml_invalid", "a run is described by keys and values", "see the user guide for an example"});
    SpecImport import;
    RunSpec spec;
    std::vector<std::string> taken;
    for (const auto& [key, value] : parsed->items()) {
        const auto* field = specField(key);
        if (!field) {
            const auto rule = keyRule(key);
            if (asksForNothing(value)) continue;
            if (rule && rule->treatment == KeyTreatment::withoutEffect)
                import.withoutEffect.push_back({key, rule->reason});
            else
                import.refused.push_back({key, rule ? rule->reason : "not known here"});
            continue;
        }
        if (value.is_null()) continue;
        if (const auto read = field->read(spec, isPath(key) ? placed(value, file.parent_path()) : value); !read) {
            import.refused.push_back({key, read.error().message});
            continue;
        }
        taken.push_back(key);
    }
    // What was read is written again, so that another spelling of a key or a value becomes ours.
    const RunSpec defaults;
    for (const auto& each : specFields()) {
        if (!each.write) continue;
        const bool named = std::ranges::find(taken, each.key) != taken.end();
        if (named || each.write(spec) != each.write(defaults)) import.keys[each.key] = each.write(spec);
    }
    return import;
}

}  // namespace anneal::runs
