#pragma once
// `anneal export`: from a run to files that were reloaded and compared before they bear their name.
//
// Everything is written into a hidden folder beside the target and renamed from there, so that what has the target's name is whole and has
// passed the gate, whenever the process dies. What fails the gate is kept as TARGET.rejected.

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/json.h"
#include "base/stop_token.h"
#include "export/gate_report.h"
#include "export/gguf_type.h"

namespace anneal::exporting {

enum class Target { hf, adapter, gguf };
/// Error "target_unknown".
Result<Target> parseTarget(const std::string& name);

struct ExportRequest {
    std::string run;  ///< see findSource
    std::string step;
    Target target = Target::gguf;
    std::filesystem::path out;      ///< a folder; for GGUF also FILE.gguf (several types: FILE-TYPE.gguf)
    std::vector<GgufType> types;    ///< of GGUF; empty: F16
    std::string dtype;              ///< of a Hugging Face folder: float32, bfloat16, float16; empty: as the base model has it
    std::filesystem::path imatrix;  ///< importance matrix for the quantiser; empty: none
    base::ProgressFunction progress;
    base::StopToken stop;
};

struct Artefact {
    std::filesystem::path path;  ///< ends in ".rejected" if the gate did not pass
    std::string kind;            ///< "hf", "adapter", or the GGUF type
    std::vector<std::filesystem::path> files;
    GateReport gate;
    OrderedJson quantisation;  ///< types by tensor count and fallbacks; null for float files
};

struct ExportResult {
    std::vector<Artefact> artefacts;
    std::string samples;  ///< what quality was measured on
    OrderedJson provenance;

    bool passed() const;
    std::string failure() const;  ///< the first failed check, with its file
    /// What `anneal export --json` prints: files, gate (the worst over all artefacts) and artefacts.
    Result<OrderedJson> json() const;
};

/// Errors: those of findSource, loading, conversion and quantisation; "out_exists", "disk_full", "stopped". A failed gate is a result.
Result<ExportResult> runExport(const ExportRequest& request);

}  // namespace anneal::exporting
