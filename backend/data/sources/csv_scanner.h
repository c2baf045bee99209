#pragma once
// CSV text cut into records and fields, 64 bytes at a time.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "data/sources/csv_dialect.h"

namespace anneal::data {

struct CsvField {
    std::string_view text;  ///< between the quotes, as written
    bool quoted = false;
    bool escaped = false;  ///< holds doubled quotes or escapes: fieldValue undoes them
};

/// The field's value; `buffer` holds it where escapes had to be undone.
std::string_view fieldValue(const CsvField& field, const CsvDialect& dialect, std::string& buffer);

class CsvScanner {
public:
    /// `whole`: nothing follows the text, so that its end ends the last record.
    CsvScanner(std::string_view text, const CsvDialect& dialect, bool whole);

    /// The next record; false at the end, or where the record that begins here does not end in the text.
    bool next();
    const std::vector<CsvField>& fields() const { return fields_; }
    std::string_view record() const { return record_; }  ///< without its line end
    bool broken() const { return broken_; }              ///< a quote is not closed, or text follows one within its field
    std::size_t position() const { return at_; }         ///< one past the last record
    std::int64_t lines() const { return lines_; }        ///< line ends so far
    /// One past the last record that ends within the text; the fields are not looked at.
    std::size_t skipToLast();

private:
    std::size_t nextMark(std::size_t from);
    std::uint64_t marksOf(std::size_t block) const;
    std::size_t closingQuote(std::size_t from, bool& escaped);
    bool endRecord(std::size_t begin, std::size_t end, bool atLineEnd);
    bool brokenRecord(std::size_t begin);

    std::string_view text_;
    CsvDialect dialect_;
    bool whole_;
    std::size_t at_ = 0;
    std::size_t block_ = std::size_t(-1);  ///< which 64 bytes `marks_` speaks of
    std::uint64_t marks_ = 0;
    std::int64_t lines_ = 0;
    std::vector<CsvField> fields_;
    std::string_view record_;
    bool broken_ = false;
};

}  // namespace anneal::data
