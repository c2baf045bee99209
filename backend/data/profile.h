#pragma once
// What a data set holds, in numbers.

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "base/stop_token.h"
#include "data/dataset.h"
#include "data/outliers.h"

namespace anneal::data {

struct ColumnProfile {
    std::string name, type;
    std::int64_t nulls = 0;
    std::int64_t distinct = 0;                                          ///< values that differ, nulls not counted
    OrderedJson lowest, highest;                                        ///< of numbers; null for other types
    std::optional<Spread> spread;                                       ///< of numbers; of a text column's lengths in characters
    std::int64_t outliersSigma = 0, outliersIqr = 0, outliersBoth = 0;  ///< of the same
};

struct LengthProfile {
    std::string unit;  ///< "characters" or "tokens"
    double median = 0, p95 = 0;
    std::int64_t longest = 0;
    std::optional<std::int64_t> overCutoff;  ///< rows longer than the cutoff, if one was given
};

struct Profile {
    std::int64_t rows = 0;
    std::vector<ColumnProfile> columns;
    std::int64_t exactDuplicates = 0;  ///< rows equal in content to an earlier one
    LengthProfile length;              ///< of a row's content: all texts that samples are made from
};

struct ProfileOptions {
    std::optional<std::int64_t> cutoff;
    std::function<std::int64_t(std::string_view)> countTokens;  ///< empty: lengths in characters
};

Result<Profile> profileDataset(const Dataset& dataset, const ProfileOptions& options, const base::ProgressFunction& progress = {},
                               const base::StopToken& stop = {});
OrderedJson toJson(const Profile& profile);

}  // namespace anneal::data
