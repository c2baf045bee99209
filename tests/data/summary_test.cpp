#include <cmath>
#include <numeric>
#include <random>

#include <arrow/array.h>
#include <arrow/table.h>

#include "data/column_summary.h"
#include "data/data_fixture.h"
#include "data/rows.h"

using namespace anneal;

namespace {

class Summary : public test::DataTest {};

std::int64_t total(const data::Histogram& histogram) {
    return std::accumulate(histogram.counts.begin(), histogram.counts.end(), std::int64_t(0));
}

const data::ColumnSummary& of(const data::Manifest& manifest, const std::string& name) {
    for (const auto& column : manifest.columns)
        if (column.name == name) return *column.summary;
    throw std::runtime_error(name);
}

}  // namespace

TEST_F(Summary, columns_are_summarised_at_import) {
    std::string text = "id,size,kind,day,note,ok\n";
    for (int i = 0; i < 5000; ++i)
        text += std::to_string(i) + "," + std::to_string(i * 0.25) + "," + (i % 3 ? "common" : "rare") + ",2024-01-" +
                (i % 2 ? "01" : "31") + ",\"note " + std::string(std::size_t(i % 50), 'x') + "\"," + (i % 4 ? "true" : "") + "\n";
    data::ImportOptions options;
    options.reading.blockBytes = 4096;
    auto report = import("a.csv", text, options);
    ASSERT_TRUE(test::succeeded(report));
    const auto& id = of(report->manifest, "id");
    EXPECT_EQ(id.unit, "value");
    EXPECT_EQ(id.lowest, 0);
    EXPECT_EQ(id.highest, 4999);
    EXPECT_FALSE(id.exact);
    EXPECT_NEAR(double(id.distinct), 5000, 5000 * 0.05);
    EXPECT_EQ(total(id.histogram), 5000);
    EXPECT_GE(id.histogram.counts.size(), 20u);
    EXPECT_LE(id.histogram.counts.size(), 32u);
    const auto& kind = of(report->manifest, "kind");
    EXPECT_TRUE(kind.exact);
    EXPECT_EQ(kind.top, (std::vector<std::pair<std::string, std::int64_t>>{{"common", 3333}, {"rare", 1667}}));
    EXPECT_EQ(kind.unit, "characters");
    const auto& day = of(report->manifest, "day");
    EXPECT_EQ(day.unit, "days");
    EXPECT_EQ(day.highest - day.lowest, 30);
    EXPECT_EQ(day.top[0].first, "2024-01-01");
    const auto& note = of(report->manifest, "note");
    EXPECT_EQ(note.lowest, 5);
    EXPECT_EQ(note.highest, 54);
    EXPECT_EQ(note.distinct, 50);
    EXPECT_EQ(of(report->manifest, "ok").top[0].second, 3750);
    auto again = data::readManifest(report->dataset);
    ASSERT_TRUE(test::succeeded(again));
    for (std::size_t i = 0; i < again->columns.size(); ++i) EXPECT_EQ(again->columns[i].summary, report->manifest.columns[i].summary);
    EXPECT_TRUE(data::Dataset::open(report->dataset)->verify());
}

TEST_F(Summary, a_manifest_without_summaries_opens) {
    auto report = import("a.csv", "a,b\n1,x\n");
    ASSERT_TRUE(test::succeeded(report));
    auto document = OrderedJson::parse(*base::readFile(report->dataset / "manifest.json"));
    for (auto& column : document["columns"]) column.erase("summary");
    test::write(report->dataset / "manifest.json", document.dump());
    auto opened = data::Dataset::open(report->dataset);
    ASSERT_TRUE(test::succeeded(opened));
    EXPECT_FALSE(opened->manifest().columns[0].summary);
    EXPECT_TRUE(opened->verify());
}

TEST_F(Summary, types_that_widen_are_summarised_as_what_they_became) {
    std::string text;
    for (int i = 0; i < 1000; ++i)
        text += "{\"n\":" + std::to_string(i) + (i == 900 ? ".5" : "") + ",\"m\":" + (i == 950 ? "\"word\"" : "1") + "}\n";
    data::ImportOptions options;
    options.reading.blockBytes = 512;
    auto report = import("a.jsonl", text, options);
    ASSERT_TRUE(test::succeeded(report));
    EXPECT_EQ(of(report->manifest, "n").distinct, 1000);
    EXPECT_EQ(total(of(report->manifest, "n").histogram), 1000);
    EXPECT_EQ(of(report->manifest, "n").highest, 999);
    EXPECT_EQ(total(of(report->manifest, "m").histogram), 1000);
}

TEST(HistogramSketch, does_not_depend_on_the_order_or_the_parts) {
    std::mt19937_64 draw(1);
    std::vector<double> values;
    for (int i = 0; i < 20000; ++i) values.push_back(std::ldexp(double(draw() % 100000) - 30000, int(draw() % 20) - 10));
    data::HistogramSketch whole(false);
    whole.add(values.data(), values.size());
    for (const std::size_t part : {1, 7, 999}) {
        data::HistogramSketch merged(false);
        for (std::size_t i = values.size(); i > 0;) {
            const auto size = std::min(part, i);
            data::HistogramSketch one(false);
            one.add(values.data() + i - size, size);
            merged.merge(one);
            i -= size;
        }
        EXPECT_EQ(merged.finish(), whole.finish()) << part;
    }
    EXPECT_EQ(total(whole.finish()), 20000);
}

TEST(HistogramSketch, bears_extreme_values) {
    data::HistogramSketch sketch(false);
    const double values[] = {1e308, -1e308, 0, 5e-324, NAN, INFINITY, 1};
    sketch.add(values, 7);
    EXPECT_EQ(total(sketch.finish()), 5);
    data::HistogramSketch one(false);
    const double same[] = {1e-300, 1e-300};
    one.add(same, 2);
    EXPECT_EQ(one.finish().counts, (std::vector<std::int64_t>{2}));
    data::HistogramSketch integers(true);
    const double few[] = {3, 3, 5};
    integers.add(few, 3);
    EXPECT_EQ(integers.finish(), (data::Histogram{3, 1, {2, 0, 1}}));
}

TEST(DistinctSketch, estimates_within_some_percent) {
    for (const std::uint64_t count : {10, 1000, 50000, 1000000}) {
        data::DistinctSketch sketch;
        std::mt19937_64 draw(count);
        for (std::uint64_t i = 0; i < count; ++i) {
            const auto hash = draw();
            sketch.add(hash);
            sketch.add(hash);
        }
        EXPECT_NEAR(sketch.estimate(), double(count), double(count) * 0.06) << count;
    }
}

TEST_F(Summary, any_window_of_rows_is_served) {
    std::string text;
    for (int i = 0; i < 5000; ++i) text += "{\"n\":" + std::to_string(i) + ",\"t\":\"row " + std::to_string(i) + "\"}\n";
    data::ImportOptions options;
    options.reading.blockBytes = 8192;
    auto report = import("a.jsonl", text, options);
    ASSERT_TRUE(test::succeeded(report));
    ASSERT_GT(report->manifest.files.size(), 5u);
    data::RowReader reader(*data::Dataset::open(report->dataset));
    EXPECT_EQ(reader.size(), 5000);
    std::mt19937 draw(3);
    for (int round = 0; round < 50; ++round) {
        const auto first = std::int64_t(draw() % 5000), count = std::int64_t(draw() % 700);
        auto rows = reader.rows(first, count);
        ASSERT_TRUE(test::succeeded(rows));
        ASSERT_EQ((*rows)->num_rows(), std::min(count, 5000 - first));
        for (std::int64_t i = 0; i < (*rows)->num_rows(); i += 97)
            ASSERT_EQ(std::static_pointer_cast<arrow::Int64Array>((*rows)->column(0)->chunk(0))->Value(i), first + i);
    }
    EXPECT_EQ((*reader.rows(6000, 5))->num_rows(), 0);
    EXPECT_EQ((*reader.rows(-5, 2))->num_rows(), 2);
    auto head = data::headRows(reader.dataset(), 4998, 10);
    ASSERT_TRUE(test::succeeded(head));
    EXPECT_EQ(textOf(*head), "{\"n\":4998,\"t\":\"row 4998\"}\n{\"n\":4999,\"t\":\"row 4999\"}\n");
}

TEST_F(Summary, a_damaged_part_is_told_when_its_rows_are_asked_for) {
    auto report = import("a.jsonl", "{\"n\":1}\n");
    ASSERT_TRUE(test::succeeded(report));
    test::write(report->dataset / "part-00000.parquet", "something else");
    data::RowReader reader(*data::Dataset::open(report->dataset));
    EXPECT_EQ(reader.rows(0, 1).error().code, "dataset_damaged");
}
