#include <algorithm>
#include <set>

#include <arrow/table.h>

#include "base/text.h"
#include "data/sources/cell.h"
#include "data/sources/cell_table.h"
#include "data/sources/excel_sheet.h"
#include "data/sources/openers.h"

namespace anneal::data {
namespace {

constexpr std::size_t kRowsABlock = 16384;
constexpr const char* kSheetColumn = "sheet";

/// Where a sheet's table stands: its columns of the sheet and what they are called.
struct Table {
    std::vector<std::size_t> places;
    std::vector<std::string> names;
    bool header = false;
};

struct Rows {
    const Table* table = nullptr;
    std::string sheet;
    std::vector<ExcelRow> rows;
};

/// The rows of one sheet, or of all of them with the sheet's name beside.
class ExcelSource : public Source {
public:
    ExcelSource(ExcelWorkbook workbook, std::vector<ExcelSheet> sheets, std::optional<bool> header)
        : workbook_(std::move(workbook)), sheets_(std::move(sheets)), tables_(sheets_.size()), header_(header) {}
    std::string_view format() const override { return "excel"; }
    Conflict conflict() const override { return Conflict::toText; }
    double position() const override { return (double(sheet_) + (reader_ ? reader_->position() : 0)) / double(sheets_.size()); }
    Status rewind() override {
        sheet_ = 0;
        reader_.reset();
        return {};
    }
    OrderedJson details() const override {
        auto all = OrderedJson::array(), read = OrderedJson::array();
        for (const auto& sheet : workbook_.sheets()) all.push_back(sheet.name);
        for (const auto& sheet : sheets_) read.push_back(sheet.name);
        OrderedJson found = {{"sheets", all}, {"dialect", {{"sheet", read.size() == 1 ? read[0] : read}}}};
        if (!tables_.empty()) found["dialect"]["header"] = tables_.front().header;
        return found;
    }
    Result<std::optional<Block>> next() override {
        for (; sheet_ < sheets_.size(); ++sheet_, reader_.reset()) {
            const bool first = !reader_;
            std::vector<ExcelRow> rows;
            if (first) ANNEAL_CHECK(openSheet(rows));
            ANNEAL_TRY(more, reader_->read(kRowsABlock));
            rows.insert(rows.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
            if (rows.empty()) continue;
            Block block;
            block.first = first;
            block.owner = std::make_shared<const Rows>(Rows{&tables_[sheet_], sheets_[sheet_].name, std::move(rows)});
            return block;
        }
        return std::nullopt;
    }
    Result<Parsed> parse(const Block& block, const arrow::Schema& expected) const override {
        const auto& batch = *std::static_pointer_cast<const Rows>(block.owner);
        const bool several = sheets_.size() > 1;
        auto names = batch.table->names;
        if (several) names.insert(names.begin(), kSheetColumn);
        CellTable table(names, expected);
        do {
            for (const auto& row : batch.rows) {
                if (several) table[0].appendText(batch.sheet);
                for (std::size_t i = 0; i < batch.table->places.size(); ++i) {
                    auto& column = table[i + several];
                    const auto place = batch.table->places[i];
                    if (place >= row.cells.size() || row.cells[place].kind == ExcelCell::Kind::empty)
                        column.appendNull();
                    else if (row.cells[place].kind == ExcelCell::Kind::text)
                        column.appendText(row.cells[place].text);
                    else
                        column.append(row.cells[place].text, false);
                }
            }
        } while (table.restart());
        Parsed parsed;
        parsed.rows = std::int64_t(batch.rows.size());
        parsed.table = table.finish(parsed.rows);
        parsed.nulls = {names.begin(), names.end()};
        return parsed;
    }

private:
    /// The first row that holds anything names the columns if all its cells are different texts; else it is given in `first`.
    Status openSheet(std::vector<ExcelRow>& first) {
        ANNEAL_TRY(reader, ExcelSheetReader::open(workbook_, sheets_[sheet_]));
        ANNEAL_TRY(row, reader->read(1));
        first = std::move(row);
        Table table;
        std::set<std::string> distinct;
        table.header = !first.empty();
        for (std::size_t place = 0; place < reader->columns(); ++place) {
            if (!reader->used(place)) continue;
            table.places.push_back(place);
            table.names.emplace_back();
            if (first.empty() || place >= first[0].cells.size()) continue;
            const auto& cell = first[0].cells[place];
            if (cell.kind == ExcelCell::Kind::empty) continue;
            table.header = table.header && cell.kind == ExcelCell::Kind::text && distinct.insert(cell.text).second;
            table.names.back() = cell.text;
        }
        table.header = header_.value_or(table.header);
        if (table.header)
            first.clear();
        else
            std::fill(table.names.begin(), table.names.end(), std::string());
        table.names = columnNames(table.names);
        tables_[sheet_] = std::move(table);
        reader_ = std::move(reader);
        return {};
    }

    ExcelWorkbook workbook_;
    std::vector<ExcelSheet> sheets_;
    std::vector<Table> tables_;  ///< of each sheet, once it was opened
    std::optional<bool> header_;
    std::size_t sheet_ = 0;
    std::unique_ptr<ExcelSheetReader> reader_;
};

Result<std::vector<ExcelSheet>> chosenSheets(const ExcelWorkbook& workbook, const std::string& wanted, const std::string& place) {
    std::vector<ExcelSheet> visible;
    std::vector<std::string> names;
    for (const auto& sheet : workbook.sheets()) {
        names.push_back(sheet.name);
        if (sheet.name == wanted) return std::vector<ExcelSheet>{sheet};
        if (!sheet.hidden) visible.push_back(sheet);
    }
    if (wanted == "*") return visible;
    if (!wanted.empty()) {
        const auto near = base::nearest(wanted, names);
        return fail("sheet_unknown", place + " has no sheet \"" + wanted + "\"",
                    near ? "did you mean \"" + *near + "\"?" : "its sheets are " + base::join(names, ", "));
    }
    for (const auto& sheet : visible) {
        ANNEAL_TRY(reader, ExcelSheetReader::open(workbook, sheet));
        ANNEAL_TRY(rows, reader->read(1));
        if (!rows.empty()) return std::vector<ExcelSheet>{sheet};
    }
    return fail("no_rows", place + ": no visible sheet holds a row", "choose a workbook with rows, or name a sheet with --sheet");
}

}  // namespace

Opened openExcel(const std::filesystem::path& file, const SourceOptions& options) {
    ANNEAL_TRY(workbook, ExcelWorkbook::open(file, options.limits));
    ANNEAL_TRY(sheets, chosenSheets(workbook, options.sheet, file.string()));
    return std::make_unique<ExcelSource>(std::move(workbook), std::move(sheets), options.header);
}

}  // namespace anneal::data
