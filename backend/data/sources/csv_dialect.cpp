#include "data/sources/csv_dialect.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "data/sources/cell.h"
#include "data/sources/csv_scanner.h"

namespace anneal::data {
namespace {

constexpr int kRecordsLookedAt = 100;
constexpr int kRecordsForDecimal = 2000;
constexpr std::size_t kLongestName = 1000;
constexpr std::size_t kLongestNameAlone = 100;

/// Visits the first records that are not empty.
template <class Visit>
void firstRecords(std::string_view sample, bool whole, const CsvDialect& dialect, int count, Visit&& visit) {
    CsvScanner scanner(sample, dialect, whole);
    for (int seen = 0; seen < count && scanner.next();) {
        if (scanner.record().empty()) continue;
        ++seen;
        visit(scanner);
    }
}

/// Names are texts that differ. Below long ones, or some that come twice, there must be values of another type.
bool looksLikeHeader(std::string_view sample, bool whole, const CsvDialect& dialect) {
    std::set<std::string> names;
    std::string buffer;
    bool first = true, fits = true, twice = false, values = false;
    std::size_t longest = 0;
    firstRecords(sample, whole, dialect, kRecordsLookedAt, [&](const CsvScanner& scanner) {
        for (const auto& field : scanner.fields()) {
            const auto value = fieldValue(field, dialect, buffer);
            const auto type = typeOfCell(value, dialect.decimal);
            const bool text = type == ColumnType::text;
            if (!first) {
                values = values || (!text && type != ColumnType::null);
                continue;
            }
            fits = fits && (text || (type == ColumnType::null && scanner.fields().size() > 1)) && !scanner.broken();
            twice = twice || !(value.empty() || names.insert(std::string(value)).second);
            longest = std::max(longest, value.size());
        }
        first = false;
    });
    return fits && !names.empty() && (values || !twice) && longest <= (values ? kLongestName : kLongestNameAlone);
}

/// "1,5" and "0,25" can only be decimals; "1,234" could be a thousand, and says nothing.
bool isDecimalComma(std::string_view text) {
    const auto comma = text.find(',');
    if (comma == std::string_view::npos || !realOf(text, ',')) return false;
    const auto whole = comma - (text.starts_with('-') ? 1 : 0);
    return text.size() - comma - 1 != 3 || whole > 3 || text.substr(0, comma).ends_with('0');
}

bool hasDecimalCommas(std::string_view sample, bool whole, const CsvDialect& dialect) {
    std::size_t commas = 0, points = 0;
    std::string buffer;
    firstRecords(sample, whole, dialect, kRecordsForDecimal, [&](const CsvScanner& scanner) {
        for (const auto& field : scanner.fields()) {
            const auto value = fieldValue(field, dialect, buffer);
            commas += isDecimalComma(value);
            points += value.find('.') != std::string_view::npos && realOf(value);
        }
    });
    return commas > 0 && points == 0;
}

std::string_view shown(char c) {
    switch (c) {
        case '\t': return "tab";
        case ' ': return "space";
        case 0: return "none";
        default: break;
    }
    static constexpr std::string_view kAscii =
        " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~";
    return c >= ' ' && c <= '~' ? kAscii.substr(std::size_t(c - ' '), 1) : "other";
}

}  // namespace

double evenness(std::string_view sample, bool sampleIsWhole, const CsvDialect& dialect) {
    std::vector<std::size_t> counts;
    std::size_t broken = 0;
    firstRecords(sample, sampleIsWhole, dialect, kRecordsLookedAt, [&](const CsvScanner& scanner) {
        broken += scanner.broken();
        counts.push_back(scanner.broken() ? 0 : scanner.fields().size());
    });
    if (counts.empty()) return 0;
    auto sorted = counts;
    std::nth_element(sorted.begin(), sorted.begin() + std::ptrdiff_t(sorted.size() / 2), sorted.end());
    const auto usual = sorted[sorted.size() / 2];
    if (usual < 2) return 0;
    return double(std::count(counts.begin(), counts.end(), usual)) / double(counts.size());
}

CsvDialect detectDialect(std::string_view sample, bool sampleIsWhole, const CsvHints& hints) {
    CsvDialect plain;
    if (sample.find('\n') == std::string_view::npos && sample.find('\r') != std::string_view::npos) plain.lineEnd = '\r';
    if (hints.quote) plain.quote = *hints.quote;
    if (hints.delimiter) plain.delimiter = hints.delimiter;

    auto best = plain;
    double most = 0;
    // More fields break ties between delimiters; the plainer reading of quotes and escapes keeps its place unless another divides better.
    const auto consider = [&](CsvDialect dialect) {
        auto score = evenness(sample, sampleIsWhole, dialect);
        if (score == 0) return;
        std::size_t fields = 0;
        firstRecords(sample, sampleIsWhole, dialect, 1, [&](const CsvScanner& scanner) { fields = scanner.fields().size(); });
        score *= 1 + 0.02 * double(std::min<std::size_t>(fields, 20));
        if (score > most * 1.0001) {
            most = score;
            best = dialect;
        }
    };
    const std::string delimiters = hints.delimiter ? std::string(1, hints.delimiter) : ",\t;|";
    for (const char delimiter : delimiters) {
        plain.delimiter = delimiter;
        consider(plain);
    }
    plain = best;
    for (const char quote : {'\'', '\0'}) {
        // Without quotes only tabs part values well enough.
        if (hints.quote || (quote == 0 && plain.delimiter != '\t') || sample.find(quote ? quote : plain.quote) == std::string_view::npos)
            continue;
        auto dialect = plain;
        dialect.quote = quote;
        consider(dialect);
    }
    if (sample.find('\\') != std::string_view::npos) {
        auto dialect = plain;
        dialect.escape = '\\';
        consider(dialect);
    }
    if (best.delimiter != ',' && hasDecimalCommas(sample, sampleIsWhole, best)) best.decimal = ',';
    best.header = hints.header.value_or(looksLikeHeader(sample, sampleIsWhole, best));
    return best;
}

OrderedJson toJson(const CsvDialect& dialect) {
    OrderedJson found = {{"delimiter", shown(dialect.delimiter)}, {"quote", shown(dialect.quote)}};
    if (dialect.escape) found["escape"] = shown(dialect.escape);
    found["header"] = dialect.header;
    if (dialect.decimal != '.') found["decimal"] = shown(dialect.decimal);
    if (dialect.lineEnd == '\r') found["line_end"] = "CR";
    return found;
}

}  // namespace anneal::data
