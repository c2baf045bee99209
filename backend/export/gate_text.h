#pragma once
// The gate's checks on everything that is not weights.

#include <span>

#include "export/frontend.h"
#include "export/gate_report.h"
#include "export/llama_runtime.h"
#include "export/reference.h"

namespace anneal::exporting {

/// llama.cpp on the artefact against the trained model's own tokenizer, template and stop tokens. `samples` are decoded and
/// tokenised again beside the built-in texts.
void compareTexts(const LlamaRuntime& artefact, const Frontend& trained, std::span<const TokenSequence> samples, GateReport& report);

/// The same for an artefact that our own tokenizer and template engine read.
void compareTexts(const Frontend& artefact, const Frontend& trained, std::span<const TokenSequence> samples, GateReport& report);

}  // namespace anneal::exporting
