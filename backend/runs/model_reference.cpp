#include "runs/model_reference.h"

#include "base/seal.h"
#include "catalogue/registry.h"
#include "runs/run_directory.h"
#include "text/tokenizer_files.h"

namespace anneal::runs {
namespace {

namespace fs = std::filesystem;

bool has(const fs::path& folder, const char* file) {
    std::error_code ignored;
    return fs::exists(folder / file, ignored);
}

fs::path normal(const fs::path& path) { return fs::absolute(path).lexically_normal(); }

/// What training wrote: an adapter on its base, or a whole model.
Result<ModelReference> trained(const fs::path& folder, const RunSpec& spec) {
    ANNEAL_CHECK(base::checkSeal(folder));
    ModelReference reference{.model = spec.modelNameOrPath, .tokenizer = spec.modelNameOrPath, .spec = spec};
    if (has(folder, "adapter_config.json")) {
        reference.adapter = folder;
    } else {
        reference.model = folder;
        if (!text::tokenizerFiles(folder).empty()) reference.tokenizer = folder;
    }
    return reference;
}

Result<ModelReference> ofRun(const RunDirectory& directory) {
    ANNEAL_TRY(spec, directory.spec());
    if (const auto result = directory.result()) return trained(*result, spec);
    const auto checkpoints = directory.checkpointList();
    if (checkpoints.empty())
        return fail("run_without_result", directory.root().string() + " has made nothing yet",
                    "wait for its first checkpoint, or choose another run");
    return trained(checkpoints.back().path, spec);
}

/// RUN/checkpoints/step-N of a run.
std::optional<RunSpec> specOfCheckpoint(const fs::path& folder) {
    const auto run = RunDirectory::open(folder.parent_path().parent_path());
    if (!run || normal(folder).parent_path().filename() != "checkpoints") return std::nullopt;
    auto spec = run->spec();
    return spec ? std::optional(std::move(*spec)) : std::nullopt;
}

Result<ModelReference> ofAdapter(const fs::path& folder) {
    ANNEAL_TRY(config, base::readJson(folder / "adapter_config.json"));
    const auto name = config.is_object() ? config.value("base_model_name_or_path", Json()) : Json();
    if (!name.is_string())
        return fail("model_unknown", folder.string() + " does not say which model it is for",
                    "give the model with --model and this with --adapter");
    ANNEAL_TRY(base, catalogue::ModelRegistry().resolve(name.get<std::string>()));
    return ModelReference{.model = normal(base), .adapter = folder, .tokenizer = normal(base)};
}

Result<ModelReference> findBase(const std::string& name) {
    const auto folder = normal(name);
    std::error_code ignored;
    if (folder.extension() == ".gguf" && fs::is_regular_file(folder, ignored)) return ModelReference{.model = folder, .tokenizer = folder};
    if (has(folder, "run.db")) {
        ANNEAL_TRY(run, RunDirectory::open(folder));
        return ofRun(run);
    }
    if (has(folder, "adapter_config.json") || has(folder, "config.json")) {
        if (const auto spec = specOfCheckpoint(folder)) return trained(folder, *spec);
        if (!has(folder, "config.json")) return ofAdapter(folder);
        return ModelReference{.model = folder, .tokenizer = folder};
    }
    auto registered = catalogue::ModelRegistry().resolve(name);
    if (registered) return ModelReference{.model = normal(*registered), .tokenizer = normal(*registered)};
    if (const auto run = RunDirectory::find(name)) return ofRun(*run);
    return fail(registered.error());
}

Result<fs::path> findAdapter(const std::string& name) {
    const auto folder = normal(name);
    if (has(folder, "adapter_config.json")) return folder;
    if (const auto run = RunDirectory::find(name)) {
        ANNEAL_TRY(reference, ofRun(*run));
        if (!reference.adapter.empty()) return reference.adapter;
    }
    return fail("adapter_not_found", name + " is neither a PEFT folder nor a run with an adapter",
                "name a folder that holds adapter_config.json");
}

}  // namespace

Json ModelReference::arguments() const {
    return {{"model", model.string()}, {"adapter", adapter.string()}, {"tokenizer", tokenizer.string()}};
}

Result<ModelReference> findModel(const std::string& model, const std::string& adapter) {
    ANNEAL_TRY(reference, findBase(model));
    if (!adapter.empty() && reference.isGguf())
        return fail("adapter_not_found", "an adapter goes on a model folder, not on a GGUF file", "export the tuned model to GGUF");
    if (!adapter.empty()) {
        ANNEAL_TRY(folder, findAdapter(adapter));
        reference.adapter = folder;
    }
    return reference;
}

}  // namespace anneal::runs
