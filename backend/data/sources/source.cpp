#include "data/sources/source.h"

#include <algorithm>

#include "base/text.h"
#include "data/sources/csv_dialect.h"
#include "data/sources/json_rows.h"
#include "data/sources/openers.h"
#include "data/sources/text_input.h"

namespace anneal::data {
namespace {

/// "rows.jsonl.gz" → ".jsonl"
std::string extensionOf(const std::filesystem::path& file) {
    auto extension = base::toLower(file.extension().string());
    if (extension == ".gz" || extension == ".zst") extension = base::toLower(file.stem().extension().string());
    return extension;
}

Result<std::string> formatByContent(const std::filesystem::path& file, const SourceOptions& options) {
    ANNEAL_TRY(input, TextInput::open(file, options.encoding, true, options.blockBytes));
    const auto sample = input.sample();
    const auto begin = skipSpace(sample, 0);
    if (begin < sample.size() && (sample[begin] == '{' || sample[begin] == '[')) {
        const auto line = sample.substr(begin, sample.find('\n', begin) - begin);
        if (isJsonDocument(line) || endOfValue(sample, begin) != std::string_view::npos) return "json";
    }
    if (sample.substr(0, 4096).find('\0') != std::string_view::npos)
        return fail("format_unknown", file.string() + " is not text, Parquet, JSON or CSV", "name the format with --format");
    const auto dialect = detectDialect(sample, input.sampleIsWhole(), 0);
    std::vector<CsvField> fields;
    const auto line = sample.substr(0, std::min(endOfRecord(sample, 0, dialect), sample.size()));
    return splitRecord(line, dialect, fields) && fields.size() > 1 && dialect.header ? "csv" : "text";
}

}  // namespace

Result<std::unique_ptr<Source>> openSource(const std::filesystem::path& file, const SourceOptions& options) {
    std::error_code error;
    if (!std::filesystem::exists(file, error)) return fail("file_not_found", file.string() + " does not exist", "check the path");
    if (!std::filesystem::is_regular_file(file, error)) return fail("not_a_file", file.string() + " is not a file", "name a file");
    if (std::filesystem::file_size(file, error) == 0) return fail("empty_data", file.string() + " is empty", "choose a file with rows");
    auto format = options.format;
    const auto extension = extensionOf(file);
    if (format.empty()) {
        if (extension == ".parquet")
            format = "parquet";
        else if (extension == ".csv")
            format = "csv";
        else if (extension == ".tsv" || extension == ".tab")
            format = "tsv";
        else if (extension == ".jsonl" || extension == ".ndjson")
            format = "jsonl";
        else if (extension == ".json")
            format = "json";
        else if (extension == ".txt" || extension == ".text" || extension == ".md")
            format = "text";
    }
    if (format.empty()) {
        ANNEAL_TRY(found, formatByContent(file, options));
        format = found;
    }
    if (format == "parquet") return openParquet(file, options);
    if (format == "csv" || format == "tsv") return openCsv(file, options, format == "tsv");
    if (format == "jsonl" || format == "json") return openJson(file, options, format == "jsonl");
    if (format == "text") return openText(file, options);
    return fail("format_unknown", "unknown format \"" + format + "\"", "one of jsonl, json, csv, tsv, parquet, text");
}

}  // namespace anneal::data
