#include "data/sources/excel_workbook.h"

#include <charconv>
#include <map>

#include "base/text.h"
#include "data/sources/xml_stream.h"

namespace anneal::data {
namespace {

/// The whole member through `handlers`.
Status parseMember(const ZipArchive& archive, const std::string& place, const std::string& member, XmlHandlers handlers) {
    XmlStream xml(place + ": " + member, std::move(handlers));
    ANNEAL_CHECK(archive.read(member, [&](std::string_view piece) { return xml.feed(piece, false); }));
    return xml.feed({}, true);
}

std::size_t numberIn(std::string_view text) {
    std::size_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

void appendUtf8(std::string& out, unsigned code) {
    if (code < 0x80) {
        out += char(code);
    } else if (code < 0x800) {
        out += {char(0xC0 | code >> 6), char(0x80 | (code & 0x3F))};
    } else {
        out += {char(0xE0 | code >> 12), char(0x80 | (code >> 6 & 0x3F)), char(0x80 | (code & 0x3F))};
    }
}

}  // namespace

std::string unescapeExcel(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        unsigned code = 0;
        const auto* hex = text.data() + i + 2;
        const bool shaped = text.substr(i).size() >= 7 && text.substr(i, 2) == "_x" && text[i + 6] == '_';
        if (shaped && std::from_chars(hex, hex + 4, code, 16).ptr == hex + 4 && (code < 0xD800 || code > 0xDFFF)) {
            appendUtf8(out, code);
            i += 6;
        } else {
            out += text[i];
        }
    }
    return out;
}

ExcelNumber numberOfFormat(std::string_view code) {
    bool date = false, time = false, minutes = false;
    char quoted = 0;
    for (std::size_t i = 0; i < code.size(); ++i) {
        const char c = code[i];
        if (quoted != 0) {
            if (c == quoted) quoted = 0;
            continue;
        }
        switch (c) {
            case '"': quoted = '"'; break;
            case '[':  // a colour, a locale; or [h], hours beyond a day
                if (i + 1 < code.size() && std::string_view("hms").find(code[i + 1]) != std::string_view::npos) time = true;
                quoted = ']';
                break;
            case '\\':
            case '_':
            case '*': ++i; break;
            case ';': i = code.size(); break;  // the first section is that of positive numbers
            case 'y':
            case 'Y':
            case 'd':
            case 'D': date = true; break;
            case 'h':
            case 'H':
            case 's':
            case 'S': time = true; break;
            case 'm':
            case 'M': minutes = true; break;
            case 'G': i += code.substr(i).starts_with("General") ? 6 : 0; break;
            default: break;
        }
    }
    if (minutes && !time) date = true;
    return date && time ? ExcelNumber::timestamp : date ? ExcelNumber::date : time ? ExcelNumber::time : ExcelNumber::plain;
}

Result<ExcelWorkbook> ExcelWorkbook::open(const std::filesystem::path& file, const UnpackLimits& limits) {
    ANNEAL_TRY(archive, ZipArchive::open(file, limits));
    ExcelWorkbook workbook(std::move(archive));
    ANNEAL_CHECK(workbook.readSheets(file.string()));
    ANNEAL_CHECK(workbook.readStrings(file.string()));
    ANNEAL_CHECK(workbook.readStyles(file.string()));
    return workbook;
}

Status ExcelWorkbook::readSheets(const std::string& place) {
    std::map<std::string, std::string, std::less<>> targets;
    XmlHandlers relations;
    relations.start = [&](std::string_view name, const XmlAttributes& attributes) {
        if (name == "Relationship") targets.emplace(attributes["Id"], attributes["Target"]);
    };
    ANNEAL_CHECK(parseMember(archive_, place, "xl/_rels/workbook.xml.rels", std::move(relations)));
    XmlHandlers handlers;
    handlers.start = [&](std::string_view name, const XmlAttributes& attributes) {
        if (name == "workbookPr") since1904_ = attributes["date1904"] == "1" || attributes["date1904"] == "true";
        if (name != "sheet") return;
        // The relation's id is r:id, which differs from the sheet's own sheetId.
        const auto target = targets.find(attributes["id"]);
        if (target == targets.end() || target->second.find("worksheet") == std::string::npos) return;
        const auto& path = target->second;
        const auto member = path.starts_with('/') ? path.substr(1) : "xl/" + path;
        sheets_.push_back({std::string(attributes["name"]), member, !attributes["state"].empty() && attributes["state"] != "visible"});
    };
    ANNEAL_CHECK(parseMember(archive_, place, "xl/workbook.xml", std::move(handlers)));
    if (sheets_.empty()) return fail("empty_data", place + " has no sheet", "choose a workbook with rows");
    return {};
}

Status ExcelWorkbook::readStrings(const std::string& place) {
    if (!archive_.has("xl/sharedStrings.xml")) return {};
    bool text = false, phonetic = false;
    std::string current;
    XmlHandlers handlers;
    handlers.start = [&](std::string_view name, const XmlAttributes&) {
        if (name == "t") text = !phonetic;
        if (name == "rPh") phonetic = true;
    };
    handlers.text = [&](std::string_view piece) {
        if (text) current += piece;
    };
    handlers.end = [&](std::string_view name) {
        if (name == "t") text = false;
        if (name == "rPh") phonetic = false;
        if (name != "si") return;
        strings_ += current.find("_x") == std::string::npos ? current : unescapeExcel(current);
        ends_.push_back(strings_.size());
        current.clear();
    };
    return parseMember(archive_, place, "xl/sharedStrings.xml", std::move(handlers));
}

Status ExcelWorkbook::readStyles(const std::string& place) {
    if (!archive_.has("xl/styles.xml")) return {};
    std::map<std::size_t, ExcelNumber> formats;
    for (const std::size_t id : {14, 15, 16, 17, 27, 30, 31, 36, 50, 57}) formats[id] = ExcelNumber::date;
    for (const std::size_t id : {18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47}) formats[id] = ExcelNumber::time;
    formats[22] = ExcelNumber::timestamp;
    bool cells = false;
    XmlHandlers handlers;
    handlers.start = [&](std::string_view name, const XmlAttributes& attributes) {
        if (name == "numFmt") formats[numberIn(attributes["numFmtId"])] = numberOfFormat(attributes["formatCode"]);
        if (name == "cellXfs") cells = true;
        if (name == "xf" && cells) {
            const auto found = formats.find(numberIn(attributes["numFmtId"]));
            styles_.push_back(found == formats.end() ? ExcelNumber::plain : found->second);
        }
    };
    handlers.end = [&](std::string_view name) {
        if (name == "cellXfs") cells = false;
    };
    return parseMember(archive_, place, "xl/styles.xml", std::move(handlers));
}

std::string_view ExcelWorkbook::string(std::size_t index) const {
    if (index >= ends_.size()) return {};
    const auto begin = index == 0 ? 0 : ends_[index - 1];
    return std::string_view(strings_).substr(begin, ends_[index] - begin);
}

}  // namespace anneal::data
