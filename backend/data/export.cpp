#include "data/export.h"

#include <unistd.h>

#include <arrow/io/file.h>
#include <arrow/table.h>
#include <arrow/type.h>
#include <parquet/arrow/writer.h>

#include "base/text.h"
#include "data/arrow_result.h"
#include "data/pipeline.h"
#include "data/row_text.h"
#include "data/rows.h"

namespace anneal::data {
namespace {

/// A file that appears whole or not at all, written piece by piece.
class StagedFile {
public:
    static Result<StagedFile> create(const std::filesystem::path& target) {
        StagedFile file;
        file.target_ = target;
        std::error_code error;
        if (target.has_parent_path()) std::filesystem::create_directories(target.parent_path(), error);
        file.staging_ = target.string() + ".partial-" + std::to_string(::getpid());
        ANNEAL_TRY(stream, checked(arrow::io::FileOutputStream::Open(file.staging_.string()), target.string()));
        file.stream_ = stream;
        return file;
    }
    StagedFile(StagedFile&& other) noexcept = default;
    StagedFile& operator=(StagedFile&&) = delete;
    ~StagedFile() {
        if (!stream_) return;
        std::error_code ignored;
        std::filesystem::remove(staging_, ignored);
    }
    const std::shared_ptr<arrow::io::FileOutputStream>& stream() const { return stream_; }
    Status commit() {
        ANNEAL_CHECK(checked(stream_->Close(), target_.string()));
        ANNEAL_CHECK(base::syncPath(staging_));
        std::error_code error;
        std::filesystem::rename(staging_, target_, error);
        if (error)
            return fail("write_failed", "could not write " + target_.string() + ": " + error.message(),
                        "check the path and its permissions");
        stream_.reset();
        return {};
    }

private:
    StagedFile() = default;
    std::filesystem::path target_, staging_;
    std::shared_ptr<arrow::io::FileOutputStream> stream_;
};

Result<std::string> partText(const Dataset& dataset, std::size_t part, ExportFormat format) {
    ANNEAL_TRY(table, dataset.readPart(part));
    const RowText rows(*table, dataset.manifest().columns);
    std::string out;
    for (std::int64_t row = 0; row < table->num_rows(); ++row) {
        if (format == ExportFormat::jsonl) {
            rows.appendJson(out, row);
            out += '\n';
        } else {
            rows.appendCsv(out, row);
        }
    }
    return out;
}

Status exportText(const Dataset& dataset, ExportFormat format, StagedFile& file, const base::ProgressFunction& progress,
                  const base::StopToken& stop) {
    if (format == ExportFormat::csv) {
        std::string header;
        for (const auto& column : dataset.manifest().columns) {
            if (!header.empty()) header += ',';
            RowText::appendCsvCell(header, column.name);
        }
        header += '\n';
        ANNEAL_CHECK(checked(file.stream()->Write(header), "export"));
    }
    std::size_t started = 0, taken = 0;
    const auto next = [&]() -> Result<std::optional<std::size_t>> {
        if (started >= dataset.parts()) return std::nullopt;
        return started++;
    };
    const auto take = [&](std::string& text) -> Status {
        if (progress) progress({std::int64_t(++taken), std::int64_t(dataset.parts()), "writing"});
        return checked(file.stream()->Write(text), "export");
    };
    return inOrder<std::size_t, std::string>(
        defaultThreads(), stop, next, [&](std::size_t& part) { return partText(dataset, part, format); }, take);
}

Status exportParquet(const Dataset& dataset, StagedFile& file, const base::ProgressFunction& progress, const base::StopToken& stop) {
    ANNEAL_TRY(schema, dataset.schema());
    const auto properties = parquet::WriterProperties::Builder().compression(parquet::Compression::ZSTD)->build();
    const auto arrowProperties = parquet::ArrowWriterProperties::Builder().store_schema()->build();
    ANNEAL_TRY(writer,
               checked(parquet::arrow::FileWriter::Open(*schema, arrow::default_memory_pool(), file.stream(), properties, arrowProperties),
                       "export"));
    for (std::size_t part = 0; part < dataset.parts(); ++part) {
        if (stop.stopRequested()) return fail("stopped", "stopped");
        ANNEAL_TRY(table, dataset.readPart(part));
        ANNEAL_CHECK(checked(writer->WriteTable(*table), "export"));
        if (progress) progress({std::int64_t(part + 1), std::int64_t(dataset.parts()), "writing"});
    }
    return checked(writer->Close(), "export");
}

}  // namespace

Result<ExportFormat> parseExportFormat(std::string_view name) {
    if (name == "jsonl") return ExportFormat::jsonl;
    if (name == "csv") return ExportFormat::csv;
    if (name == "parquet") return ExportFormat::parquet;
    return fail("format_unknown", "unknown format \"" + std::string(name) + "\"", "one of jsonl, csv, parquet");
}

Status exportDataset(const Dataset& dataset, ExportFormat format, const std::filesystem::path& file, const base::ProgressFunction& progress,
                     const base::StopToken& stop) {
    ANNEAL_TRY(staged, StagedFile::create(file));
    try {
        ANNEAL_CHECK(format == ExportFormat::parquet ? exportParquet(dataset, staged, progress, stop)
                                                     : exportText(dataset, format, staged, progress, stop));
    } catch (const std::exception& error) {
        return fail("write_failed", file.string() + ": " + error.what());
    }
    return staged.commit();
}

Result<std::vector<OrderedJson>> headRows(const Dataset& dataset, std::int64_t begin, std::int64_t count) {
    RowReader reader(dataset);
    ANNEAL_TRY(table, reader.rows(begin, count));
    const RowText text(*table, dataset.manifest().columns);
    std::vector<OrderedJson> rows;
    for (std::int64_t row = 0; row < table->num_rows(); ++row) {
        std::string line;
        text.appendJson(line, row);
        rows.push_back(OrderedJson::parse(line, nullptr, false));
    }
    return rows;
}

}  // namespace anneal::data
