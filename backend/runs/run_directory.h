#pragma once
// A run is its directory and nothing else. Here is the layout; schema version 1.

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "runs/spec.h"

namespace anneal::runs {

inline constexpr int kSchemaVersion = 1;

struct CheckpointInfo {
    std::int64_t step = 0;
    std::filesystem::path path;
};

/// A calibration is a run that nobody asks for by name.
enum class Listed { no, yes };

class RunDirectory {
public:
    explicit RunDirectory(std::filesystem::path root) : root_(std::move(root)) {}

    const std::filesystem::path& root() const { return root_; }
    std::filesystem::path specFile() const { return root_ / "run.yaml"; }  ///< the frozen RunSpec
    std::filesystem::path database() const { return root_ / "run.db"; }
    std::filesystem::path log() const { return root_ / "log.txt"; }
    std::filesystem::path ranks() const { return root_ / "ranks"; }  ///< heartbeats, N.json
    std::filesystem::path commands() const { return root_ / "commands"; }
    std::filesystem::path checkpoints() const { return root_ / "checkpoints"; }
    std::filesystem::path checkpoint(std::int64_t step) const { return checkpoints() / ("step-" + std::to_string(step)); }
    std::filesystem::path trainTokens() const { return root_ / "tokens" / "train"; }  ///< text::PreparedTokens
    std::filesystem::path evalTokens() const { return root_ / "tokens" / "eval"; }    ///< absent without evaluation
    std::filesystem::path adapter() const { return root_ / "adapter"; }               ///< the result of LoRA, PEFT layout
    std::filesystem::path model() const { return root_ / "model"; }  ///< the result of full and freeze, Hugging Face folder
    /// adapter() or model(), if the run ended with it. A run that was reopened has no result until it ends again.
    std::optional<std::filesystem::path> result() const;
    std::filesystem::path lossPlot() const { return root_ / "loss.png"; }
    std::filesystem::path supervisorFile() const { return root_ / "supervisor.json"; }

    Result<RunSpec> spec() const { return RunSpec::load(specFile()); }
    /// Committed checkpoints (those with DONE), by rising step.
    std::vector<CheckpointInfo> checkpointList() const;

    /// Makes the folders, freezes the spec, writes run.db in state queued, and links a directory that lies elsewhere
    /// into runsHome(), so that it is listed. Error "run_directory_not_empty".
    static Result<RunDirectory> create(RunSpec spec, Listed listed = Listed::yes);
    /// A directory that is a run. Errors "run_not_found", "run_schema_newer".
    static Result<RunDirectory> open(const std::filesystem::path& root);
    /// RUN as people give it: an id, a unique prefix of one, a directory, or "last".
    static Result<RunDirectory> find(const std::string& run);

    /// Bytes that deletion would free, and how much of that is checkpoints.
    struct Footprint {
        std::uint64_t total = 0, checkpoints = 0, tokens = 0, result = 0;
    };
    Footprint footprint() const;
    /// Removes the directory and its link. Error "run_busy" while it lives.
    Status remove() const;

private:
    std::filesystem::path root_;
};

/// dataHome()/runs, where runs live or are linked from.
std::filesystem::path runsHome();
/// Every run there, newest first; what is not a run is passed over.
std::vector<RunDirectory> listRuns();

}  // namespace anneal::runs
