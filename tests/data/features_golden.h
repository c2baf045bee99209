#pragma once
// What Featuretools made of tables, and ours beside it.

#include <cmath>

#include "base/json.h"
#include "data/features_fixture.h"

namespace anneal::test {

inline constexpr double kTolerance = 1e-9;  // of the larger value, and absolutely below 1

inline bool alike(const OrderedJson& ours, const OrderedJson& theirs) {
    if (ours.is_number() && theirs.is_number()) {
        const double a = ours.get<double>(), b = theirs.get<double>();
        return std::abs(a - b) <= kTolerance * std::max({1.0, std::abs(a), std::abs(b)});
    }
    if (ours.is_null() && theirs.is_null()) return true;
    if (ours.is_string() && theirs.is_number()) return false;
    return ours == theirs || (ours.is_number() && theirs.is_string() && std::to_string(ours.get<double>()) == theirs.get<std::string>());
}

class GoldenFeaturesTest : public FeaturesTest {
protected:
    /// One case of make_features.py: names, their order, the instances and every value.
    void expectAlike(const std::filesystem::path& file, const OrderedJson& one) {
        const auto title = one["case"].get<std::string>();
        auto entities = data::features::readEntityFile(file);
        ASSERT_TRUE(succeeded(entities)) << title;
        auto options = asking(one["target"], one["agg"], one["trans"]);
        options.synthesis.depth = one["depth"];
        if (one.contains("where")) options.synthesis.conditions = one["where"].get<std::vector<std::string>>();
        const auto cutoff = one["cutoff"].get<std::string>();
        options.cutoff.text = cutoff.ends_with(".csv") ? (file.parent_path() / cutoff).string() : cutoff;
        if (one.contains("window")) options.cutoff.window = data::features::parseWindow(one["window"]).value();
        options.out = folder / ("golden-" + std::to_string(count++));
        auto report = data::features::makeFeatures(*entities, options);
        ASSERT_TRUE(succeeded(report)) << title;

        auto names = one["names"].get<std::vector<std::string>>();
        std::vector<std::string> ours;
        for (const auto& column : report->manifest.columns) ours.push_back(column.name);
        ours.erase(ours.begin(), ours.end() - std::ptrdiff_t(report->features));
        if (one.contains("where")) {  // Featuretools keeps conditions in a set: their order is by chance
            auto sorted = names, oursSorted = ours;
            std::sort(sorted.begin(), sorted.end());
            std::sort(oursSorted.begin(), oursSorted.end());
            ASSERT_EQ(oursSorted, sorted) << title;
        } else {
            ASSERT_EQ(ours, names) << title;
        }
        const auto rows = rowsOf(report->dataset);
        ASSERT_EQ(rows.size(), one["rows"].size()) << title;
        int wrong = 0;
        for (std::size_t row = 0; row < rows.size(); ++row) {
            ASSERT_EQ(rows[row].begin().value(), one["keys"][row]) << title << ", row " << row;
            for (std::size_t i = 0; i < names.size() && wrong < 20; ++i) {
                const auto& theirs = one["rows"][row][i];
                const auto found = rows[row].find(names[i]);
                const auto value = found == rows[row].end() ? OrderedJson() : *found;
                if (alike(value, theirs)) continue;
                ADD_FAILURE() << title << ", row " << row << ", " << names[i] << ": " << value << ", Featuretools " << theirs;
                ++wrong;
            }
        }
    }
};

}  // namespace anneal::test
