#include <arrow/api.h>
#include <arrow/io/file.h>
#include <arrow/ipc/writer.h>
#include <parquet/arrow/writer.h>

#include "data/archive_fixture.h"
#include "data/data_fixture.h"
#include "data/sources/fixed_width.h"

using namespace anneal;

namespace {

class Formats : public test::DataTest {
protected:
    std::string rows(const Result<data::ImportReport>& report) {
        return report ? textOf(rowsOf(report->dataset)) : report.error().code + ": " + report.error().message;
    }
    static std::shared_ptr<arrow::Table> table() {
        arrow::Int32Builder numbers;
        arrow::StringBuilder texts;
        auto element = std::make_shared<arrow::Int64Builder>();
        arrow::ListBuilder lists(arrow::default_memory_pool(), element);
        for (int i = 0; i < 3; ++i) {
            EXPECT_TRUE(numbers.Append(i).ok());
            EXPECT_TRUE((i == 1 ? texts.AppendNull() : texts.Append("t" + std::to_string(i))).ok());
            EXPECT_TRUE(lists.Append().ok() && element->Append(i).ok());
        }
        return arrow::Table::Make(arrow::schema({arrow::field("n", arrow::int32()), arrow::field("t", arrow::utf8()),
                                                 arrow::field("l", arrow::list(arrow::int64()))}),
                                  {*numbers.Finish(), *texts.Finish(), *lists.Finish()});
    }
    static constexpr const char* kTableRows =
        "{\"n\":0,\"t\":\"t0\",\"l\":[0]}\n{\"n\":1,\"t\":null,\"l\":[1]}\n{\"n\":2,\"t\":\"t2\",\"l\":[2]}\n";
    /// The text through gzip or zstd.
    std::filesystem::path packed(const std::string& name, const std::string& text) {
        const auto plain = folder / "plain";
        test::write(plain, text);
        const auto command =
            std::string(name.ends_with(".gz") ? "gzip" : "zstd -q") + " -c '" + plain.string() + "' > '" + (folder / name).string() + "'";
        EXPECT_EQ(std::system(command.c_str()), 0);
        return folder / name;
    }
};

}  // namespace

TEST_F(Formats, arrow_files_streams_and_parquet_give_their_rows) {
    const auto put = [&](const std::string& name, bool stream) {
        auto out = *arrow::io::FileOutputStream::Open((folder / name).string());
        auto writer = stream ? *arrow::ipc::MakeStreamWriter(out, table()->schema()) : *arrow::ipc::MakeFileWriter(out, table()->schema());
        ASSERT_TRUE(writer->WriteTable(*table()).ok() && writer->Close().ok() && out->Close().ok());
    };
    put("rows.feather", false);
    put("rows.arrow", false);
    put("rows.arrows", true);
    put("rows.csv", false);  // what a file is, not what it is called
    for (const auto* name : {"rows.feather", "rows.arrow", "rows.arrows", "rows.csv"}) {
        auto report = importFile(folder / name);
        EXPECT_EQ(rows(report), kTableRows) << name;
        EXPECT_EQ(report->manifest.provenance["format"], "arrow") << name;
    }
    auto out = *arrow::io::FileOutputStream::Open((folder / "rows.parquet").string());
    ASSERT_TRUE(parquet::arrow::WriteTable(*table(), arrow::default_memory_pool(), out, 1).ok() && out->Close().ok());
    EXPECT_EQ(rows(importFile(folder / "rows.parquet")), kTableRows);
    test::write(folder / "old.feather", "FEA1 and more");
    EXPECT_EQ(importFile(folder / "old.feather").error().code, "format_unknown");
}

TEST_F(Formats, a_cut_arrow_or_parquet_file_is_refused) {
    auto out = *arrow::io::FileOutputStream::Open((folder / "rows.arrow").string());
    auto writer = *arrow::ipc::MakeFileWriter(out, table()->schema());
    ASSERT_TRUE(writer->WriteTable(*table()).ok() && writer->Close().ok() && out->Close().ok());
    const auto bytes = *base::readFile(folder / "rows.arrow");
    for (const auto size : {bytes.size() / 2, bytes.size() - 4}) {
        test::write(folder / "cut.arrow", bytes.substr(0, size));
        const auto report = importFile(folder / "cut.arrow");
        ASSERT_FALSE(report) << size;
        EXPECT_EQ(report.error().code, "data_unreadable");
    }
}

TEST_F(Formats, json_tables_members_and_streams_give_rows) {
    EXPECT_EQ(rows(import("a.json", R"({"a":[1,2],"b":["x",null]})")), "{\"a\":1,\"b\":\"x\"}\n{\"a\":2,\"b\":null}\n");
    EXPECT_EQ(rows(import("b.json", R"({"a":{"0":1,"1":2},"b":{"0":"x","1":"y"}})")), "{\"a\":1,\"b\":\"x\"}\n{\"a\":2,\"b\":\"y\"}\n");
    EXPECT_EQ(rows(import("c.json", "{\n \"k1\": {\"a\": 1},\n \"k\\\"2\": {\"a\": 2}\n}\n")),
              "{\"key\":\"k1\",\"a\":1}\n{\"key\":\"k\\\"2\",\"a\":2}\n");
    EXPECT_EQ(rows(import("d.json", "{\"a\":1}{\"a\":2} {\"a\":3}\n\n{\"a\":4}")), "{\"a\":1}\n{\"a\":2}\n{\"a\":3}\n{\"a\":4}\n");
    EXPECT_EQ(rows(import("e.json", "[\n  {\n    \"a\": [1,\n 2]\n  },\n  {\"a\": []}\n]")), "{\"a\":[1,2]}\n{\"a\":[]}\n");
    EXPECT_EQ(rows(import("f.json", R"({"tokens":["a","b"],"ner_tags":["O","O"]})")),
              "{\"tokens\":[\"a\",\"b\"],\"ner_tags\":[\"O\",\"O\"]}\n");
    EXPECT_EQ(rows(import("g.json", "{\"a\":1}\n{\"a\":2}\n")), "{\"a\":1}\n{\"a\":2}\n");
    const auto ragged = import("h.json", R"({"a":[1,2],"b":["x"]})");
    ASSERT_FALSE(ragged);
    EXPECT_NE(ragged.error().message.find("b has 1 values where a has 2"), std::string::npos) << ragged.error().message;
}

TEST_F(Formats, members_over_many_blocks_are_whole) {
    std::string text = "{";
    for (int i = 0; i < 500; ++i)
        text += (i ? ",\n" : "") + std::string("\"row, ") + std::to_string(i) + "}\":{\"n\":" + std::to_string(i) + "}";
    data::ImportOptions options;
    options.reading.blockBytes = 300;
    auto report = import("rows.json", text + "}", options);
    ASSERT_TRUE(test::succeeded(report));
    EXPECT_EQ(report->manifest.rows, 500);
    EXPECT_EQ(report->manifest.rejected, 0);
    EXPECT_EQ(rowsOf(report->dataset)[499].dump(), R"({"key":"row, 499}","n":499})");
}

TEST_F(Formats, nested_rows_are_flattened_by_rule) {
    data::ImportOptions options;
    options.reading.flatten = ".";
    EXPECT_EQ(rows(import("a.jsonl", "{\"a\":{\"b\":1,\"c\":{\"d\":\"x\"}},\"e\":[1]}\n{\"a\":{\"b\":2}}\n", options)),
              "{\"a.b\":1,\"a.c.d\":\"x\",\"e\":[1]}\n{\"a.b\":2}\n");
    options.reading.flatten.clear();
    options.out = folder / "records";
    options.reading.records = "list";
    auto exploded =
        import("b.jsonl", "{\"id\":1,\"list\":[{\"x\":\"a\"},{\"x\":\"b\",\"id\":9}]}\n{\"id\":2,\"list\":[]}\n{\"id\":3}\n", options);
    EXPECT_EQ(rows(exploded), "{\"id\":1,\"x\":\"a\"}\n{\"id\":1,\"x\":\"b\",\"list.id\":9}\n");
    ASSERT_EQ(exploded->rejected.size(), 1u);
    EXPECT_EQ(exploded->rejected[0].reason, "the row has no list");
    options.out = folder / "path";
    options.reading.records = "result.items";
    EXPECT_EQ(rows(import("c.json", R"({"page":1,"result":{"total":2,"items":[{"a":1},{"a":2}]}})", options)), "{\"a\":1}\n{\"a\":2}\n");
}

TEST_F(Formats, instances_of_self_instruct_become_rows) {
    auto report =
        import("seed.jsonl", R"({"id":"s0","instruction":"Add.","instances":[{"input":"1 2","output":"3"},{"input":"2 2","output":"4"}]})"
                             "\n");
    EXPECT_EQ(rows(report),
              "{\"id\":\"s0\",\"instruction\":\"Add.\",\"input\":\"1 "
              "2\",\"output\":\"3\"}\n{\"id\":\"s0\",\"instruction\":\"Add.\",\"input\":\"2 2\",\"output\":\"4\"}\n");
    EXPECT_EQ(report->manifest.provenance["records"], "instances");
    EXPECT_EQ(report->manifest.mapping.shape, data::Shape::alpaca);
}

TEST_F(Formats, columns_of_fixed_width_are_found) {
    const std::string text =
        " 00004 0001 19970101  2   29.33\n 00004 0001 19970118  2   29.73\n 00021 0002 19970101 12  163.34\n 00050 0003 19970101  1    "
        "6.79\n 00071 0004 19970101  1   13.97\n";
    auto report = import("cd.txt", text);
    ASSERT_TRUE(test::succeeded(report));
    EXPECT_EQ(report->manifest.provenance["format"], "fixed_width");
    EXPECT_EQ(rowsOf(report->dataset)[2].dump(),
              R"({"column_1":"00021","column_2":"0002","column_3":19970101,"column_4":12,"column_5":163.34})");
    data::ImportOptions options;
    options.reading.widths = {5, 5, 3};
    options.reading.header = true;
    auto given = import("given.txt", "name town   n\nJosé Köln   1\nJosephParis22\nBo   Rome   3\n", options);
    ASSERT_TRUE(test::succeeded(given));
    EXPECT_EQ(rows(given), "{\"name\":\"José\",\"town\":\"Köln\",\"n\":1}\n{\"name\":\"Bo\",\"town\":\"Rome\",\"n\":3}\n");
    ASSERT_EQ(given->rejected.size(), 1u);
    EXPECT_EQ(given->rejected[0].line, 3);
    EXPECT_NE(given->rejected[0].reason.find("across the border"), std::string::npos);
    EXPECT_TRUE(data::detectWidths("Call me Ishmael. Some years ago,\nnever mind how long precisely,\nhaving little or no money in "
                                   "my\npurse, and nothing particular to\ninterest me on shore, I thought\nI would sail about a little.\n",
                                   true)
                    .empty());
}

TEST_F(Formats, conll_becomes_lists_of_tokens_and_tags) {
    auto report =
        import("a.conll", "-DOCSTART- -X- -X- O\n\nEU NNP B-NP B-ORG\nrejects VBZ B-VP O\n\nPeter NNP B-NP B-PER\n\nbad NNP\nrow\n");
    ASSERT_TRUE(test::succeeded(report));
    EXPECT_EQ(rows(report),
              "{\"tokens\":[\"EU\",\"rejects\"],\"pos_tags\":[\"NNP\",\"VBZ\"],\"chunk_tags\":[\"B-NP\",\"B-VP\"],\"ner_tags\":[\"B-ORG\","
              "\"O\"]}\n"
              "{\"tokens\":[\"Peter\"],\"pos_tags\":[\"NNP\"],\"chunk_tags\":[\"B-NP\"],\"ner_tags\":[\"B-PER\"]}\n");
    EXPECT_EQ(report->manifest.mapping.shape, data::Shape::tokens);
    ASSERT_EQ(report->rejected.size(), 1u);
    EXPECT_EQ(report->rejected[0].line, 8);
    auto tabs = import("b.txt", "New York\tB-LOC\nis\tO\nbig\tO\n\n\nYes\tO\n");
    EXPECT_EQ(
        rows(tabs),
        "{\"tokens\":[\"New York\",\"is\",\"big\"],\"ner_tags\":[\"B-LOC\",\"O\",\"O\"]}\n{\"tokens\":[\"Yes\"],\"ner_tags\":[\"O\"]}\n");
    auto universal = import("c.conllu",
                            "# text = im "
                            "Haus\n1-2\tim\t_\t_\t_\t_\t_\t_\t_\t_\n1\tin\tin\tADP\t_\t_\t3\tcase\t_\t_\n2\tdem\tder\tDET\t_\t_\t3\tdet\t_"
                            "\t_\n3\tHaus\tHaus\tNOUN\t_\t_\t0\troot\t_\t_\n\n");
    EXPECT_EQ(rows(universal),
              "{\"tokens\":[\"in\",\"dem\",\"Haus\"],\"lemmas\":[\"in\",\"der\",\"Haus\"],\"pos_tags\":[\"ADP\",\"DET\",\"NOUN\"]}\n");
}

TEST_F(Formats, sentences_over_many_blocks_are_whole) {
    std::string text;
    for (int i = 0; i < 300; ++i) text += "w" + std::to_string(i) + " O\nx B-A\n\n";
    data::ImportOptions options;
    options.reading.blockBytes = 128;
    auto report = import("a.conll", text, options);
    ASSERT_TRUE(test::succeeded(report));
    EXPECT_EQ(report->manifest.rows, 300);
    for (const auto& row : rowsOf(report->dataset)) ASSERT_EQ(row["tokens"].size(), 2u);
}

TEST_F(Formats, compressed_files_are_read_as_what_they_hold) {
    const std::string csv = "a,b\n1,x\n2,y\n";
    const std::string expected = "{\"a\":1,\"b\":\"x\"}\n{\"a\":2,\"b\":\"y\"}\n";
    auto gz = importFile(packed("a.csv.gz", csv));
    EXPECT_EQ(rows(gz), expected);
    EXPECT_EQ(gz->manifest.provenance["compression"], "gzip");
    EXPECT_EQ(rows(importFile(packed("a.csv.zst", csv))), expected);
    test::writeZip(folder / "one.zip", {{"sub/a.csv", csv}});
    auto one = importFile(folder / "one.zip");
    EXPECT_EQ(rows(one), expected);
    EXPECT_EQ(one->manifest.provenance["member"], "one.zip/sub/a.csv");
    auto out = *arrow::io::FileOutputStream::Open((folder / "plain.parquet").string());
    ASSERT_TRUE(parquet::arrow::WriteTable(*table(), arrow::default_memory_pool(), out).ok() && out->Close().ok());
    EXPECT_EQ(rows(importFile(packed("t.parquet.gz", *base::readFile(folder / "plain.parquet")))), kTableRows);
}

TEST_F(Formats, folders_patterns_and_archives_are_one_source_with_the_file_beside) {
    test::write(folder / "in/a.csv", "n,t\n1,x\n2,7\n");
    test::write(folder / "in/deep/b.csv", "n,t\n3,y\nbad\n");
    test::write(folder / "in/notes.pdf", "not data");
    test::write(folder / "in/.hidden.csv", "n,t\n9,z\n");
    const std::string expected =
        "{\"file\":\"a.csv\",\"n\":1,\"t\":\"x\"}\n{\"file\":\"a.csv\",\"n\":2,\"t\":\"7\"}\n{\"file\":\"deep/"
        "b.csv\",\"n\":3,\"t\":\"y\"}\n";
    auto all = importFile(folder / "in");
    EXPECT_EQ(rows(all), expected);
    ASSERT_EQ(all->rejected.size(), 1u);
    EXPECT_EQ(all->rejected[0].file, "deep/b.csv");
    EXPECT_EQ(all->rejected[0].line, 3);
    EXPECT_EQ(rows(importFile(folder / "in" / "*.csv")),
              "{\"file\":\"a.csv\",\"n\":1,\"t\":\"x\"}\n{\"file\":\"a.csv\",\"n\":2,\"t\":\"7\"}\n");
    EXPECT_EQ(rows(importFile(folder / "in" / "**/*.csv")), expected);
    EXPECT_EQ(importFile(folder / "in" / "*.parquet").error().code, "no_files");
    test::writeZip(folder / "two.zip", {{"a.csv", "n,t\n1,x\n"}, {"b.jsonl", "{\"n\":2.5,\"more\":[1]}\n"}, {"readme.doc", "no"}});
    EXPECT_EQ(rows(importFile(folder / "two.zip")),
              "{\"file\":\"two.zip/a.csv\",\"n\":1.0,\"t\":\"x\"}\n{\"file\":\"two.zip/b.jsonl\",\"n\":2.5,\"t\":null,\"more\":[1]}\n");
}

TEST_F(Formats, a_file_of_a_folder_that_cannot_be_read_is_named_and_the_others_are_kept) {
    test::write(folder / "in/a.csv", "n\n1\n");
    test::write(folder / "in/b.parquet", "PAR1 but not really");
    test::write(folder / "in/c.csv", "");
    auto report = importFile(folder / "in");
    EXPECT_EQ(rows(report), "{\"file\":\"a.csv\",\"n\":1}\n");
    ASSERT_EQ(report->rejected.size(), 2u);
    EXPECT_EQ(report->rejected[0].file, "b.parquet");
    EXPECT_NE(report->rejected[1].reason.find("is empty"), std::string::npos);
}

TEST_F(Formats, a_large_file_among_small_ones_counts_its_own_lines) {
    std::string text = "n\n";
    for (int i = 0; i < 2000; ++i) text += i == 1500 ? "1,2\n" : std::to_string(i) + "\n";
    test::write(folder / "in/a.csv", "n\n1\nx,y\n");
    test::write(folder / "in/b.csv", text);
    test::write(folder / "in/c.csv", "n\n5\n\n6,7\n");
    data::ImportOptions options;
    options.reading.blockBytes = 512;
    std::set<std::string> hashes;
    for (const int threads : {1, 3}) {
        options.threads = threads;
        options.out = folder / ("set-" + std::to_string(threads));
        auto report = importFile(folder / "in", options);
        ASSERT_TRUE(test::succeeded(report));
        std::string places;
        for (const auto& one : report->rejected) places += one.file + ":" + std::to_string(one.line) + " ";
        EXPECT_EQ(places, "a.csv:3 b.csv:1502 c.csv:4 ");
        EXPECT_EQ(report->manifest.rows, 1 + 1999 + 1);
        hashes.insert(report->manifest.hash);
    }
    EXPECT_EQ(hashes.size(), 1u);
}

TEST_F(Formats, the_first_rows_alone_are_read_when_asked) {
    std::string text;
    for (int i = 0; i < 3000; ++i) text += "{\"n\":" + std::to_string(i) + (i == 500 ? ".5" : "") + "}\n";
    data::ImportOptions options;
    options.reading.blockBytes = 512;
    options.rows = 700;
    auto report = import("a.jsonl", text, options);
    ASSERT_TRUE(test::succeeded(report));
    EXPECT_EQ(report->manifest.rows, 700);
    EXPECT_EQ(rowsOf(report->dataset).back()["n"], 699.0);
}
