#pragma once
// What an .xlsx workbook keeps beside its sheets: their names, shared strings and number formats.

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "data/sources/zip_archive.h"

namespace anneal::data {

/// What a number stands for, by its cell's format.
enum class ExcelNumber { plain, date, time, timestamp };

struct ExcelSheet {
    std::string name;
    std::string member;  ///< in the archive
    bool hidden = false;
};

class ExcelWorkbook {
public:
    static Result<ExcelWorkbook> open(const std::filesystem::path& file, const UnpackLimits& limits);

    const ZipArchive& archive() const { return archive_; }
    const std::vector<ExcelSheet>& sheets() const { return sheets_; }
    bool since1904() const { return since1904_; }
    /// Empty where the workbook has no such string.
    std::string_view string(std::size_t index) const;
    ExcelNumber numberOf(std::size_t style) const { return style < styles_.size() ? styles_[style] : ExcelNumber::plain; }

private:
    explicit ExcelWorkbook(ZipArchive archive) : archive_(std::move(archive)) {}
    Status readSheets(const std::string& place);
    Status readStrings(const std::string& place);
    Status readStyles(const std::string& place);

    ZipArchive archive_;
    std::vector<ExcelSheet> sheets_;
    bool since1904_ = false;
    std::string strings_;
    std::vector<std::size_t> ends_;  ///< of each string in `strings_`
    std::vector<ExcelNumber> styles_;
};

/// What a number format such as "yyyy-mm-dd" or "0.00" makes of a number.
ExcelNumber numberOfFormat(std::string_view code);
/// Excel writes control characters in its XML as _x000D_.
std::string unescapeExcel(std::string_view text);

}  // namespace anneal::data
