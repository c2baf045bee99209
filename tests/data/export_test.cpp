#include "data/data_fixture.h"

#include <fstream>

using namespace anneal;

namespace {
class Export : public test::DataTest {
protected:
    std::string exported(const std::filesystem::path& dataset, data::ExportFormat format, const std::string& name) {
        auto opened = data::Dataset::open(dataset);
        EXPECT_TRUE(test::succeeded(opened));
        const auto status = data::exportDataset(*opened, format, folder / name);
        EXPECT_TRUE(status) << (status ? "" : status.error().message);
        return *base::readFile(folder / name);
    }
};
}  // namespace

TEST_F(Export, json_lines_come_back_exactly) {
    const std::string text = R"({"a":1,"b":[{"c":null},"é"],"n":null}
{"a":-9223372036854775808,"b":{},"n":0.1}
{"a":3,"n":1e+300}
)";
    auto report = import("rows.jsonl", text);
    ASSERT_TRUE(test::succeeded(report));
    EXPECT_EQ(exported(report->dataset, data::ExportFormat::jsonl, "out.jsonl"), text);
}

TEST_F(Export, csv_and_parquet_read_back_to_the_same_rows) {
    auto report = import("rows.jsonl", "{\"a\":\"x,\\\"y\\\"\\n\",\"b\":1,\"c\":\"\"}\n{\"a\":null,\"b\":2,\"c\":\"z\"}\n");
    ASSERT_TRUE(test::succeeded(report));
    const auto rows = rowsOf(report->dataset);
    exported(report->dataset, data::ExportFormat::csv, "out.csv");
    exported(report->dataset, data::ExportFormat::parquet, "out.parquet");
    for (const auto* name : {"out.csv", "out.parquet"}) {
        auto again = importFile(folder / name);
        ASSERT_TRUE(test::succeeded(again)) << name;
        EXPECT_EQ(rowsOf(again->dataset), rows) << name;
    }
}

TEST_F(Export, real_json_rows_come_back_in_order) {
    const auto shared = test::sharedData() / "instruct";
    if (!std::filesystem::exists(shared)) GTEST_SKIP() << "reference data is not beside the checkout";
    for (const auto* name : {"alpaca_zh_demo.json", "glaive_toolcall_en_demo.json", "mllm_demo.json", "identity.json"}) {
        auto report = importFile(shared / name);
        ASSERT_TRUE(test::succeeded(report)) << name;
        const auto original = OrderedJson::parse(*base::readFile(shared / name));
        auto out = exported(report->dataset, data::ExportFormat::jsonl, "out.jsonl");
        std::istringstream lines(out);
        std::string line;
        std::size_t row = 0;
        for (; std::getline(lines, line); ++row) ASSERT_EQ(Json::parse(line), Json::parse(original[row].dump())) << name << " row " << row;
        EXPECT_EQ(row, original.size()) << name;
    }
}
