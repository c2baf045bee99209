#pragma once
// For which of the target's rows features are made, each as of when.

#include <memory>
#include <string>
#include <vector>

#include <arrow/type_fwd.h>

#include "base/result.h"
#include "base/stop_token.h"
#include "data/features/tables.h"

namespace anneal::data::features {

/// What a person gave: nothing (the latest time in any time index), a moment, or a file with a row for each instance and cut-off.
struct CutoffRequest {
    std::string text;   ///< empty, "2014-05-01", "2014-05-01 12:30:00", or a file or data set
    double window = 0;  ///< microseconds before the cut-off; 0: all
};

struct Instance {
    std::int32_t row = 0;  ///< of the target
    double time = 0;       ///< microseconds; +infinity where no table has times
};

struct Cutoffs {
    std::vector<Instance> instances;
    bool perInstance = false;
    double time = 0;                       ///< of all, where it is one
    std::shared_ptr<arrow::Table> labels;  ///< per instance: what else the file holds, e.g. what is to be predicted; may be null
};

/// The file has the target's keys in a column called like its index or instance_id, and moments in one called time, cutoff_time or like
/// the target's time index; else the first that holds moments. Errors: "cutoff_invalid" (names the row), those of openData.
Result<Cutoffs> readCutoffs(const EntitySet& set, const Tables& tables, int target, const CutoffRequest& request,
                            const base::ProgressFunction& progress, const base::StopToken& stop);

/// "30 days", "12 hours", "90 minutes", "2 weeks", "45 seconds" in microseconds. Error "parameter_invalid".
Result<double> parseWindow(const std::string& text);

}  // namespace anneal::data::features
