#include "data/data_fixture.h"
#include "data/sources/cell.h"
#include "data/sources/csv_dialect.h"
#include "data/sources/csv_scanner.h"

using namespace anneal;

namespace {

class Csv : public test::DataTest {
protected:
    static std::string types(const data::Manifest& manifest) {
        std::string text;
        for (const auto& column : manifest.columns) text += (text.empty() ? "" : " ") + column.name + ":" + column.type;
        return text;
    }
    OrderedJson provenance(const std::string& name, std::string_view text) {
        auto report = import(name, text);
        return report ? report->manifest.provenance : OrderedJson(report.error().message);
    }
};

/// Records and fields of a text, "a|b" a record.
std::vector<std::string> records(std::string_view text, const data::CsvDialect& dialect = {}) {
    std::vector<std::string> all;
    data::CsvScanner scanner(text, dialect, true);
    std::string buffer;
    while (scanner.next()) {
        std::string joined = scanner.broken() ? "!" : "";
        for (const auto& field : scanner.fields()) joined += std::string(data::fieldValue(field, dialect, buffer)) + "|";
        all.push_back(joined);
    }
    return all;
}

std::vector<std::string> list(std::initializer_list<const char*> texts) { return {texts.begin(), texts.end()}; }

}  // namespace

TEST_F(Csv, records_are_cut_at_line_ends_outside_quotes) {
    EXPECT_EQ(records("a,b\n1,\"x\ny\"\n"), list({"a|b|", "1|x\ny|"}));
    EXPECT_EQ(records("a,\"b\"\"c\"\r\n,\r\n"), list({"a|b\"c|", "||"}));
    EXPECT_EQ(records("5\" pipe,x\n"), list({"5\" pipe|x|"}));
    EXPECT_EQ(records("a,\"b\"x,c\nd,e\n"), list({"!a|b|", "d|e|"}));
    EXPECT_EQ(records("a,\"never closed\nb,c\n"), list({"!a|", "b|c|"}));
    EXPECT_EQ(records("last,line"), list({"last|line|"}));
}

TEST_F(Csv, records_longer_than_a_block_of_the_scanner_are_whole) {
    const std::string field(1000, 'x');
    EXPECT_EQ(records(field + ",\"" + field + "\"\"\n" + field + "\"\nz\n"),
              (std::vector<std::string>{field + "|" + field + "\"\n" + field + "|", "z|"}));
}

TEST_F(Csv, a_text_cut_anywhere_gives_the_same_records) {
    std::string text;
    for (int i = 0; i < 400; ++i) text += std::to_string(i) + (i % 3 ? ",\"a, \"\"b\"\"\nc\"" : ",5\" pipe") + (i % 5 ? "\n" : "\r\n");
    const auto whole = records(text);
    for (const std::size_t block : {64, 100, 257, 1024, 5000}) {
        std::vector<std::string> pieced;
        std::string rest = text;
        while (!rest.empty()) {
            auto size = std::min(block, rest.size());
            auto cut = size == rest.size() ? size : data::CsvScanner(std::string_view(rest).substr(0, size), {}, false).skipToLast();
            for (; cut == 0;
                 cut = size == rest.size() ? size : data::CsvScanner(std::string_view(rest).substr(0, size), {}, false).skipToLast())
                size = std::min(size * 2, rest.size());
            const auto part = records(std::string_view(rest).substr(0, cut));
            pieced.insert(pieced.end(), part.begin(), part.end());
            rest.erase(0, cut);
        }
        EXPECT_EQ(pieced, whole) << block;
    }
}

TEST_F(Csv, the_dialect_is_detected_and_shown) {
    EXPECT_EQ(provenance("a.csv", "x;y\n1;2\n3;4\n")["dialect"].dump(), R"({"delimiter":";","quote":"\"","header":true})");
    EXPECT_EQ(provenance("b.csv", "a|b|c\n1|2|3\n")["dialect"]["delimiter"], "|");
    EXPECT_EQ(provenance("c.csv", "1,2\n3,4\n")["dialect"]["header"], false);
    EXPECT_EQ(provenance("d.csv", "name;price\nx;1,5\ny;20,25\n")["dialect"]["decimal"], ",");
    EXPECT_EQ(provenance("e.csv", "a,b\n'x, y',1\n'it''s',2\n")["dialect"]["quote"], "'");
    EXPECT_EQ(provenance("f.csv", "a,b\nx\\, y,1\nz,2\nq\\,r,3\n")["dialect"]["escape"], "\\");
    EXPECT_EQ(provenance("g.csv", "a,b\r1,2\r3,4\r")["dialect"]["line_end"], "CR");
    EXPECT_EQ(provenance("h.tsv", "\"Hello\t1\nsay \"x\" now\t0\n\"open\t1\n")["dialect"]["quote"], "none");
}

TEST_F(Csv, escapes_and_single_quotes_are_undone_in_the_values) {
    auto escaped = import("a.csv", "a,b\nx\\, y,1\nz,2\nq\\,r,3\n");
    ASSERT_TRUE(test::succeeded(escaped));
    EXPECT_EQ(rowsOf(escaped->dataset)[0]["a"], "x, y");
    EXPECT_EQ(escaped->manifest.rejected, 0);
    auto quoted = import("b.csv", "a,b\n'x, y',1\n'it''s',2\n");
    ASSERT_TRUE(test::succeeded(quoted));
    EXPECT_EQ(rowsOf(quoted->dataset)[1]["a"], "it's");
}

TEST_F(Csv, old_line_ends_part_rows) {
    auto report = import("a.csv", "a,b\r1,2\r3,4\r");
    ASSERT_TRUE(test::succeeded(report));
    EXPECT_EQ(textOf(rowsOf(report->dataset)), "{\"a\":1,\"b\":2}\n{\"a\":3,\"b\":4}\n");
}

TEST_F(Csv, decimal_commas_are_numbers_and_thousands_are_left_alone) {
    auto report = import("a.csv", "name;price;total\nx;1,5;1.234,5\ny;20,25;2.000,0\n");
    ASSERT_TRUE(test::succeeded(report));
    EXPECT_EQ(types(report->manifest), "name:string price:float64 total:string");
    EXPECT_EQ(rowsOf(report->dataset)[0].dump(), R"({"name":"x","price":1.5,"total":"1.234,5"})");
    auto thousands = import("b.csv", "a,amount\n1,\"43,774.58\"\n2,\"1,234\"\n");
    ASSERT_TRUE(test::succeeded(thousands));
    EXPECT_EQ(rowsOf(thousands->dataset)[0]["amount"], "43,774.58");
    auto ambiguous = import("c.csv", "a;amount\n1;1,234\n2;5,678\n");
    ASSERT_TRUE(test::succeeded(ambiguous));
    EXPECT_EQ(rowsOf(ambiguous->dataset)[0]["amount"], "1,234");
}

TEST_F(Csv, types_come_from_all_rows) {
    std::string text = "id,day,at,ok,code,gap,late\n";
    for (int i = 1; i <= 3000; ++i)
        text += std::to_string(i) + ",2024-02-29,2024-02-29 12:30:00," + (i % 2 ? "true" : "false") + ",007," + (i % 7 ? "1" : "NA") + "," +
                (i == 2900 ? "word" : "5") + "\n";
    data::ImportOptions options;
    options.reading.blockBytes = 8192;
    auto report = import("a.csv", text, options);
    ASSERT_TRUE(test::succeeded(report));
    EXPECT_EQ(types(report->manifest), "id:int64 day:date32[day] at:timestamp[us] ok:bool code:string gap:int64 late:string");
    const auto rows = rowsOf(report->dataset);
    ASSERT_EQ(rows.size(), 3000u);
    EXPECT_EQ(rows[0].dump(), R"({"id":1,"day":"2024-02-29","at":"2024-02-29 12:30:00","ok":true,"code":"007","gap":1,"late":"5"})");
    EXPECT_EQ(rows[6]["gap"], nullptr);
    EXPECT_EQ(rows[2899]["late"], "word");
}

TEST_F(Csv, a_column_of_text_keeps_what_another_would_take_for_missing) {
    auto report = import("a.csv", "name,n\nNA,NA\nNull Island,3\n,\n\"\",\"\"\n");
    ASSERT_TRUE(test::succeeded(report));
    EXPECT_EQ(textOf(rowsOf(report->dataset)),
              "{\"name\":\"NA\",\"n\":null}\n{\"name\":\"Null Island\",\"n\":3}\n{\"name\":null,\"n\":null}\n{\"name\":\"\",\"n\":null}\n");
}

TEST_F(Csv, encodings_are_detected_and_shown) {
    struct Case {
        const char* encoding;
        std::string bytes;
    };
    const std::string utf8 = "name,town\nJosé,Köln\n";
    for (const auto& one : std::vector<Case>{{"UTF-8", utf8}, {"windows-1252", "name,town\nJos\xE9,K\xF6ln\n"}}) {
        auto report = import("a.csv", one.bytes);
        ASSERT_TRUE(test::succeeded(report));
        EXPECT_EQ(report->manifest.provenance["encoding"], one.encoding);
        EXPECT_EQ(rowsOf(report->dataset)[0].dump(), R"({"name":"José","town":"Köln"})") << one.encoding;
    }
    EXPECT_EQ(provenance("b.csv", "a,b\n\xC4\xE3\xBA\xC3,\xCA\xC0\xBD\xE7\n")["encoding"], "GB18030");
    EXPECT_EQ(provenance("c.csv", "\xEF\xBB\xBFname,n\nx,1\n")["byte_order_mark"], true);
    const auto wide = provenance("d.csv", std::string_view("\xFF\xFE"
                                                           "a\0,\0b\0\n\0"
                                                           "1\0,\0\xE9\0\n\0",
                                                           18));
    EXPECT_EQ(wide["encoding"], "UTF-16LE");
}

TEST_F(Csv, ragged_and_damaged_rows_are_rejected_with_their_lines) {
    auto report = import("a.csv", "a,b,c\n1,2,3\n4,5\n6,7,8,9\n\"x\ny\",\"z\"q,1\n\xff,1,2\n7,é,ü\n");
    ASSERT_TRUE(test::succeeded(report));
    EXPECT_EQ(report->manifest.rows, 2);
    std::string reasons;
    for (const auto& one : report->rejected) reasons += std::to_string(one.line) + ": " + one.reason + "\n";
    EXPECT_EQ(reasons,
              "3: 2 fields where the header has 3\n4: 4 fields where the header has 3\n"
              "5: a quote is not closed, or text follows it within the field\n7: invalid UTF-8 at byte 1 of the row\n");
    EXPECT_EQ(report->reasons[0]["count"], 2);
}

TEST(Cell, text_is_a_number_only_where_it_reads_back_the_same) {
    EXPECT_EQ(data::integerOf("-12"), -12);
    EXPECT_EQ(data::integerOf("9223372036854775807"), INT64_MAX);
    EXPECT_EQ(data::integerOf("-9223372036854775808"), INT64_MIN);
    for (const auto* text : {"", "-", "007", "-0", "+1", "1 ", "9223372036854775808", "1e3", "٣"})
        EXPECT_FALSE(data::integerOf(text)) << text;
    EXPECT_EQ(data::realOf(".5"), 0.5);
    EXPECT_EQ(data::realOf("-1.25e3"), -1250);
    EXPECT_EQ(data::realOf("0,25", ','), 0.25);
    for (const auto* text : {"", ".", "1.2.3", "00.5", "inf", "nan", "1,5", "0x10", "1e999", "1.23456789012345678901"})
        EXPECT_FALSE(data::realOf(text)) << text;
    EXPECT_FALSE(data::realOf("1.5", ','));
}

TEST(Cell, dates_are_those_of_the_calendar) {
    EXPECT_EQ(data::dateOf("1970-01-02"), 1);
    EXPECT_EQ(data::dateOf("2024-02-29"), 19782);
    EXPECT_FALSE(data::dateOf("2023-02-29"));
    EXPECT_FALSE(data::dateOf("16/07/2010"));
    EXPECT_EQ(data::timestampOf("1970-01-01 00:00:01.5"), 1'500'000);
    EXPECT_EQ(data::timestampOf("1970-01-01T00:01:00"), 60'000'000);
    EXPECT_FALSE(data::timestampOf("1970-01-01 24:00:00"));
    EXPECT_FALSE(data::timestampOf("1970-01-01 00:00:00+02"));
}

TEST_F(Csv, real_tables_show_their_dialect) {
    const auto shared = test::sharedData() / "tabular";
    if (!std::filesystem::exists(shared)) GTEST_SKIP() << "reference data is not beside the checkout";
    struct Case {
        const char* file;
        const char* delimiter;
        bool header;
        std::int64_t rows;
    };
    for (const auto& one : std::vector<Case>{{"clevercsv_airedale.csv", ",", true, 54},
                                             {"clevercsv_imdb.csv", ",", true, 100},
                                             {"clevercsv_milk.csv", "tab", true, -1},
                                             {"adult_1100.csv", ",", true, 1100},
                                             {"taxis.csv", ",", true, 6433},
                                             {"penguins.csv", ",", true, 344}}) {
        auto report = importFile(shared / one.file);
        ASSERT_TRUE(test::succeeded(report)) << one.file;
        const auto& dialect = report->manifest.provenance["dialect"];
        EXPECT_EQ(dialect["delimiter"], one.delimiter) << one.file;
        EXPECT_EQ(dialect["header"], one.header) << one.file;
        EXPECT_EQ(report->manifest.rejected, 0) << one.file;
        if (one.rows > 0) {
            EXPECT_EQ(report->manifest.rows, one.rows) << one.file;
        }
    }
    auto imdb = importFile(shared / "clevercsv_imdb.csv");
    ASSERT_TRUE(test::succeeded(imdb));
    for (const auto& row : rowsOf(imdb->dataset)) EXPECT_EQ(row["title"].get<std::string>().find('\\'), std::string::npos);
}
