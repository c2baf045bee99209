#pragma once
// Folders that transformers and PEFT load: weights or adapter, tokenizer, template, generation settings, model card.

#include <filesystem>
#include <string>

#include "export/gate_report.h"
#include "export/source.h"

namespace anneal::exporting {

/// Tokenizer files of `source.base`, the template of the training, and a generation_config.json that stops where training did.
Status writeFrontend(const ExportSource& source, const Frontend& frontend, const std::filesystem::path& folder);

/// The whole model, whose adapter (if any) was merged before, in `dtype` ("float32", "bfloat16", "float16").
Status writeModelFolder(const nn::CausalLm& model, const ExportSource& source, const Frontend& frontend, const std::string& dtype,
                        const std::filesystem::path& folder);

/// The adapter alone, in PEFT's layout. Error "adapter_missing" for a model without one.
Status writeAdapterFolder(const nn::CausalLm& model, const ExportSource& source, const Frontend& frontend,
                          const std::filesystem::path& folder);

/// README.md: what this is, where it came from, and what the gate measured.
Status writeModelCard(const std::filesystem::path& folder, const ExportSource& source, const std::string& kind, const GateReport& gate);

}  // namespace anneal::exporting
