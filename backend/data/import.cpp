#include "data/import.h"

#include <future>

#include <arrow/array.h>
#include <arrow/table.h>
#include <arrow/type.h>

#include "base/hash.h"
#include "data/block_reader.h"
#include "data/media.h"
#include "data/pipeline.h"
#include "data/render.h"
#include "data/shape_check.h"
#include "data/sql/sql_url.h"

namespace anneal::data {
namespace {

/// "rows.jsonl.gz" → "rows", "data/*.csv" → "data", a database by its name
std::string stemOf(std::filesystem::path source) {
    if (isSqlUrl(source.native())) {
        const auto url = parseSqlUrl(source.native());
        source = url ? std::filesystem::path(url->database) : std::filesystem::path();
    }
    while (source.has_parent_path() && source.filename().string().find_first_of("*?[") != std::string::npos) source = source.parent_path();
    if (!source.has_filename()) source = source.parent_path();
    auto stem = source.stem();
    if (stem.has_extension() && (source.extension() == ".gz" || source.extension() == ".zst")) stem = stem.stem();
    return stem.empty() || stem == "." || stem == ".." ? "data" : stem.string();
}

/// As people and files may see it: a database's address without its password.
std::string placeOf(const std::filesystem::path& source) {
    std::error_code error;
    if (!isSqlUrl(source.native())) return std::filesystem::absolute(source, error).string();
    const auto url = parseSqlUrl(source.native());
    return url ? url->shown() : std::string("the database");
}

tl::unexpected<Error> nothingKept(const std::string& source, const std::vector<Rejection>& rejected) {
    if (rejected.empty()) return fail("no_rows", source + " holds no rows", "choose a file with rows");
    const auto& why = rejected.front();
    const auto place = why.line > 0 ? "line " + std::to_string(why.line) + ": " : std::string();
    return fail("no_rows", source + ": no row could be kept; " + (why.file.empty() ? "" : why.file + ": ") + place + why.reason,
                "check the file's format, or name it with --format");
}

/// Hashes of what was read: the file's own, or one over the names and hashes of several.
Result<OrderedJson> fingerprint(const std::filesystem::path& source) {
    std::error_code error;
    if (!std::filesystem::is_regular_file(source, error)) return OrderedJson::object();
    ANNEAL_TRY(hash, base::sha256File(source));
    return OrderedJson{{"bytes", std::filesystem::file_size(source, error)}, {"sha256", hash}};
}

/// The mapping that was asked for, or the one that the first rows show; how well they fit it.
Result<Detection> settleMapping(const ImportOptions& options, const arrow::Table& head, const std::vector<ColumnSample>& samples) {
    Detection detection;
    if (options.mapping) {
        ANNEAL_CHECK(overrideMapping(Mapping{}, {}, options.mapping->columns, samples));
        detection = {*options.mapping, 1};
    } else {
        detection = detectShape(samples);
    }
    ANNEAL_TRY(mapping, overrideMapping(detection.mapping, options.shape, options.columns, samples));
    detection.mapping = mapping;
    const auto check = checkShape(detection.mapping, head);
    detection.confidence *= check.share;
    detection.warnings = check.warnings;
    return detection;
}

/// Beside the source, where files name media by relative paths.
std::filesystem::path mediaRootOf(const ImportOptions& options) {
    std::error_code error;
    if (!options.mediaRoot.empty()) return std::filesystem::absolute(options.mediaRoot, error).lexically_normal();
    const auto source = std::filesystem::absolute(options.source, error);
    return (std::filesystem::is_directory(source, error) ? source : source.parent_path()).lexically_normal();
}

std::vector<ManifestColumn> describeColumns(const BlockReader& reader) {
    std::vector<ManifestColumn> columns;
    for (const auto& field : reader.schema()->fields()) columns.push_back({field->name(), "", 0, !reader.nullsWritten(field->name())});
    return columns;
}

}  // namespace

std::vector<ColumnSample> sampleColumns(const arrow::Table& table, std::size_t rows) {
    std::vector<ColumnSample> columns;
    for (int i = 0; i < table.num_columns(); ++i) {
        ColumnSample column{table.field(i)->name(), typeName(*table.field(i)), {}};
        const bool json = isJson(*table.field(i));
        for (const auto& chunk : table.column(i)->chunks()) {
            for (std::int64_t row = 0; row < chunk->length() && column.values.size() < rows; ++row) {
                std::string text;
                appendJson(text, *chunk, row, json);
                auto value = Json::parse(text, nullptr, false);
                column.values.push_back(value.is_discarded() ? Json() : std::move(value));
            }
        }
        columns.push_back(std::move(column));
    }
    return columns;
}

Result<ImportReport> importDataset(const ImportOptions& options, const base::ProgressFunction& progress, const base::StopToken& stop) {
    auto reading = options.reading;
    reading.stop = stop;
    ANNEAL_TRY(source, openSource(options.source, reading));
    const auto out = options.out.empty() ? newDatasetFolder(stemOf(options.source)) : options.out;
    ANNEAL_TRY(writer, DatasetWriter::create(out, options.replace));
    auto print = std::async(std::launch::async, [file = options.source] { return fingerprint(file); });

    ANNEAL_TRY(first, source->next());
    if (!first) return fail("no_rows", placeOf(options.source) + " holds no rows", "choose a file with rows");
    ANNEAL_TRY(head, source->parse(*first, *arrow::schema({})));
    const auto looks = detectShape(sampleColumns(*head.table)).mapping;
    MediaFinder media(mediaRootOf(options), mediaColumns(options.mapping.value_or(looks)), !options.mediaRoot.empty());
    ANNEAL_TRY(rejections, RejectionLog::create(writer.staging() / "rejected.jsonl"));
    BlockReader reader(
        *source, writer,
        {options.threads > 0 ? options.threads : defaultThreads(), options.rows, [&](Parsed& parsed) { return media.check(parsed); }},
        progress, stop);
    ANNEAL_CHECK(reader.run(std::move(*first), head.table->schema(), rejections));
    ANNEAL_CHECK(rejections.close());

    ImportReport report;
    report.dataset = out;
    report.rejected = rejections.first();
    report.reasons = rejections.reasons();
    const auto parts = reader.parts();
    if (std::all_of(parts.begin(), parts.end(), [](const auto& part) { return part.file.rows == 0; }))
        return nothingKept(placeOf(options.source), report.rejected);

    auto samples = sampleColumns(*head.table);
    for (auto& column : samples)
        if (const auto field = settled(*reader.schema())->GetFieldByName(column.name)) column.type = typeName(*field);
    ANNEAL_TRY(detection, settleMapping(options, *head.table, samples));
    report.warnings = detection.warnings;
    for (auto& warning : media.warnings()) report.warnings.push_back(std::move(warning));
    Manifest manifest;
    manifest.mapping = detection.mapping;
    manifest.confidence = detection.confidence;
    manifest.columns = describeColumns(reader);
    manifest.rejected = rejections.count();
    ANNEAL_TRY(hashes, print.get());
    manifest.provenance = {{"source", placeOf(options.source)}, {"format", source->format()}};
    manifest.provenance.update(hashes);
    manifest.provenance.update(source->details());
    if (media.found() > 0) manifest.provenance["media_root"] = mediaRootOf(options).string();
    ANNEAL_TRY(whole, writer.commit(*reader.schema(), parts, std::move(manifest), reader.summaries()));
    report.manifest = std::move(whole);
    return report;
}

}  // namespace anneal::data
