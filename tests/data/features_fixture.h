#pragma once
// Tables written on the spot, their features made and read back.

#include "data/data_fixture.h"
#include "data/features/features.h"

namespace anneal::test {

class FeaturesTest : public DataTest {
protected:
    Result<data::features::FeatureReport> make(const std::string& yaml, data::features::FeatureOptions options) {
        ANNEAL_TRY(file, data::features::entityFileFromYaml(yaml, folder.path()));
        if (options.out.empty()) options.out = folder / ("features-" + std::to_string(count++));
        return data::features::makeFeatures(file, options);
    }
    /// The rows of the result, or none where it failed.
    std::vector<OrderedJson> made(const std::string& yaml, const data::features::FeatureOptions& options) {
        auto report = make(yaml, options);
        EXPECT_TRUE(succeeded(report));
        return report ? rowsOf(report->dataset) : std::vector<OrderedJson>();
    }
    Error errorOf(const std::string& yaml, const data::features::FeatureOptions& options) {
        auto report = make(yaml, options);
        EXPECT_FALSE(report.has_value());
        return report ? Error{} : report.error();
    }
    static data::features::FeatureOptions asking(const std::string& target, std::vector<std::string> aggregations,
                                                 std::vector<std::string> transforms = {}, const std::string& cutoff = {}) {
        data::features::FeatureOptions options;
        options.synthesis.target = target;
        options.synthesis.aggregations = std::move(aggregations);
        options.synthesis.transforms = std::move(transforms);
        options.cutoff.text = cutoff;
        options.threads = 2;
        return options;
    }
};

}  // namespace anneal::test
