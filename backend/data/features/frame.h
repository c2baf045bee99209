#pragma once
// Rows of one table on which features are computed, and the rows of other tables that belong to them.

#include <map>
#include <memory>
#include <unordered_map>
#include <vector>

#include "data/features/moment.h"

namespace anneal::data::features {

/// One thread; the moment outlives it.
class Frame {
public:
    /// Rows that the moment has, ascending but for a frame that was reached from another.
    Frame(const Moment& moment, int entity, std::vector<std::int32_t> rows);

    const std::vector<std::int32_t>& rows() const { return rows_; }
    /// One value a row; a feature of several outputs has one output behind the other. Kept for the next call. Throws Stopped.
    const std::vector<double>& values(const Feature& feature);
    /// The same of a feature that looks at the whole table, of which this frame has all rows.
    const std::vector<double>& computeWhole(const Feature& feature);

private:
    /// Which rows of a frame below belong to each row here.
    struct Grouping {
        Frame* below = nullptr;
        std::vector<std::int64_t> begins;  ///< a row here: where its rows begin, and one more
        std::vector<std::int32_t> order;   ///< rows of the frame below, group after group; empty: as they stand there
    };

    std::vector<double> compute(const Feature& feature);
    std::vector<double> columnValues(const Feature& feature) const;
    std::vector<double> parentValues(const Feature& feature);
    std::vector<double> aggregated(const Feature& feature);
    std::vector<double> transformed(const Feature& feature);
    std::vector<double> equalTo(const Feature& feature);
    std::vector<double> outputOf(const Feature& feature);
    Frame& children(int relationship);
    Frame& parents(int relationship);
    const Grouping& grouping(const Path& path, const FeaturePtr& where);

    const Moment& moment_;
    int entity_;
    std::vector<std::int32_t> rows_;
    std::vector<std::int64_t> begins_;  ///< of a frame of children: where those of each row it was reached from begin, and one more
    std::vector<std::int32_t> places_;  ///< of a frame of parents: the parent of each row it was reached from, -1 for none
    std::map<int, std::unique_ptr<Frame>> children_, parents_;  ///< a relationship
    std::map<std::pair<Path, const Feature*>, Grouping> groupings_;
    std::unordered_map<const Feature*, std::vector<double>> known_;
};

}  // namespace anneal::data::features
