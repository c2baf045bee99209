// Ten million rows cleaned by the guide's recipe and profiled with flat memory.

#include <chrono>
#include <fstream>
#include <iostream>
#include <random>

#include "data/clean_fixture.h"
#include "data/profile.h"

using namespace anneal;

namespace {

constexpr std::int64_t kRows = 10'000'000;
constexpr std::int64_t kMostBytes = 2'000'000'000;

class CleanSoak : public test::CleanTest {
protected:
    void SetUp() override {
        const auto file = folder / "rows.csv";
        {
            std::ofstream out(file);
            out << "instruction,input,output\n";
            std::mt19937 draw(1);
            for (std::int64_t i = 0; i < kRows; ++i) {
                out << "Is the clause valid?,  clause " << draw() % (kRows * 4 / 5) << " of the  contract with customer " << draw() % 1000;
                if (i % 997 == 0) out << std::string(800, 'x');
                out << ',' << (i % 1013 == 0 ? "" : i % 2 ? "yes" : "no") << '\n';
            }
        }
        auto report = importFile(file);
        ASSERT_TRUE(test::succeeded(report));
        std::filesystem::remove(file);
        dataset = report->dataset;
    }
    /// Bytes that the process has had at most since the last forgetPeak().
    static std::int64_t peak() {
        std::ifstream status("/proc/self/status");
        for (std::string line; std::getline(status, line);)
            if (line.starts_with("VmHWM:")) return 1024 * std::stoll(line.substr(6));
        return 0;
    }
    static void forgetPeak() { std::ofstream("/proc/self/clear_refs") << "5"; }
    void expectFlat(const char* what, std::chrono::steady_clock::time_point since) {
        const auto seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - since).count();
        std::cout << what << ": " << seconds << " s, at most " << peak() / 1'000'000 << " MB\n";
        EXPECT_LT(peak(), kMostBytes);
    }
    std::filesystem::path dataset;
};

}  // namespace

TEST_F(CleanSoak, ten_million_rows_are_cleaned_and_profiled_with_flat_memory) {
    const auto recipe = base::readFile(std::filesystem::path(ANNEAL_SOURCE_DIR) / "resources/demo/recipe.yaml");
    ASSERT_TRUE(recipe);
    forgetPeak();
    auto start = std::chrono::steady_clock::now();
    auto result = clean(dataset, *recipe);
    ASSERT_TRUE(test::succeeded(result));
    expectFlat("cleaned", start);
    EXPECT_EQ(result->rowsIn, kRows);
    EXPECT_LT(result->rowsOut, kRows);
    EXPECT_GT(result->rowsOut, kRows / 2);

    forgetPeak();
    start = std::chrono::steady_clock::now();
    data::ProfileOptions options;
    options.near = 0;
    auto profile = data::profileDataset(*data::Dataset::open(dataset), options);
    ASSERT_TRUE(test::succeeded(profile));
    expectFlat("profiled", start);
    EXPECT_EQ(profile->rows, kRows);
    EXPECT_GT(profile->exactDuplicates, 0);
}
