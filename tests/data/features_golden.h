#pragma once
// What Featuretools made of tables, and ours beside it.

#include <algorithm>
#include <cmath>

#include <arrow/scalar.h>
#include <arrow/table.h>

#include "base/json.h"
#include "data/features_fixture.h"

namespace anneal::test {

inline constexpr double kTolerance = 1e-9;  // of the larger value, and absolutely below 1

/// A cell as make_features.py writes it: infinity as "inf", for which JSON has no number.
inline OrderedJson cell(const arrow::Table& rows, const std::string& column, std::int64_t row) {
    const auto scalar = rows.GetColumnByName(column)->GetScalar(row).ValueOrDie();
    if (!scalar->is_valid) return nullptr;
    switch (scalar->type->id()) {
        case arrow::Type::BOOL: return static_cast<const arrow::BooleanScalar&>(*scalar).value;
        case arrow::Type::INT64: return static_cast<const arrow::Int64Scalar&>(*scalar).value;
        case arrow::Type::DOUBLE: break;
        default: return scalar->ToString();
    }
    const double value = static_cast<const arrow::DoubleScalar&>(*scalar).value;
    return std::isinf(value) ? OrderedJson(value > 0 ? "inf" : "-inf") : OrderedJson(value);
}

inline bool alike(const OrderedJson& ours, const OrderedJson& theirs) {
    if (!ours.is_number() || !theirs.is_number()) return ours == theirs;
    const double a = ours.get<double>(), b = theirs.get<double>();
    return std::abs(a - b) <= kTolerance * std::max({1.0, std::abs(a), std::abs(b)});
}

/// Featuretools keeps conditions in a set, so that the order of what is made of them is by chance.
inline std::vector<std::string> inOrder(std::vector<std::string> names) {
    std::stable_partition(names.begin(), names.end(), [](const auto& name) { return name.find(" WHERE ") == std::string::npos; });
    const auto conditional =
        std::find_if(names.begin(), names.end(), [](const auto& name) { return name.find(" WHERE ") != std::string::npos; });
    std::sort(conditional, names.end());
    return names;
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
        ASSERT_EQ(inOrder(ours), inOrder(names)) << title;
        auto dataset = data::Dataset::open(report->dataset);
        ASSERT_TRUE(succeeded(dataset));
        const auto rows = dataset->readPart(0).value();
        ASSERT_EQ(std::size_t(rows->num_rows()), one["rows"].size()) << title;
        const auto key = rows->schema()->field(0)->name();
        int wrong = 0;
        for (std::size_t row = 0; row < one["rows"].size(); ++row) {
            ASSERT_EQ(cell(*rows, key, std::int64_t(row)), one["keys"][row]) << title << ", row " << row;
            for (std::size_t i = 0; i < names.size() && wrong < 20; ++i) {
                const auto value = cell(*rows, names[i], std::int64_t(row));
                const auto& theirs = one["rows"][row][i];
                if (alike(value, theirs)) continue;
                ADD_FAILURE() << title << ", row " << row << ", " << names[i] << ": " << value << ", Featuretools " << theirs;
                ++wrong;
            }
        }
    }
};

}  // namespace anneal::test
