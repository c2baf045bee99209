#pragma once
// What a run will need, before it starts: memory by part, time, disk, steps and trained tokens.
// Counted exactly: steps, tokens, weights, gradients, optimiser state, checkpoints. Measured, where a calibration was made:
// speed, and from the peak the activations. Estimated otherwise: activations from the shapes; the time is then not known.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/json.h"
#include "runs/memory_estimate.h"
#include "text/prepared.h"

namespace anneal::runs {

struct DeviceForecast {
    std::string kind;  ///< "cpu", "cuda"
    std::string name;
    int ranks = 1;  ///< that share it
    MemoryParts memory;
    std::int64_t availableBytes = 0;
    bool fits = false;
};

/// What a few real steps showed.
struct Calibration {
    std::int64_t steps = 0;
    double tokensPerSecond = 0;      ///< of all ranks, without padding
    double startSeconds = 0;         ///< from the launch to the first step
    std::int64_t peakBytes = 0;      ///< of one rank
    std::int64_t runtimeBytes = 0;   ///< of one rank before the model was loaded; 0: not seen
    std::int64_t largestTokens = 0;  ///< of the largest micro-batch among these steps
};

/// What of the run stays on the disk.
struct DiskForecast {
    std::int64_t checkpoints = 0;      ///< how many are kept
    std::int64_t checkpointBytes = 0;  ///< of all of them
    std::int64_t resultBytes = 0;
    std::int64_t tokenBytes = 0;

    std::int64_t total() const { return checkpointBytes + resultBytes + tokenBytes; }
};

/// Where the time goes; all but the counts need a calibration.
struct TimeForecast {
    double start = 0, training = 0, evaluation = 0;  ///< seconds
    double total() const { return start + training + evaluation; }
};

struct Forecast {
    std::vector<DeviceForecast> devices;
    std::int64_t steps = 0;
    std::int64_t tokens = 0;  ///< read in training
    std::int64_t trainedTokens = 0;
    std::int64_t trainedParameters = 0;
    std::int64_t parameters = 0;
    std::int64_t stepsPerEpoch = 0;
    std::int64_t evaluations = 0;
    std::int64_t warmupSteps = 0;
    ComputeDtype dtype = ComputeDtype::fp32;  ///< that it computes in on this machine
    std::optional<double> seconds;
    std::optional<TimeForecast> time;  ///< of the same
    DiskForecast disk;
    std::int64_t diskBytes = 0;
    std::int64_t freeDiskBytes = 0;
    std::optional<Calibration> calibration;

    bool fits() const;
    OrderedJson toJson() const;
};

/// Errors: those of reading the model's config.
Result<Forecast> forecastRun(const RunSpec& spec, const text::PreparedTokens& train, const std::optional<text::PreparedTokens>& eval,
                             const std::optional<Calibration>& calibration = {});

/// Tokens of the largest micro-batch of one rank within the first `steps` steps of the plan (0: all of the first epochs).
std::int64_t largestMicroBatch(const RunSpec& spec, const text::PreparedTokens& train, std::int64_t steps = 0);

}  // namespace anneal::runs
