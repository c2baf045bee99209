#pragma once
// The dialect of a CSV file. Quotes are as RFC 4180 has them: they open only at the start of a field.

#include <cstddef>
#include <string_view>

#include "base/json.h"

namespace anneal::data {

struct CsvDialect {
    char delimiter = ',';
    char quote = '"';     ///< 0: none
    char escape = 0;      ///< takes the next character as it is; 0: quotes are doubled instead
    char lineEnd = '\n';  ///< '\r' in files of old
    char decimal = '.';   ///< ',' where the numbers say so
    bool header = true;
    bool operator==(const CsvDialect&) const = default;
};

/// A record that ends nowhere within this many bytes of its opening quote has a stray quote, not a long field.
inline constexpr std::size_t kLongestRecord = std::size_t(8) << 20;

/// What a person knows already; the rest is detected.
struct CsvHints {
    char delimiter = 0;
    std::optional<char> quote;
    std::optional<bool> header;
};

/// Delimiter, quote and escape by how evenly they divide the first records; header if the first record can be none of the values.
CsvDialect detectDialect(std::string_view sample, bool sampleIsWhole, const CsvHints& hints = {});
/// Share of the first records that have as many fields as most.
double evenness(std::string_view sample, bool sampleIsWhole, const CsvDialect& dialect);

/// {"delimiter", "quote", "escape"?, "header", "decimal"?, "line_end"}
OrderedJson toJson(const CsvDialect& dialect);

}  // namespace anneal::data
