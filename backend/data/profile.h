#pragma once
// What a data set holds and what is wrong with it, in numbers: the profile that the window draws, scripts read and the report prints.

#include <array>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/json.h"
#include "base/stop_token.h"
#include "data/column_summary.h"
#include "data/dataset.h"
#include "data/detect/value_counts.h"
#include "data/outliers.h"

namespace anneal::data {

/// Shares of all values that lie below a profile's quantiles.
inline constexpr std::array kQuantiles = {0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99};
using Quantiles = std::array<double, kQuantiles.size()>;  ///< by linear interpolation

struct ColumnProfile {
    std::string name, type;
    std::int64_t nulls = 0;
    std::int64_t distinct = 0;    ///< values that differ, nulls not counted
    OrderedJson lowest, highest;  ///< of numbers; of dates and times as text; null for other types
    std::string unit;  ///< of what follows: "value", "characters" of texts, "days" or "seconds" since 1970; empty: nothing follows
    std::optional<Spread> spread;  ///< of numbers; of a text column's lengths
    std::optional<Quantiles> quantiles;
    Histogram histogram;
    std::int64_t outliersSigma = 0, outliersIqr = 0, outliersBoth = 0;  ///< of numbers and of texts' lengths
    std::vector<ValueCount> top;  ///< the most frequent values that occur more than once, none of JSON or of long texts
    bool topExact = true;         ///< else the counts are lower bounds
};

struct LengthProfile {
    std::string unit;  ///< "characters" or "tokens"
    double median = 0, p95 = 0;
    std::int64_t longest = 0;
    std::optional<std::int64_t> cutoff, overCutoff;  ///< rows longer than the cutoff, if one was given
    std::optional<Quantiles> quantiles;
    Histogram histogram;
};

/// How many rows show something, and where to look.
struct Tally {
    std::string name;
    std::int64_t rows = 0;
    std::int64_t places = 0;  ///< in these rows; personal data may be there several times
    std::int64_t first = 0;   ///< one such row, from 1; 0: none
};

/// Pearson's, over the rows that have both numbers.
struct Correlation {
    std::string one, other;
    double coefficient = 0;
    std::int64_t rows = 0;
};

struct LabelBalance {
    std::string column;
    std::vector<ValueCount> classes;  ///< the largest first
    std::int64_t unlabelled = 0;
};

/// Rows that another data set has as well.
struct SharedRows {
    std::string with;
    std::int64_t exact = 0;  ///< equal in content
    std::int64_t near = 0;   ///< of the others, nearly equal
};

struct Profile {
    std::int64_t rows = 0;
    std::vector<ColumnProfile> columns;
    std::int64_t exactDuplicates = 0;            ///< rows equal in content to an earlier one
    std::optional<std::int64_t> nearDuplicates;  ///< of the others, rows nearly equal to one that stays; nothing: not looked for
    std::vector<SharedRows> shared;              ///< a data set that was compared against
    LengthProfile length;                        ///< of a row's content: all texts that samples are made from
    std::vector<Correlation> correlations;       ///< the strongest first
    std::optional<LabelBalance> labels;          ///< of the column that the mapping calls so
    std::vector<Tally> languages;                ///< of rows' content, the most frequent first
    std::vector<Tally> personal;                 ///< by kind of personal data, in any text
    std::vector<Tally> encoding;                 ///< "misread" and can be repaired, "damaged" for good
    std::vector<Tally> answers;                  ///< "refused", "empty"; none where rows are no samples
    std::vector<Tally> conversations;            ///< what a template trips over, by name; likewise
};

struct ProfileOptions {
    std::optional<std::int64_t> cutoff;
    std::function<std::int64_t(std::string_view)> countTokens;  ///< any thread; empty: lengths in characters
    double near = 0.8;                                          ///< Jaccard similarity from which rows are nearly equal; 0: not looked for
    std::vector<std::pair<std::string, Dataset>> against;       ///< by name, such as the other parts of a split
    int threads = 0;                                            ///< 0: all cores
};

/// One pass over the rows; memory does not grow with them, but for some 30 bytes each where near duplicates are looked for. The same on any
/// number of threads. Errors: "dataset_damaged", "disk_full", "stopped".
Result<Profile> profileDataset(const Dataset& dataset, const ProfileOptions& options, const base::ProgressFunction& progress = {},
                               const base::StopToken& stop = {});
OrderedJson toJson(const Profile& profile);

}  // namespace anneal::data
