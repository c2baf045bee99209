#include "data/data_fixture.h"

using namespace anneal;

namespace {

class Malformed : public test::DataTest {
protected:
    std::filesystem::path shared = test::sharedData();
    void SetUp() override {
        if (!std::filesystem::exists(shared)) GTEST_SKIP() << "reference data is not beside the checkout";
    }
};

}  // namespace

TEST_F(Malformed, json_test_suite_is_judged_as_it_says) {
    for (const auto& entry : std::filesystem::directory_iterator(shared / "malformed/JSONTestSuite")) {
        const auto name = entry.path().filename().string();
        auto report = importFile(entry.path());
        const bool clean = report && report->manifest.rejected == 0;
        if (name.starts_with("n_")) {
            EXPECT_FALSE(clean) << name;
        }
        // An empty array holds no rows, which is an error of its own.
        if (name.starts_with("y_") && !clean) {
            EXPECT_EQ(report ? "rejected: " + report->rejected[0].reason : report.error().code, "no_rows") << name;
        }
    }
}

TEST_F(Malformed, csv_spectrum_equals_its_json) {
    for (const auto& entry : std::filesystem::directory_iterator(shared / "malformed/csv-spectrum/csvs")) {
        const auto name = entry.path().stem().string();
        auto report = importFile(entry.path());
        ASSERT_TRUE(test::succeeded(report)) << name;
        EXPECT_EQ(report->manifest.rejected, 0) << name;
        const auto expected = Json::parse(*base::readFile(shared / "malformed/csv-spectrum/json" / (name + ".json")));
        const auto rows = rowsOf(report->dataset);
        ASSERT_EQ(rows.size(), expected.size()) << name;
        for (std::size_t row = 0; row < rows.size(); ++row) {
            for (const auto& [key, value] : rows[row].items()) {
                const auto text = value.is_null() ? std::string() : value.is_string() ? value.get<std::string>() : value.dump();
                auto wanted = expected[row][key].get<std::string>();
                if (name.ends_with("_crlf")) std::erase(wanted, '\r');
                EXPECT_EQ(name.ends_with("_crlf") ? [&] { auto t = text; std::erase(t, '\r'); return t; }() : text, wanted) << name << " " << key;
            }
        }
    }
}

TEST_F(Malformed, odd_tables_do_no_harm) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(shared / "malformed/papaparse"))
        if (entry.is_regular_file()) importFile(entry.path());
    for (const auto& entry : std::filesystem::directory_iterator(shared / "tabular"))
        if (entry.path().extension() == ".csv") {
            EXPECT_TRUE(test::succeeded(importFile(entry.path()))) << entry.path();
        }
}

TEST_F(Malformed, parquet_files_are_read_or_refused_with_a_reason) {
    int read = 0;
    for (const auto& entry : std::filesystem::directory_iterator(shared / "tabular/parquet")) {
        if (!entry.is_regular_file()) continue;
        auto report = importFile(entry.path());
        read += bool(report);
        if (report) {
            EXPECT_EQ(rowsOf(report->dataset).size(), std::size_t(report->manifest.rows)) << entry.path();
        } else {
            EXPECT_FALSE(report.error().message.empty());
        }
    }
    EXPECT_GE(read, 30);
}
