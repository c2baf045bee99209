#pragma once
// The dialect of a CSV file and its records. Quotes are as RFC 4180 has them: they open only at the start of a field.

#include <string>
#include <string_view>
#include <vector>

namespace anneal::data {

struct CsvDialect {
    char delimiter = ',';
    char quote = '"';
    bool header = true;
};

struct CsvField {
    std::string_view text;  ///< between the quotes, doubled quotes still doubled where `doubled`
    bool quoted = false;
    bool doubled = false;
};

/// A record that ends nowhere within this many bytes of its opening quote has a stray quote, not a long field.
inline constexpr std::size_t kLongestRecord = std::size_t(8) << 20;

/// One past the line end of the record that begins at `begin`; npos if the text ends before it does.
std::size_t endOfRecord(std::string_view text, std::size_t begin, const CsvDialect& dialect);
/// Fields of one record without its line end. False if a quote is not closed or text follows a closing quote.
bool splitRecord(std::string_view record, const CsvDialect& dialect, std::vector<CsvField>& fields);
/// The field's value; `buffer` holds it where doubled quotes had to be undone.
std::string_view fieldValue(const CsvField& field, char quote, std::string& buffer);

/// Delimiter by how evenly it divides the first records; header if the first record can be none of the values.
CsvDialect detectDialect(std::string_view sample, bool sampleIsWhole, char delimiter);

/// Written as an integer would be: no sign but minus, no leading zeros, within int64.
bool isInteger(std::string_view text);
/// A decimal number that a double holds as written.
bool isReal(std::string_view text);
bool isBoolean(std::string_view text);
/// What tables write for a missing number.
bool isMissing(std::string_view text);

}  // namespace anneal::data
