#include "data/sources/excel_sheet.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdio>

namespace anneal::data {
namespace {

constexpr std::size_t kMostColumns = 16384;  // Excel's own limit
constexpr double kSecondsADay = 86400;

/// "AB12" → column 27, row 12. Column npos where it is no reference.
std::pair<std::size_t, std::int64_t> placeOf(std::string_view reference) {
    std::size_t column = 0, i = 0;
    for (; i < reference.size() && i < 3 && reference[i] >= 'A' && reference[i] <= 'Z'; ++i)
        column = column * 26 + std::size_t(reference[i] - 'A' + 1);
    std::int64_t row = 0;
    std::from_chars(reference.data() + i, reference.data() + reference.size(), row);
    if (i == 0 || column > kMostColumns) return {std::string_view::npos, row};
    return {column - 1, row};
}

}  // namespace

ExcelSheetReader::ExcelSheetReader(const ExcelWorkbook& workbook, const ExcelSheet& sheet) : workbook_(workbook), sheet_(sheet) {}
ExcelSheetReader::~ExcelSheetReader() = default;

Result<std::unique_ptr<ExcelSheetReader>> ExcelSheetReader::open(const ExcelWorkbook& workbook, const ExcelSheet& sheet) {
    std::unique_ptr<ExcelSheetReader> reader(new ExcelSheetReader(workbook, sheet));
    ANNEAL_CHECK(reader->lookThrough());
    ANNEAL_CHECK(reader->restart());
    return reader;
}

Status ExcelSheetReader::lookThrough() {
    std::size_t column = 0, next = 0;
    XmlHandlers handlers;
    handlers.start = [&](std::string_view name, const XmlAttributes& attributes) {
        if (name == "row") {
            ++rows_;
            next = 0;
        } else if (name == "c") {
            const auto place = placeOf(attributes["r"]).first;
            column = place == std::string_view::npos ? next : place;
            next = column + 1;
        } else if ((name == "v" || name == "is") && column < kMostColumns) {
            if (used_.size() <= column) used_.resize(column + 1);
            used_[column] = true;
        } else if (name == "mergeCell") {
            const auto reference = attributes["ref"];
            const auto colon = reference.find(':');
            if (colon == std::string_view::npos) return;
            const auto [left, top] = placeOf(reference.substr(0, colon));
            const auto [right, bottom] = placeOf(reference.substr(colon + 1));
            if (left <= right && right < kMostColumns && top <= bottom) merged_.push_back({top, bottom, left, right, {}});
        }
    };
    XmlStream xml(sheet_.name, std::move(handlers));
    ANNEAL_CHECK(workbook_.archive().read(sheet_.member, [&](std::string_view piece) { return xml.feed(piece, false); }));
    return xml.feed({}, true);
}

Status ExcelSheetReader::restart() {
    ANNEAL_TRY(member, workbook_.archive().member(sheet_.member));
    member_ = std::make_unique<ZipMember>(std::move(member));
    xml_ = std::make_unique<XmlStream>(sheet_.name, handlers());
    drained_ = false;
    ready_.clear();
    rowsRead_ = 0;
    return {};
}

XmlHandlers ExcelSheetReader::handlers() {
    XmlHandlers handlers;
    handlers.start = [this](std::string_view name, const XmlAttributes& attributes) {
        if (name == "row") {
            const auto previous = row_.number;
            row_ = {};
            const auto number = attributes["r"];
            if (std::from_chars(number.data(), number.data() + number.size(), row_.number).ec != std::errc()) row_.number = previous + 1;
        } else if (name == "c") {
            const auto place = placeOf(attributes["r"]).first;
            column_ = place == std::string_view::npos ? row_.cells.size() : place;
            style_ = 0;
            const auto style = attributes["s"];
            std::from_chars(style.data(), style.data() + style.size(), style_);
            type_ = attributes["t"];
            value_.clear();
        }
        if (name == "v" || name == "t") inValue_ = true;
    };
    handlers.text = [this](std::string_view piece) {
        if (inValue_) value_ += piece;
    };
    handlers.end = [this](std::string_view name) {
        if (name == "v" || name == "t") inValue_ = false;
        if (name == "c") finishCell();
        if (name == "row") finishRow();
    };
    return handlers;
}

void ExcelSheetReader::finishCell() {
    if (value_.empty() || column_ >= kMostColumns || type_ == "e") return;
    ExcelCell cell{ExcelCell::Kind::value, {}};
    if (type_ == "s") {
        std::size_t index = 0;
        std::from_chars(value_.data(), value_.data() + value_.size(), index);
        cell = {ExcelCell::Kind::text, std::string(workbook_.string(index))};
    } else if (type_ == "str" || type_ == "inlineStr") {
        cell = {ExcelCell::Kind::text, unescapeExcel(value_)};
    } else if (type_ == "b") {
        cell.text = value_ == "1" ? "true" : "false";
    } else if (type_ == "d") {
        cell.text = value_;
    } else {
        const auto kind = workbook_.numberOf(style_);
        double number = 0;
        const auto parsed = std::from_chars(value_.data(), value_.data() + value_.size(), number);
        cell.text = kind == ExcelNumber::plain || parsed.ec != std::errc() ? value_ : dateText(number, kind);
    }
    if (cell.kind == ExcelCell::Kind::text && cell.text.empty()) return;
    if (row_.cells.size() <= column_) row_.cells.resize(column_ + 1);
    row_.cells[column_] = std::move(cell);
}

void ExcelSheetReader::finishRow() {
    ++rowsRead_;
    for (auto& range : merged_) {
        if (row_.number < range.top || row_.number > range.bottom) continue;
        if (row_.number == range.top && range.left < row_.cells.size()) range.value = row_.cells[range.left];
        if (range.value.kind == ExcelCell::Kind::empty) continue;
        if (row_.cells.size() <= range.right) row_.cells.resize(range.right + 1);
        for (auto column = range.left; column <= range.right; ++column) row_.cells[column] = range.value;
    }
    const bool any =
        std::any_of(row_.cells.begin(), row_.cells.end(), [](const auto& cell) { return cell.kind != ExcelCell::Kind::empty; });
    const auto number = row_.number;
    if (any) ready_.push_back(std::move(row_));
    row_ = {};
    row_.number = number;
}

std::string ExcelSheetReader::dateText(double days, ExcelNumber kind) const {
    auto whole = std::floor(days);
    auto seconds = std::llround((days - whole) * kSecondsADay);
    if (seconds == std::int64_t(kSecondsADay)) {
        seconds = 0;
        ++whole;
    }
    char text[64];
    const auto clock = [&] {
        std::snprintf(text, sizeof text, "%02lld:%02lld:%02lld", seconds / 3600, seconds / 60 % 60, seconds % 60);
        return std::string(text);
    };
    if (kind == ExcelNumber::time && whole == 0) return clock();
    // Excel counts 1900 as a leap year; days after its false 29 February are right from 30 December 1899.
    const auto offset = workbook_.since1904() ? 1462 : whole < 60 ? 1 : 0;
    const std::chrono::sys_days day =
        std::chrono::sys_days(std::chrono::year(1899) / 12 / 30) + std::chrono::days(std::int64_t(whole) + offset);
    const std::chrono::year_month_day date(day);
    if (whole < 0 || whole > 2'958'465) return {};  // beyond 9999-12-31 Excel itself shows nothing
    std::snprintf(text, sizeof text, "%04d-%02u-%02u", int(date.year()), unsigned(date.month()), unsigned(date.day()));
    std::string result = text;
    if (kind == ExcelNumber::date && seconds == 0) return result;
    return result + " " + clock();
}

Result<std::vector<ExcelRow>> ExcelSheetReader::read(std::size_t count) {
    while (!drained_ && ready_.size() < count) {
        ANNEAL_TRY(piece, member_->read());
        drained_ = piece.empty();
        ANNEAL_CHECK(xml_->feed(piece, drained_));
    }
    std::vector<ExcelRow> rows;
    const auto taken = std::min(count, ready_.size());
    rows.assign(std::make_move_iterator(ready_.begin()), std::make_move_iterator(ready_.begin() + std::ptrdiff_t(taken)));
    ready_.erase(ready_.begin(), ready_.begin() + std::ptrdiff_t(taken));
    return rows;
}

double ExcelSheetReader::position() const { return rows_ == 0 ? 1 : double(rowsRead_) / double(rows_); }

}  // namespace anneal::data
