#include "export/source.h"

#include <algorithm>
#include <charconv>

#include "base/files.h"
#include "base/hash.h"
#include "base/seal.h"
#include "nn/adapters/lora.h"
#include "nn/load.h"
#include "runs/run_directory.h"
#include "runs/run_reader.h"

namespace anneal::exporting {
namespace {

namespace fs = std::filesystem;

std::string steps(const std::vector<runs::CheckpointInfo>& checkpoints) {
    std::string text;
    for (const auto& checkpoint : checkpoints) text += (text.empty() ? "" : ", ") + std::to_string(checkpoint.step);
    return text.empty() ? "there is none yet" : "there are " + text;
}

Result<std::int64_t> bestStep(const runs::RunDirectory& run, const runs::CheckpointInfo& newest) {
    if (auto reader = runs::RunReader::open(run))
        if (const auto status = reader->status(); status && status->summary.bestStep) return *status->summary.bestStep;
    ANNEAL_TRY(state, base::readJson(newest.path / "trainer_state.json"));
    if (const auto step = state.value("best_step", std::int64_t(0)); step > 0) return step;
    return fail("checkpoint_not_found", "the run has no best step: it was not evaluated",
                "export --step last, or train with eval_strategy: steps");
}

Result<runs::CheckpointInfo> chooseCheckpoint(const runs::RunDirectory& run, const std::string& wanted) {
    const auto checkpoints = run.checkpointList();
    if (checkpoints.empty())
        return fail("run_has_no_result", run.root().string() + " has neither a result nor a checkpoint yet",
                    "wait for the first checkpoint, or train again");
    if (wanted.empty() || wanted == "last") return checkpoints.back();
    std::int64_t step = 0;
    if (wanted == "best") {
        ANNEAL_TRY(best, bestStep(run, checkpoints.back()));
        step = best;
    } else if (const auto [end, wrong] = std::from_chars(wanted.data(), wanted.data() + wanted.size(), step);
               wrong != std::errc() || end != wanted.data() + wanted.size()) {
        return fail("step_invalid", "--step " + wanted + " is neither a number nor best nor last", "checkpoints: " + steps(checkpoints));
    }
    const auto found = std::ranges::find(checkpoints, step, &runs::CheckpointInfo::step);
    if (found == checkpoints.end())
        return fail("checkpoint_not_found", "the run has no checkpoint of step " + std::to_string(step), steps(checkpoints));
    return *found;
}

void point(ExportSource& source, const fs::path& trained, bool adapter) {
    if (adapter) {
        source.adapter = trained;
    } else {
        source.base = source.weights = trained;
        source.randomBase = false;
    }
}

Result<ExportSource> fromRun(const runs::RunDirectory& run, const std::string& step) {
    ANNEAL_TRY(spec, run.spec());
    const bool lora = spec.finetuningType == runs::FinetuningType::lora;
    ExportSource source;
    source.name = run.root().filename().string();
    source.base = source.weights = spec.modelNameOrPath;
    source.templateName = spec.stage == runs::Stage::sft ? spec.templateName : "";
    source.randomBase = spec.trainFromScratch;
    source.seed = spec.seed;
    if (fs::exists(run.evalTokens())) source.evalTokens = run.evalTokens();
    source.provenance = {{"run", source.name},
                         {"base_model", fs::path(spec.modelNameOrPath).filename().string()},
                         {"stage", runs::toText(spec.stage)},
                         {"finetuning_type", runs::toText(spec.finetuningType)},
                         {"seed", spec.seed},
                         {"spec_sha256", base::sha256(spec.toYaml())}};
    OrderedJson datasets = OrderedJson::array();
    for (const auto& dataset : spec.dataset) datasets.push_back(fs::path(dataset).filename().string());
    source.provenance["datasets"] = datasets;
    if (const auto manifest = base::readJson(run.trainTokens() / "manifest.json"); manifest && manifest->is_object()) {
        source.provenance["dataset_hash"] = manifest->value("dataset_hash", "");
        source.provenance["trained_tokens_a_pass"] = manifest->value("trained_tokens", std::int64_t(0));
    }
    if (const auto result = run.result(); step.empty() && result) {
        ANNEAL_CHECK(base::checkSeal(*result));
        source.provenance["step"] = "result";
        point(source, *result, lora);
        return source;
    }
    ANNEAL_TRY(checkpoint, chooseCheckpoint(run, step));
    ANNEAL_CHECK(base::checkSeal(checkpoint.path));
    source.provenance["step"] = checkpoint.step;
    point(source, checkpoint.path, lora);
    return source;
}

}  // namespace

Result<ExportSource> findSource(const std::string& run, const std::string& step) {
    std::error_code ignored;
    if (fs::exists(fs::path(run) / "config.json", ignored) && !fs::exists(fs::path(run) / "run.db", ignored)) {
        if (!step.empty()) return fail("step_invalid", run + " is a model folder, which has no steps", "leave --step out");
        ExportSource source;
        source.base = source.weights = fs::canonical(run, ignored);
        source.name = source.base.filename().string();
        source.provenance = {{"base_model", source.name}};
        return source;
    }
    ANNEAL_TRY(directory, runs::RunDirectory::find(run));
    return fromRun(directory, step);
}

Result<std::unique_ptr<nn::CausalLm>> ExportSource::load() const {
    ANNEAL_TRY(model,
               nn::loadCausalLm(
                   weights, {.device = at::kCPU, .dtype = at::kFloat, .weightDtype = at::kFloat, .randomInit = randomBase, .seed = seed}));
    if (!adapter.empty()) ANNEAL_CHECK(nn::loadAdapter(*model, adapter));
    return std::move(model);
}

}  // namespace anneal::exporting
