#pragma once
// Rows written on the spot, imported, cleaned by a recipe and read back.

#include "data/clean/cleaner.h"
#include "data/data_fixture.h"

namespace anneal::test {

class CleanTest : public DataTest {
protected:
    Result<data::CleanReport> clean(const std::filesystem::path& dataset, std::string_view yaml, data::CleanOptions options = {}) {
        ANNEAL_TRY(recipe, data::recipeFromYaml(yaml));
        ANNEAL_TRY(opened, data::Dataset::open(dataset));
        if (options.out.empty()) options.out = folder / ("clean-" + std::to_string(count++));
        if (options.threads == 0) options.threads = 2;
        return data::cleanDataset(opened, recipe, options);
    }
    /// JSON-lines rows, cleaned, as JSON-lines.
    std::string cleaned(std::string_view rows, std::string_view yaml) {
        report = {};
        auto imported = import("rows.jsonl", rows);
        EXPECT_TRUE(succeeded(imported));
        auto result = clean(imported->dataset, yaml);
        EXPECT_TRUE(succeeded(result)) << yaml;
        if (!result) return {};
        report = *result;
        return textOf(rowsOf(result->dataset));
    }
    /// One text cleaned by one step.
    std::string cleanedText(std::string_view text, std::string_view step) {
        const auto rows = cleaned(OrderedJson{{"text", text}, {"id", 1}}.dump() + "\n", "steps: [" + std::string(step) + "]");
        return rows.empty() ? "(dropped)" : OrderedJson::parse(rows)["text"].get<std::string>();
    }
    /// The error of a recipe that is wrong, or of cleaning these rows with it.
    Error errorOf(std::string_view rows, std::string_view yaml) {
        auto imported = import("rows.jsonl", rows);
        EXPECT_TRUE(succeeded(imported));
        auto result = clean(imported->dataset, yaml);
        EXPECT_FALSE(result.has_value()) << yaml;
        return result ? Error{} : result.error();
    }
    /// A data set of many small parts, so that threads and shards have something to share.
    std::filesystem::path importInParts(std::string_view rows, std::size_t blockBytes = 1 << 16) {
        data::ImportOptions options;
        options.reading.blockBytes = blockBytes;
        auto imported = import("rows.jsonl", rows, options);
        EXPECT_TRUE(succeeded(imported));
        return imported ? imported->dataset : std::filesystem::path();
    }
    const data::StepCount& step(std::size_t index) const { return report.steps.at(index); }

    data::CleanReport report;  ///< of the last cleaned()
};

}  // namespace anneal::test
