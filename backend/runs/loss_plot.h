#pragma once
// The loss curve of a run as a PNG: every logged loss faintly, its running mean as a line, evaluations as marked points.

#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"
#include "runs/run_state.h"

namespace anneal::runs {

/// 1,920 × 1,080 pixels. Errors: "nothing_to_plot", "write_failed", "disk_full".
Status plotLoss(const std::vector<Metric>& metrics, const std::string& title, const std::filesystem::path& file);

/// Ticks at round values (1, 2, 2.5 or 5 times a power of ten) that cover [low, high] in about `wanted` steps.
std::vector<double> niceTicks(double low, double high, int wanted);

/// Running mean with bias correction, as TensorBoard smooths.
std::vector<double> smoothed(const std::vector<double>& values, double weight);

}  // namespace anneal::runs
