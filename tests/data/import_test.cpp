#include "data/data_fixture.h"

#include "base/hash.h"

using namespace anneal;

namespace {

class Import : public test::DataTest {};

std::vector<std::string> types(const data::Manifest& manifest) {
    std::vector<std::string> names;
    for (const auto& column : manifest.columns) names.push_back(column.name + ":" + column.type);
    return names;
}

}  // namespace

TEST_F(Import, json_lines_keep_rows_types_and_order) {
    const std::string text = R"({"id":1,"score":0.5,"ok":true,"text":"ä\n\"b\"","tags":["x",{"y":1}]}
{"id":2,"score":2.0,"ok":false,"text":"","tags":[]}
)";
    auto report = import("rows.jsonl", text);
    ASSERT_TRUE(test::succeeded(report));
    EXPECT_EQ(types(report->manifest), (std::vector<std::string>{"id:int64", "score:float64", "ok:bool", "text:string", "tags:json"}));
    EXPECT_EQ(textOf(rowsOf(report->dataset)), text);
    EXPECT_TRUE(base::isComplete(report->dataset));
    EXPECT_TRUE(test::succeeded(data::Dataset::open(report->dataset)));
    EXPECT_TRUE(data::Dataset::open(report->dataset)->verify());
}

TEST_F(Import, bad_rows_are_rejected_with_row_line_and_reason) {
    auto report = import("rows.jsonl", "{\"a\":\"x\"}\n\n{\"a\":\n{\"a\":\"\xff\"}\n[1]\n{\"a\":\"y\"}\n");
    ASSERT_TRUE(test::succeeded(report));
    EXPECT_EQ(report->manifest.rows, 2);
    ASSERT_EQ(report->rejected.size(), 3u);
    EXPECT_EQ(report->rejected[0].row, 2);
    EXPECT_EQ(report->rejected[0].line, 3);
    EXPECT_EQ(report->rejected[1].line, 4);
    EXPECT_NE(report->rejected[1].reason.find("invalid UTF-8"), std::string::npos);
    EXPECT_NE(report->rejected[2].reason.find("not an object"), std::string::npos);
    auto written = base::readFile(report->dataset / "rejected.jsonl");
    ASSERT_TRUE(written);
    EXPECT_EQ(std::count(written->begin(), written->end(), '\n'), 3);
}

TEST_F(Import, lines_are_counted_across_blocks) {
    std::string text;
    for (int i = 0; i < 2000; ++i) text += i == 1500 ? "{bad\n" : "{\"n\":" + std::to_string(i) + "}\n";
    data::ImportOptions options;
    options.reading.blockBytes = 512;
    auto report = import("rows.jsonl", text, options);
    ASSERT_TRUE(test::succeeded(report));
    ASSERT_EQ(report->rejected.size(), 1u);
    EXPECT_EQ(report->rejected[0].line, 1501);
    EXPECT_EQ(report->rejected[0].row, 1501);
    EXPECT_EQ(report->manifest.rows, 1999);
}

TEST_F(Import, types_that_widen_late_are_read_again) {
    std::string text;
    for (int i = 0; i < 300; ++i) text += "{\"n\":" + std::to_string(i) + ",\"m\":1,\"s\":\"x\"}\n";
    text += "{\"n\":0.5,\"m\":\"word\",\"s\":\"y\",\"late\":true}\n";
    data::ImportOptions options;
    options.reading.blockBytes = 512;
    auto report = import("rows.jsonl", text, options);
    ASSERT_TRUE(test::succeeded(report));
    EXPECT_EQ(types(report->manifest), (std::vector<std::string>{"n:float64", "m:json", "s:string", "late:bool"}));
    const auto rows = rowsOf(report->dataset);
    EXPECT_EQ(rows.front().dump(), R"({"n":0.0,"m":1,"s":"x"})");
    EXPECT_EQ(rows.back().dump(), R"({"n":0.5,"m":"word","s":"y","late":true})");
}

TEST_F(Import, the_same_file_gives_the_same_hash_on_any_number_of_threads) {
    std::string text;
    for (int i = 0; i < 3000; ++i) text += "{\"n\":" + std::to_string(i * 7919) + ",\"text\":\"row " + std::to_string(i) + "\"}\n";
    std::set<std::string> hashes;
    for (const int threads : {1, 2, 5}) {
        data::ImportOptions options;
        options.threads = threads;
        options.reading.blockBytes = 4096;
        auto report = import("rows.jsonl", text, options);
        ASSERT_TRUE(test::succeeded(report));
        hashes.insert(report->manifest.hash);
    }
    EXPECT_EQ(hashes.size(), 1u);
}

TEST_F(Import, json_is_read_as_array_object_with_rows_or_lines_whatever_its_extension) {
    const std::string expected = "{\"a\":1}\n{\"a\":2}\n";
    for (const auto* text : {"[{\"a\":1},\n {\"a\":2}]\n", "{\"version\":3,\"data\":[{\"a\":1},{\"a\":2}],\"more\":{}}",
                             "{\"a\":1}\n{\"a\":2}\n", "{\n \"a\":1\n}\n{\n \"a\":2\n}\n", "\xEF\xBB\xBF[{\"a\":1},{\"a\":2}]"}) {
        auto report = import("rows.json", text);
        ASSERT_TRUE(test::succeeded(report)) << text;
        EXPECT_EQ(textOf(rowsOf(report->dataset)), expected) << text;
        EXPECT_TRUE(report->rejected.empty()) << text;
    }
}

TEST_F(Import, an_array_with_a_damaged_row_keeps_the_others) {
    auto report = import("rows.json", "[{\"a\":1},\n{\"a\":tru},\n{\"a\":3}]");
    ASSERT_TRUE(test::succeeded(report));
    EXPECT_EQ(report->manifest.rows, 2);
    ASSERT_EQ(report->rejected.size(), 1u);
    EXPECT_EQ(report->rejected[0].row, 2);
    EXPECT_EQ(report->rejected[0].line, 2);
}

TEST_F(Import, an_array_over_many_blocks_is_whole) {
    std::string text = "[";
    for (int i = 0; i < 500; ++i) text += (i ? ",\n" : "") + std::string("{\"n\":") + std::to_string(i) + ",\"t\":\"a,b]}\"}";
    data::ImportOptions options;
    options.reading.blockBytes = 300;
    auto report = import("rows.json", text + "]", options);
    ASSERT_TRUE(test::succeeded(report));
    EXPECT_EQ(report->manifest.rows, 500);
    EXPECT_TRUE(report->rejected.empty());
}

TEST_F(Import, csv_understands_quotes_embedded_lines_and_numbers) {
    auto report = import("rows.csv", "id,code,price,note\r\n1,007,1.5,\"a, \"\"b\"\"\r\nc\"\r\n2,010,,plain\r\n3,1\r\n");
    ASSERT_TRUE(test::succeeded(report));
    EXPECT_EQ(types(report->manifest), (std::vector<std::string>{"id:int64", "code:string", "price:float64", "note:string"}));
    const auto rows = rowsOf(report->dataset);
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(rows[0].dump(), "{\"id\":1,\"code\":\"007\",\"price\":1.5,\"note\":\"a, \\\"b\\\"\\r\\nc\"}");
    EXPECT_EQ(rows[1].dump(), "{\"id\":2,\"code\":\"010\",\"price\":null,\"note\":\"plain\"}");
    ASSERT_EQ(report->rejected.size(), 1u);
    EXPECT_EQ(report->rejected[0].line, 5);
    EXPECT_EQ(report->rejected[0].reason, "2 fields where the header has 4");
}

TEST_F(Import, csv_finds_delimiter_header_and_encoding) {
    auto semicolons = import("a.csv", "x;y\n1;2\n3;4\n");
    ASSERT_TRUE(test::succeeded(semicolons));
    EXPECT_EQ(types(semicolons->manifest), (std::vector<std::string>{"x:int64", "y:int64"}));
    auto headless = import("b.tsv", "good film\t1\nbad \"film\t0\n");
    ASSERT_TRUE(test::succeeded(headless));
    EXPECT_EQ(headless->manifest.rows, 2);
    auto latin = import("c.csv", "name,town\nJos\xE9,K\xF6ln\n");
    ASSERT_TRUE(test::succeeded(latin));
    EXPECT_EQ(rowsOf(latin->dataset)[0]["town"], "Köln");
    auto chinese = import("d.csv", "a,b\n\xC4\xE3\xBA\xC3,\xCA\xC0\xBD\xE7\n");
    ASSERT_TRUE(test::succeeded(chinese));
    EXPECT_EQ(rowsOf(chinese->dataset)[0]["a"], "你好");
    auto wide = import("e.csv", std::string_view("\xFF\xFE"
                                                 "a\0,\0b\0\n\0"
                                                 "1\0,\0\xE9\0\n\0",
                                                 18));
    ASSERT_TRUE(test::succeeded(wide));
    EXPECT_EQ(rowsOf(wide->dataset)[0]["b"], "é");
}

TEST_F(Import, plain_text_is_rows_of_paragraphs_or_lines) {
    auto lines = import("a.txt", "one\ntwo\n\nthree\n");
    ASSERT_TRUE(test::succeeded(lines));
    EXPECT_EQ(lines->manifest.rows, 3);
    auto paragraphs = import("b.txt", "one\ntwo\n\nthree\n\n\nfour\n\nfive\n");
    ASSERT_TRUE(test::succeeded(paragraphs));
    EXPECT_EQ(paragraphs->manifest.rows, 4);
    EXPECT_EQ(rowsOf(paragraphs->dataset)[0]["text"], "one\ntwo");
    EXPECT_EQ(paragraphs->manifest.mapping.shape, data::Shape::text);
}

TEST_F(Import, nothing_to_keep_is_a_clear_error) {
    EXPECT_EQ(import("a.jsonl", "").error().code, "empty_data");
    EXPECT_EQ(import("b.jsonl", "\n\n").error().code, "no_rows");
    EXPECT_EQ(import("c.jsonl", "{bad}\n").error().code, "no_rows");
    EXPECT_EQ(importFile(folder / "absent.jsonl").error().code, "file_not_found");
}

TEST_F(Import, an_existing_data_set_is_replaced_only_when_asked) {
    data::ImportOptions options;
    options.out = folder / "set";
    ASSERT_TRUE(test::succeeded(import("a.jsonl", "{\"a\":1}\n", options)));
    EXPECT_EQ(import("b.jsonl", "{\"a\":2}\n", options).error().code, "already_exists");
    EXPECT_EQ(rowsOf(options.out)[0]["a"], 1);
    options.replace = true;
    ASSERT_TRUE(test::succeeded(import("b.jsonl", "{\"a\":2}\n", options)));
    EXPECT_EQ(rowsOf(options.out)[0]["a"], 2);
}

TEST_F(Import, a_changed_part_is_found_by_verify) {
    auto report = import("a.jsonl", "{\"a\":1}\n");
    ASSERT_TRUE(test::succeeded(report));
    test::write(report->dataset / "part-00000.parquet", "something else");
    const auto verdict = data::Dataset::open(report->dataset)->verify();
    ASSERT_FALSE(verdict);
    EXPECT_EQ(verdict.error().code, "dataset_damaged");
}

TEST_F(Import, gzip_is_read_as_what_it_holds) {
    const auto file = test::sharedData() / "instruct/gsm8k_train.jsonl.gz";
    if (!std::filesystem::exists(file)) GTEST_SKIP() << "reference data is not beside the checkout";
    auto report = importFile(file);
    ASSERT_TRUE(test::succeeded(report));
    EXPECT_EQ(report->manifest.rows, 7473);
    EXPECT_EQ(report->manifest.mapping.shape, data::Shape::promptCompletion);
}
