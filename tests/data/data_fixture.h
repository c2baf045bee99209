#pragma once
// Importing a text written on the spot and reading the rows back.

#include <string>
#include <vector>

#include "data/dataset.h"
#include "data/export.h"
#include "data/import.h"
#include "support.h"

namespace anneal::test {

class DataTest : public testing::Test {
protected:
    Result<data::ImportReport> import(const std::string& name, std::string_view text, data::ImportOptions options = {}) {
        const auto file = folder / name;
        write(file, text);
        return importFile(file, std::move(options));
    }
    Result<data::ImportReport> importFile(const std::filesystem::path& file, data::ImportOptions options = {}) {
        options.source = file;
        if (options.out.empty()) options.out = folder / ("dataset-" + std::to_string(count++));
        return data::importDataset(options);
    }
    static std::vector<OrderedJson> rowsOf(const std::filesystem::path& dataset) {
        auto opened = data::Dataset::open(dataset);
        if (!opened) return {};
        auto rows = data::headRows(*opened, 0, 1 << 30);
        return rows ? *rows : std::vector<OrderedJson>();
    }
    static std::string textOf(const std::vector<OrderedJson>& rows) {
        std::string text;
        for (const auto& row : rows) text += row.dump() + "\n";
        return text;
    }

    TemporaryFolder folder;
    int count = 0;
};

}  // namespace anneal::test
