#include "data/data_fixture.h"
#include "data/sources/excel_workbook.h"
#include "data/workbook_fixture.h"

using namespace anneal;

namespace {

class Excel : public test::DataTest {
protected:
    Result<data::ImportReport> importSheet(const std::string& sheet, data::ImportOptions options = {}, const std::string& properties = "") {
        const auto file = folder / ("book-" + std::to_string(count) + ".xlsx");
        test::writeWorkbook(file, {{"Data", sheet}},
                            {"<t>name</t>", "<t>day</t>", "<t xml:space=\"preserve\">two </t>", "<r><t>Rich </t></r><r><t>text</t></r>"},
                            properties);
        return importFile(file, std::move(options));
    }
};

constexpr const char* kTable =
    R"(<sheetData><row r="2"><c r="B2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c><c r="D2" t="inlineStr"><is><t>at</t></is></c><c r="E2" t="str"><v>sum</v></c><c r="F2" t="str"><v>ok</v></c></row>)"
    R"(<row r="3"><c r="B3" t="s"><v>3</v></c><c r="C3" s="1"><v>45351</v></c><c r="D3" s="2"><v>45351.5208333333</v></c><c r="E3"><f>1+2</f><v>3</v></c><c r="F3" t="b"><v>1</v></c></row>)"
    R"(<row r="5"><c r="B5" t="inlineStr"><is><t>a_x000D_b</t></is></c><c r="C5" s="1"><v>1</v></c><c r="D5" s="2"><v>60.75</v></c><c r="E5"><v>0.1</v></c><c r="F5" t="e"><v>#N/A</v></c></row></sheetData>)";

}  // namespace

TEST_F(Excel, cells_have_the_types_that_their_formats_say) {
    auto report = importSheet(kTable);
    ASSERT_TRUE(test::succeeded(report));
    EXPECT_EQ(report->manifest.provenance["format"], "excel");
    EXPECT_EQ(report->manifest.provenance["sheets"].dump(), R"(["Data"])");
    std::string types;
    for (const auto& column : report->manifest.columns) types += column.name + ":" + column.type + " ";
    EXPECT_EQ(types, "name:string day:date32[day] at:timestamp[us] sum:float64 ok:bool ");
    EXPECT_EQ(textOf(rowsOf(report->dataset)),
              "{\"name\":\"Rich text\",\"day\":\"2024-02-29\",\"at\":\"2024-02-29 12:30:00\",\"sum\":3.0,\"ok\":true}\n"
              "{\"name\":\"a\\rb\",\"day\":\"1900-01-01\",\"at\":\"1900-02-28 18:00:00\",\"sum\":0.1,\"ok\":null}\n");
}

TEST_F(Excel, days_count_from_1904_where_the_workbook_says_so) {
    auto report =
        importSheet(R"(<sheetData><row><c t="inlineStr"><is><t>day</t></is></c></row><row><c s="1"><v>43889</v></c></row></sheetData>)", {},
                    R"(<workbookPr date1904="1"/>)");
    ASSERT_TRUE(test::succeeded(report));
    EXPECT_EQ(rowsOf(report->dataset)[0]["day"], "2024-02-29");
}

TEST_F(Excel, merged_cells_hold_their_value_everywhere) {
    auto report = importSheet(
        R"(<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>group</t></is></c><c r="B1" t="inlineStr"><is><t>n</t></is></c></row>)"
        R"(<row r="2"><c r="A2" t="inlineStr"><is><t>x</t></is></c><c r="B2"><v>1</v></c></row><row r="3"><c r="B3"><v>2</v></c></row></sheetData>)"
        R"(<mergeCells><mergeCell ref="A2:A3"/></mergeCells>)");
    ASSERT_TRUE(test::succeeded(report));
    EXPECT_EQ(textOf(rowsOf(report->dataset)), "{\"group\":\"x\",\"n\":1}\n{\"group\":\"x\",\"n\":2}\n");
}

TEST_F(Excel, text_that_looks_like_a_number_stays_text) {
    auto report = importSheet(
        R"(<sheetData><row><c t="inlineStr"><is><t>code</t></is></c></row><row><c t="inlineStr"><is><t>123</t></is></c></row><row><c><v>4</v></c></row></sheetData>)");
    ASSERT_TRUE(test::succeeded(report));
    EXPECT_EQ(textOf(rowsOf(report->dataset)), "{\"code\":\"123\"}\n{\"code\":\"4\"}\n");
}

TEST_F(Excel, sheets_are_chosen_by_name) {
    const auto sheet = [](const char* value) {
        return std::string(R"(<sheetData><row><c t="inlineStr"><is><t>a</t></is></c></row><row><c><v>)") + value +
               "</v></c></row></sheetData>";
    };
    const auto file = folder / "book.xlsx";
    test::writeWorkbook(file, {{"Empty", "<sheetData/>"}, {"One", sheet("1")}, {"Two &amp; more", sheet("2")}}, {});
    auto first = importFile(file);
    ASSERT_TRUE(test::succeeded(first));
    EXPECT_EQ(first->manifest.provenance["dialect"]["sheet"], "One");
    data::ImportOptions options;
    options.reading.sheet = "Two & more";
    auto second = importFile(file, options);
    ASSERT_TRUE(test::succeeded(second));
    EXPECT_EQ(rowsOf(second->dataset)[0]["a"], 2);
    options.reading.sheet = "*";
    auto all = importFile(file, options);
    ASSERT_TRUE(test::succeeded(all));
    EXPECT_EQ(textOf(rowsOf(all->dataset)), "{\"sheet\":\"One\",\"a\":1}\n{\"sheet\":\"Two & more\",\"a\":2}\n");
    options.reading.sheet = "Twoo & more";
    const auto unknown = importFile(file, options);
    ASSERT_FALSE(unknown);
    EXPECT_EQ(unknown.error().code, "sheet_unknown");
    EXPECT_NE(unknown.error().hint.find("Two & more"), std::string::npos);
}

TEST_F(Excel, a_damaged_workbook_is_refused_with_the_reason) {
    const auto file = folder / "book.xlsx";
    test::writeWorkbook(file, {{"Data", kTable}}, {"<t>name</t>"});
    auto bytes = *base::readFile(file);
    bytes.resize(bytes.size() / 2);
    test::write(folder / "half.xlsx", bytes);
    const auto half = importFile(folder / "half.xlsx");
    ASSERT_FALSE(half);
    EXPECT_EQ(half.error().code, "data_unreadable");
    test::writeZip(folder / "bad.xlsx", {{"xl/workbook.xml", "<workbook><sheets>"}, {"xl/_rels/workbook.xml.rels", "<Relationships/>"}});
    const auto bad = importFile(folder / "bad.xlsx");
    ASSERT_FALSE(bad);
    EXPECT_EQ(bad.error().code, "data_unreadable");
    EXPECT_NE(bad.error().message.find("xl/workbook.xml"), std::string::npos);
}

TEST(ExcelFormat, codes_say_whether_a_number_is_a_date) {
    using data::ExcelNumber;
    EXPECT_EQ(data::numberOfFormat("General"), ExcelNumber::plain);
    EXPECT_EQ(data::numberOfFormat("#,##0.00 \"days\""), ExcelNumber::plain);
    EXPECT_EQ(data::numberOfFormat("[Red]0.00"), ExcelNumber::plain);
    EXPECT_EQ(data::numberOfFormat("d/m/yy"), ExcelNumber::date);
    EXPECT_EQ(data::numberOfFormat("mmm"), ExcelNumber::date);
    EXPECT_EQ(data::numberOfFormat("[$-409]yyyy\"年\"m\"月\";@"), ExcelNumber::date);
    EXPECT_EQ(data::numberOfFormat("mm:ss"), ExcelNumber::time);
    EXPECT_EQ(data::numberOfFormat("[h]:mm"), ExcelNumber::time);
    EXPECT_EQ(data::numberOfFormat("yyyy-mm-dd hh:mm"), ExcelNumber::timestamp);
}
