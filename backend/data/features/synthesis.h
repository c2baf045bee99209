#pragma once
// Deep feature synthesis (Kanter and Veeramachaneni 2015): which features a target's rows can have, made by applying primitives to
// columns and to one another along the relationships. The same features under the same names in the same order as Featuretools 1.31.

#include <string>
#include <vector>

#include "base/result.h"
#include "base/stop_token.h"
#include "data/features/feature.h"

namespace anneal::data::features {

struct SynthesisOptions {
    std::string target;
    int depth = 2;  ///< how many primitives and steps between tables lie in one feature
    std::vector<std::string> aggregations = defaultAggregations();
    std::vector<std::string> transforms = defaultTransforms();
    std::vector<std::string> conditions = {"count"};  ///< aggregations that are also made of rows with interesting values
    int most = 0;                                     ///< features; 0: all
    std::vector<std::string> without;                 ///< no feature whose name has one of these in it
};

/// Errors: "table_unknown", "primitive_unknown", "parameter_invalid", "no_features", "stopped".
Result<std::vector<FeaturePtr>> synthesise(const EntitySet& set, const SynthesisOptions& options, const base::StopToken& stop = {});

}  // namespace anneal::data::features
