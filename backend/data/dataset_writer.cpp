#include <algorithm>
#include <cstdio>

#include <arrow/array.h>
#include <arrow/io/file.h>
#include <arrow/table.h>
#include <arrow/type.h>
#include <parquet/arrow/writer.h>

#include "base/hash.h"
#include "data/arrow_result.h"
#include "data/dataset.h"
#include "data/schema.h"

namespace anneal::data {
namespace {

// Small enough that any window of rows is decoded in a few milliseconds.
constexpr std::int64_t kRowsAGroup = std::int64_t(1) << 13;
constexpr std::int64_t kBytesAGroup = std::int64_t(8) << 20;

std::string partName(std::size_t index) {
    char name[32];
    std::snprintf(name, sizeof name, "part-%05zu.parquet", index);
    return name;
}

/// Parquet keeps text for columns that never had a value.
arrow::Result<std::shared_ptr<arrow::Table>> withSettledColumns(const arrow::Table& table) {
    const auto schema = settled(*table.schema());
    auto columns = table.columns();
    for (int i = 0; i < table.num_columns(); ++i) {
        if (table.field(i)->type()->Equals(*schema->field(i)->type())) continue;
        ARROW_ASSIGN_OR_RAISE(auto empty, arrow::MakeArrayOfNull(schema->field(i)->type(), table.num_rows()));
        columns[std::size_t(i)] = std::make_shared<arrow::ChunkedArray>(empty);
    }
    return arrow::Table::Make(schema, columns, table.num_rows());
}

/// A file's bytes on their way out, hashed as they go.
class HashedFile : public arrow::io::OutputStream {
public:
    static arrow::Result<std::shared_ptr<HashedFile>> open(const std::filesystem::path& file) {
        ARROW_ASSIGN_OR_RAISE(auto stream, arrow::io::FileOutputStream::Open(file.string()));
        return std::shared_ptr<HashedFile>(new HashedFile(std::move(stream)));
    }
    using arrow::io::OutputStream::Write;
    arrow::Status Write(const void* data, std::int64_t size) override {
        digest_.update(std::string_view(static_cast<const char*>(data), std::size_t(size)));
        bytes_ += size;
        return stream_->Write(data, size);
    }
    arrow::Status Close() override { return stream_->Close(); }
    arrow::Result<std::int64_t> Tell() const override { return bytes_; }
    bool closed() const override { return stream_->closed(); }
    std::string sha256() { return digest_.finish(); }

private:
    explicit HashedFile(std::shared_ptr<arrow::io::FileOutputStream> stream) : stream_(std::move(stream)) {}
    std::shared_ptr<arrow::io::FileOutputStream> stream_;
    base::Sha256 digest_;
    std::int64_t bytes_ = 0;
};

std::int64_t bytesOf(const arrow::Table& table) {
    std::int64_t bytes = 0;
    for (const auto& column : table.columns())
        for (const auto& chunk : column->chunks())
            for (const auto& buffer : chunk->data()->buffers)
                if (buffer) bytes += buffer->size();
    return bytes;
}

/// Rows of one row group: so many as stay below both bounds, were all rows of the same size.
std::int64_t groupRows(const arrow::Table& table) {
    const auto rows = std::max<std::int64_t>(table.num_rows(), 1);
    return std::clamp<std::int64_t>(kBytesAGroup * rows / std::max<std::int64_t>(bytesOf(table), 1), 1, kRowsAGroup);
}

std::shared_ptr<parquet::WriterProperties> parquetProperties() {
    return parquet::WriterProperties::Builder().compression(parquet::Compression::ZSTD)->created_by("anneal")->build();
}

}  // namespace

DatasetWriter::DatasetWriter(std::filesystem::path target, base::StagedDirectory staged, bool replace)
    : target_(std::move(target)), staged_(std::move(staged)), replace_(replace) {}

Result<DatasetWriter> DatasetWriter::create(const std::filesystem::path& target, bool replace) {
    std::error_code error;
    if (!replace && std::filesystem::exists(target, error) && !std::filesystem::is_empty(target, error))
        return fail("already_exists", target.string() + " already exists", "choose another place, or give --replace");
    if (std::filesystem::exists(target, error) && !std::filesystem::is_directory(target, error))
        return fail("already_exists", target.string() + " is a file", "name a folder");
    if (replace && std::filesystem::exists(target, error) && !std::filesystem::is_empty(target, error) &&
        !std::filesystem::exists(target / "manifest.json", error))
        return fail("already_exists", target.string() + " is not a data set, so it is not replaced", "choose another folder");
    ANNEAL_TRY(staged, base::StagedDirectory::create(target));
    return DatasetWriter(target, std::move(staged), replace);
}

Result<WrittenPart> DatasetWriter::write(std::size_t index, const arrow::Table& table) const {
    const auto name = partName(index);
    WrittenPart part;
    try {
        ANNEAL_TRY(whole, checked(withSettledColumns(table), name));
        ANNEAL_TRY(sink, checked(HashedFile::open(staged_.path() / name), name));
        const auto arrowProperties = parquet::ArrowWriterProperties::Builder().store_schema()->build();
        ANNEAL_CHECK(checked(
            parquet::arrow::WriteTable(*whole, arrow::default_memory_pool(), sink, groupRows(*whole), parquetProperties(), arrowProperties),
            name));
        ANNEAL_CHECK(checked(sink->Close(), name));
        ANNEAL_TRY(bytes, checked(sink->Tell(), name));
        part.file = {name, table.num_rows(), bytes, sink->sha256()};
        for (const auto& column : whole->columns()) part.nulls.push_back(column->null_count());
    } catch (const std::exception& error) {
        return fail("write_failed", name + ": " + error.what());
    }
    return part;
}

Result<Manifest> DatasetWriter::commit(const arrow::Schema& schema, const std::vector<WrittenPart>& parts, Manifest manifest,
                                       std::vector<ColumnSummary> summaries) {
    const auto columns = settled(schema);
    const auto optionals = std::move(manifest.columns);
    manifest.columns.clear();
    for (const auto& field : columns->fields()) {
        ManifestColumn column{field->name(), typeName(*field)};
        for (const auto& known : optionals)
            if (known.name == column.name) column.optional = known.optional;
        const auto index = manifest.columns.size();
        if (index < summaries.size()) column.summary = std::move(summaries[index]);
        manifest.columns.push_back(std::move(column));
    }
    manifest.files.clear();
    manifest.rows = 0;
    for (const auto& part : parts) {
        if (part.file.rows == 0) continue;
        auto file = part.file;
        file.name = partName(manifest.files.size());
        if (file.name != part.file.name) {
            std::error_code error;
            std::filesystem::rename(staged_.path() / part.file.name, staged_.path() / file.name, error);
            if (error) return fail("write_failed", "could not rename " + part.file.name + ": " + error.message());
        }
        for (std::size_t i = 0; i < part.nulls.size() && i < manifest.columns.size(); ++i) manifest.columns[i].nulls += part.nulls[i];
        manifest.rows += file.rows;
        manifest.files.push_back(std::move(file));
    }
    manifest.seal();
    ANNEAL_CHECK(writeManifest(manifest, staged_.path()));
    ANNEAL_CHECK(staged_.commit(replace_));
    return manifest;
}

}  // namespace anneal::data
