#pragma once
// Importing a text written on the spot and reading the rows back.

#include <atomic>
#include <chrono>
#include <ctime>
#include <string>
#include <thread>
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

    /// Milliseconds of processors, which a busy machine does not lengthen, that `work` takes to end once it is asked to, `after`
    /// milliseconds from its start.
    template <class Work>
    static double processorTimeToStop(int after, const Work& work) {
        const base::StopToken stop;
        std::atomic<std::clock_t> asked = 0;
        std::thread later([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(after));
            asked = std::clock();
            stop.requestStop();
        });
        work(stop);
        const auto ended = std::clock();
        later.join();
        return asked == 0 || asked > ended ? 0 : 1000.0 * double(ended - asked) / CLOCKS_PER_SEC;
    }

    TemporaryFolder folder;
    int count = 0;
};

}  // namespace anneal::test
