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

}  // namespace anneal::runs
