#pragma once
// Instances computed in blocks on several threads, each block a table of the result's columns.

#include <functional>
#include <mutex>

#include "data/features/cutoffs.h"
#include "data/features/feature_columns.h"
#include "data/features/moment.h"

namespace anneal::data::features {

class FeatureRun {
public:
    FeatureRun(const EntitySet& set, const Tables& tables, int target, const Cutoffs& cutoffs, double window,
               std::vector<FeaturePtr> features, std::optional<FeatureText> text);

    std::shared_ptr<arrow::Schema> schema() const { return schema_; }
    /// `take` gets the blocks in the order of the instances, one at a time.
    Status run(int threads, const std::function<Status(const std::shared_ptr<arrow::Table>&)>& take, const base::ProgressFunction& progress,
               const base::StopToken& stop);

private:
    struct Block {
        std::size_t begin = 0, end = 0;  ///< instances
    };
    Block blockFrom(std::size_t begin) const;
    Result<std::shared_ptr<arrow::Table>> compute(const Block& block, const base::StopToken& stop);
    std::shared_ptr<const Moment> momentAt(double time, const base::StopToken& stop);
    Result<arrow::ArrayVector> leading(const Block& block) const;

    const EntitySet& set_;
    const Tables& tables_;
    int target_;
    const Cutoffs& cutoffs_;
    double window_;
    std::vector<FeaturePtr> features_;
    std::vector<FeatureColumn> columns_;
    std::optional<FeatureText> text_;
    std::shared_ptr<arrow::Schema> schema_;
    std::mutex mutex_;                      ///< of the next line
    std::shared_ptr<const Moment> moment_;  ///< the latest: what looks at whole tables is computed once a cut-off, not once a block
};

}  // namespace anneal::data::features
