#pragma once
// What is exported: a run's result, one of its checkpoints, or a model folder.

#include <filesystem>
#include <memory>
#include <string>

#include "base/json.h"
#include "export/frontend.h"
#include "nn/causal_lm.h"

namespace anneal::exporting {

struct ExportSource {
    std::string name;                  ///< of the run or the folder, for file names and the model card
    std::filesystem::path base;        ///< the folder with tokenizer and config.json
    std::filesystem::path weights;     ///< a Hugging Face folder
    std::filesystem::path adapter;     ///< a PEFT folder on top of `weights`; empty: none
    std::filesystem::path evalTokens;  ///< the run's held-out samples; empty: none
    std::string templateName;          ///< the template of the training; empty: the model's own
    bool randomBase = false;           ///< the base's weights were drawn, not read
    std::uint64_t seed = 42;
    OrderedJson provenance = OrderedJson::object();

    Result<Frontend> frontend() const { return Frontend::read(base, templateName); }
    /// In FP32 on the CPU, the adapter attached.
    Result<std::unique_ptr<nn::CausalLm>> load() const;
};

/// `run`: as RunDirectory::find takes it, or a folder with config.json. `step`: "" for the run's result (its newest checkpoint where
/// it has none yet), a number, "best" or "last". Errors: "run_not_found", "run_has_no_result", "checkpoint_not_found".
Result<ExportSource> findSource(const std::string& run, const std::string& step);

}  // namespace anneal::exporting
