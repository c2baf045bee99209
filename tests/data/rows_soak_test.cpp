// Five million rows: opened, and read anywhere, within the times that the window needs.

#include <chrono>
#include <ctime>
#include <fstream>
#include <iostream>
#include <random>

#include <arrow/table.h>

#include "data/data_fixture.h"
#include "data/rows.h"

using namespace anneal;
using Clock = std::chrono::steady_clock;

namespace {

class RowsSoak : public test::DataTest {};

/// Of this process's processors, which a busy machine does not lengthen.
double computed() { return 1000.0 * double(std::clock()) / CLOCKS_PER_SEC; }
double milliseconds(Clock::time_point since) { return std::chrono::duration<double, std::milli>(Clock::now() - since).count(); }

}  // namespace

TEST_F(RowsSoak, five_million_rows_open_at_once_and_any_window_comes_in_milliseconds) {
    constexpr std::int64_t kRows = 5'000'000;
    const auto file = folder / "rows.csv";
    {
        std::ofstream out(file);
        out << "id,name,amount,day,note\n";
        std::mt19937 draw(1);
        for (std::int64_t i = 0; i < kRows; ++i)
            out << i << ",customer " << draw() % 100000 << ',' << draw() % 1000000 / 100.0 << ",2024-0" << 1 + draw() % 9 << "-1"
                << draw() % 10 << ",the note of row " << draw() << '\n';
    }
    auto report = importFile(file);
    ASSERT_TRUE(test::succeeded(report));
    ASSERT_EQ(report->manifest.rows, kRows);

    auto start = Clock::now();
    auto dataset = data::Dataset::open(report->dataset);
    ASSERT_TRUE(test::succeeded(dataset));
    data::RowReader reader(*dataset);
    const auto opened = milliseconds(start);

    std::mt19937_64 draw(2);
    std::vector<double> times;
    const auto before = computed();
    for (int i = 0; i < 300; ++i) {
        const auto first = std::int64_t(draw() % std::uint64_t(kRows - 100));
        start = Clock::now();
        auto rows = reader.rows(first, 100);
        times.push_back(milliseconds(start));
        ASSERT_TRUE(test::succeeded(rows));
        ASSERT_EQ((*rows)->num_rows(), 100);
    }
    const auto mean = (computed() - before) / double(times.size());
    std::sort(times.begin(), times.end());
    std::cout << "opened in " << opened << " ms; a window of 100 rows: median " << times[150] << " ms, 95 % " << times[285] << " ms, worst "
              << times.back() << " ms; computing " << mean << " ms in the mean\n";
    EXPECT_LT(opened, 100);
    EXPECT_LT(mean, 5);
}
