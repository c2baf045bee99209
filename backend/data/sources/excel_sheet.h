#pragma once
// The rows of one sheet of a workbook, in order.

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "data/sources/excel_workbook.h"
#include "data/sources/xml_stream.h"

namespace anneal::data {

struct ExcelCell {
    enum class Kind { empty, text, value };  ///< value: a number, date or truth value as a table's text writes it
    Kind kind = Kind::empty;
    std::string text;
};

struct ExcelRow {
    std::int64_t number = 0;  ///< 1-based, as Excel shows it
    std::vector<ExcelCell> cells;
};

class ExcelSheetReader {
public:
    /// `sheet` is one of the workbook's, which outlives the reader. Looks through the sheet once for what it needs to know first.
    static Result<std::unique_ptr<ExcelSheetReader>> open(const ExcelWorkbook& workbook, const ExcelSheet& sheet);
    ~ExcelSheetReader();

    /// At most `count` rows that hold anything, cells of merged ranges filled; none at the end.
    Result<std::vector<ExcelRow>> read(std::size_t count);
    /// Whether any row has a value in this column (from 0).
    bool used(std::size_t column) const { return column < used_.size() && used_[column]; }
    std::size_t columns() const { return used_.size(); }
    double position() const;

private:
    struct Range {
        std::int64_t top = 0, bottom = 0;
        std::size_t left = 0, right = 0;
        ExcelCell value;
    };
    ExcelSheetReader(const ExcelWorkbook& workbook, const ExcelSheet& sheet);
    Status lookThrough();
    Status restart();
    XmlHandlers handlers();
    void finishCell();
    void finishRow();
    std::string dateText(double days, ExcelNumber kind) const;

    const ExcelWorkbook& workbook_;
    const ExcelSheet& sheet_;
    std::vector<bool> used_;
    std::vector<Range> merged_;
    std::int64_t rows_ = 0, rowsRead_ = 0;

    std::unique_ptr<ZipMember> member_;
    std::unique_ptr<XmlStream> xml_;
    bool drained_ = false;
    std::vector<ExcelRow> ready_;
    ExcelRow row_;
    std::size_t column_ = 0, style_ = 0;
    std::string type_, value_;
    bool inValue_ = false;
};

}  // namespace anneal::data
