#pragma once
// Small workbooks as Excel writes them.

#include "data/archive_fixture.h"

namespace anneal::test {

/// Sheets by name with their <sheetData> … ; styles: 0 plain, 1 date (14), 2 "yyyy-mm-dd hh:mm", 3 0.00, 4 time (21).
inline void writeWorkbook(const std::filesystem::path& file, const std::vector<std::pair<std::string, std::string>>& sheets,
                          const std::vector<std::string>& strings, const std::string& properties = "") {
    const std::string head = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)";
    const std::string space = R"(xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main")";
    const std::string relation = R"(xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships")";
    std::string book = head + "<workbook " + space + " " + relation + ">" + properties + "<sheets>";
    std::string targets = head + R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)";
    std::map<std::string, std::string> members;
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        const auto n = std::to_string(i + 1);
        book += "<sheet name=\"" + sheets[i].first + "\" sheetId=\"" + n + "\" r:id=\"rId" + n + "\"/>";
        targets += "<Relationship Id=\"rId" + n +
                   "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet" +
                   n + ".xml\"/>";
        members["xl/worksheets/sheet" + n + ".xml"] = head + "<worksheet " + space + ">" + sheets[i].second + "</worksheet>";
    }
    members["xl/workbook.xml"] = book + "</sheets></workbook>";
    members["xl/_rels/workbook.xml.rels"] = targets + "</Relationships>";
    std::string shared = head + "<sst " + space + ">";
    for (const auto& text : strings) shared += "<si>" + text + "</si>";
    members["xl/sharedStrings.xml"] = shared + "</sst>";
    members["xl/styles.xml"] =
        head + "<styleSheet " + space +
        R"(><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd\ hh:mm;@"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>)"
        R"(<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="2"/><xf numFmtId="21"/></cellXfs></styleSheet>)";
    members["[Content_Types].xml"] = head + R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>)";
    writeZip(file, members);
}

}  // namespace anneal::test
