#pragma once

#include "catalogue/model_config.h"
#include "runs/spec.h"

namespace anneal::runs {

/// What a run's products are computed in: fp32 or bf16. An fp16 request becomes bf16, which has FP32's range. BF16 on a CPU needs
/// instructions for it (`cpuMultipliesBf16`), and left to choose, a model worth it: below 20 million parameters what oneDNN compiles
/// and keeps for each batch size costs more than the products save (measured: three times the memory at 6 million, no gain in time).
ComputeDtype resolvedDtype(const RunSpec& spec, const catalogue::ModelConfig& config, bool gpu, bool cpuMultipliesBf16);

}  // namespace anneal::runs
