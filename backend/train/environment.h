#pragma once
// The machine under a rank: device, threads, memory, and what a bit-exact resume depends on.

#include <cstdint>
#include <string>
#include <vector>

#include <ATen/core/Tensor.h>

#include "base/json.h"
#include "catalogue/model_config.h"
#include "runs/spec.h"
#include "train/process_group.h"

namespace anneal::train {

/// The device the spec asks for, for this rank. Errors: "device_unavailable".
Result<at::Device> openTrainingDevice(const runs::RunSpec& spec, const RankEnvironment& rank);
/// The type of activations and products: see runs::resolvedDtype.
at::ScalarType trainingDtype(const runs::RunSpec& spec, const catalogue::ModelConfig& config, at::Device device);
/// threads of the spec, else the usable cores shared by the ranks of this machine.
void setThreads(const runs::RunSpec& spec, const RankEnvironment& rank);

/// {"device","world_size","threads","cpu_capability","build"}: equal ones reproduce a run bit by bit.
Json reproducibilityEnvironment(at::Device device, int worldSize);
/// The keys in which two of them differ, as "threads 2, was 4".
std::vector<std::string> environmentChanges(const Json& before, const Json& now);

/// Highest use so far: the allocator's peak on a GPU, VmHWM on a CPU.
std::int64_t peakMemoryBytes(at::Device device);

}  // namespace anneal::train
