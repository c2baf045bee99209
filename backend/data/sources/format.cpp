#include "data/sources/format.h"

#include <algorithm>
#include <fstream>

#include "base/text.h"
#include "data/sources/conll.h"
#include "data/sources/csv_dialect.h"
#include "data/sources/fixed_width.h"
#include "data/sources/json_rows.h"
#include "data/sources/openers.h"
#include "data/sources/text_input.h"
#include "data/sources/zip_archive.h"

namespace anneal::data {
namespace {

constexpr std::size_t kMagicBytes = 8;

std::string firstBytes(const std::filesystem::path& file) {
    std::string head(kMagicBytes, '\0');
    std::ifstream stream(file, std::ios::binary);
    stream.read(head.data(), std::streamsize(head.size()));
    head.resize(std::size_t(stream.gcount()));
    return head;
}

Result<const Format*> formatOfMagic(const std::filesystem::path& file) {
    const auto head = firstBytes(file);
    if (head.starts_with("PAR1")) return formatNamed("parquet");
    if (head.starts_with("ARROW1") || head.starts_with("\xFF\xFF\xFF\xFF")) return formatNamed("arrow");
    if (head.starts_with("FEA1"))
        return fail("format_unknown", file.string() + " is of Feather's first version", "write it again as Feather V2 or Parquet");
    if (head.starts_with("PK\x03\x04")) {
        ANNEAL_TRY(archive, ZipArchive::open(file));
        if (archive.has("xl/workbook.xml")) return formatNamed("excel");
    }
    return nullptr;
}

const Format* formatOfText(std::string_view sample, bool whole, bool plainName) {
    const auto begin = skipSpace(sample, 0);
    if (!plainName && begin < sample.size() && (sample[begin] == '{' || sample[begin] == '[')) {
        const auto line = sample.substr(begin, sample.find('\n', begin) - begin);
        if (isJsonDocument(line) || endOfValue(sample, begin) != std::string_view::npos) return formatNamed("json");
    }
    if (looksLikeConll(sample, whole)) return formatNamed("conll");
    if (!detectWidths(sample, whole).empty()) return formatNamed("fixed_width");
    const auto dialect = detectDialect(sample, whole);
    const auto even = evenness(sample, whole, dialect);
    // Prose has commas too: a file that is named as text is a table only where tabs divide all its lines alike.
    if (plainName ? dialect.delimiter == '\t' && even == 1 : even > 0.9 && dialect.header)
        return formatNamed(dialect.delimiter == '\t' ? "tsv" : "csv");
    return formatNamed("text");
}

}  // namespace

const std::vector<Format>& formats() {
    static const std::vector<Format> all = {
        {"csv",
         {".csv"},
         "values between commas, semicolons, tabs or bars",
         true,
         [](const auto& file, const auto& options) { return openCsv(file, options, false); }},
        {"tsv",
         {".tsv", ".tab"},
         "values between tabs",
         true,
         [](const auto& file, const auto& options) { return openCsv(file, options, true); }},
        {"jsonl",
         {".jsonl", ".ndjson"},
         "one JSON value a line",
         true,
         [](const auto& file, const auto& options) { return openJson(file, options, true); }},
        {"json",
         {".json"},
         "an array or object of rows, or documents one after another",
         true,
         [](const auto& file, const auto& options) { return openJson(file, options, false); }},
        {"parquet", {".parquet", ".pq"}, "Apache Parquet", false, openParquet},
        {"arrow", {".arrow", ".feather", ".arrows", ".ipc"}, "Arrow IPC file or stream, Feather V2", false, openArrow},
        {"excel", {".xlsx", ".xlsm"}, "Excel workbook", false, openExcel},
        {"conll", {".conll", ".conllu", ".bio", ".iob"}, "one token and its tags a line", true, openConll},
        {"fixed_width", {".fwf"}, "columns at fixed places of the line", true, openFixedWidth},
        {"text", {".txt", ".text", ".md"}, "plain text", true, openText},
    };
    return all;
}

const Format* formatNamed(std::string_view name) {
    const auto found = std::find_if(formats().begin(), formats().end(), [&](const Format& one) { return one.name == name; });
    return found == formats().end() ? nullptr : &*found;
}

const Format* formatOfName(const std::filesystem::path& file) {
    auto extension = base::toLower(file.extension().string());
    if (extension == ".gz" || extension == ".zst") extension = base::toLower(file.stem().extension().string());
    for (const auto& format : formats())
        if (std::find(format.extensions.begin(), format.extensions.end(), extension) != format.extensions.end()) return &format;
    return nullptr;
}

Result<const Format*> detectFormat(const std::filesystem::path& file, const SourceOptions& options) {
    ANNEAL_TRY(magic, formatOfMagic(file));
    if (magic) return magic;
    const auto* named = formatOfName(file);
    const bool plainName = named && named->name == "text";
    if (named && !plainName) return named;
    if (plainName && (!options.splitOn.empty() || base::toLower(file.extension().string()) == ".md")) return named;
    if (!options.widths.empty()) return formatNamed("fixed_width");
    ANNEAL_TRY(input, TextInput::open(file, options, true));
    const auto sample = input.sample();
    if (sample.substr(0, 4096).find('\0') != std::string_view::npos)
        return fail("format_unknown", file.string() + " is neither text nor of a known format",
                    "name the format with --format: " + formatNames());
    return formatOfText(sample, input.sampleIsWhole(), plainName);
}

std::string formatNames() {
    std::vector<std::string> names;
    for (const auto& format : formats()) names.emplace_back(format.name);
    return base::join(names, ", ");
}

Result<std::unique_ptr<Source>> openFile(const std::filesystem::path& file, const SourceOptions& options) {
    std::error_code error;
    if (!std::filesystem::exists(file, error)) return fail("file_not_found", file.string() + " does not exist", "check the path");
    if (!std::filesystem::is_regular_file(file, error)) return fail("not_a_file", file.string() + " is not a file", "name a file");
    if (std::filesystem::file_size(file, error) == 0) return fail("empty_data", file.string() + " is empty", "choose a file with rows");
    if (options.format.empty()) {
        ANNEAL_TRY(format, detectFormat(file, options));
        return format->open(file, options);
    }
    const auto* format = formatNamed(options.format);
    if (!format) return fail("format_unknown", "unknown format \"" + options.format + "\"", "one of " + formatNames());
    return format->open(file, options);
}

}  // namespace anneal::data
