#include <arrow/io/file.h>
#include <arrow/memory_pool.h>
#include <arrow/table.h>
#include <parquet/arrow/reader.h>
#include <parquet/exception.h>
#include <parquet/file_reader.h>
#include <parquet/metadata.h>

#include "data/arrow_result.h"
#include "data/sources/arrow_columns.h"
#include "data/sources/openers.h"

namespace anneal::data {
namespace {

constexpr std::int64_t kRowsABlock = std::int64_t(1) << 16;
constexpr std::int64_t kMostMemory = std::int64_t(8) << 30;  // a header that claims more is damaged or meant to harm

/// Lives as long as the program: batches may outlive their source.
arrow::MemoryPool* boundedPool() {
    static arrow::CappedMemoryPool pool(arrow::default_memory_pool(), kMostMemory);
    return &pool;
}

tl::unexpected<Error> unreadable(const std::filesystem::path& file, const char* why) {
    return fail("data_unreadable", file.string() + ": " + why, "the file is damaged, or uses a feature that is not supported");
}

/// Row group after row group in blocks of rows, so that a group of any size takes little memory. Columns are decoded on several threads.
class ParquetSource : public Source {
public:
    ParquetSource(std::filesystem::path file, std::unique_ptr<parquet::arrow::FileReader> reader)
        : file_(std::move(file)), reader_(std::move(reader)), total_(reader_->parquet_reader()->metadata()->num_rows()) {}
    std::string_view format() const override { return "parquet"; }
    double position() const override { return total_ == 0 ? 1 : double(rows_) / double(total_); }
    Status rewind() override {
        index_ = 0;
        rows_ = 0;
        try {
            ANNEAL_TRY(batches, checked(reader_->GetRecordBatchReader(), file_.string()));
            batches_ = std::move(batches);
        } catch (const std::exception& error) {
            return unreadable(file_, error.what());
        }
        return {};
    }
    Result<std::optional<Block>> next() override {
        try {
            ANNEAL_TRY(batch, checked(batches_->Next(), file_.string()));
            if (!batch) return std::nullopt;
            rows_ += batch->num_rows();
            Block block;
            block.index = index_++;
            block.first = block.index == 0;
            block.last = rows_ >= total_;
            block.owner = batch;
            return block;
        } catch (const std::exception& error) {
            return unreadable(file_, error.what());
        }
    }
    Result<Parsed> parse(const Block& block, const arrow::Schema&) const override {
        const auto batch = std::const_pointer_cast<arrow::RecordBatch>(std::static_pointer_cast<const arrow::RecordBatch>(block.owner));
        try {
            ANNEAL_CHECK(checked(batch->ValidateFull(), file_.string()));
            ANNEAL_TRY(table, checked(arrow::Table::FromRecordBatches({batch}), file_.string()));
            return parsedTable(*table, file_.string());
        } catch (const std::exception& error) {
            return unreadable(file_, error.what());
        }
    }

private:
    std::filesystem::path file_;
    std::unique_ptr<parquet::arrow::FileReader> reader_;
    std::shared_ptr<arrow::RecordBatchReader> batches_;
    std::int64_t total_;
    std::int64_t rows_ = 0;
    int index_ = 0;
};

/// What the footer says will come out, at least a byte a value, against what the file holds.
Status judgeSize(const parquet::FileMetaData& metadata, const std::filesystem::path& file, const UnpackLimits& limits) {
    std::error_code error;
    UnpackGuard guard(limits, std::filesystem::file_size(file, error), file.string());
    for (int i = 0; i < metadata.num_row_groups(); ++i) {
        const auto group = metadata.RowGroup(i);
        const auto values = group->num_rows() * std::int64_t(metadata.num_columns());
        ANNEAL_CHECK(guard.add(std::uint64_t(std::max<std::int64_t>({group->total_byte_size(), values, 0}))));
    }
    return {};
}

}  // namespace

Opened openParquet(const std::filesystem::path& file, const SourceOptions& options) {
    try {
        ANNEAL_TRY(input, checked(arrow::io::ReadableFile::Open(file.string()), file.string()));
        parquet::ReaderProperties reading(boundedPool());
        reading.enable_buffered_stream();
        parquet::ArrowReaderProperties properties(true);
        properties.set_batch_size(kRowsABlock);
        properties.set_pre_buffer(false);
        parquet::arrow::FileReaderBuilder builder;
        ANNEAL_CHECK(checked(builder.Open(input, reading), file.string()));
        ANNEAL_TRY(reader, checked(builder.memory_pool(boundedPool())->properties(properties)->Build(), file.string()));
        ANNEAL_CHECK(judgeSize(*reader->parquet_reader()->metadata(), file, options.limits));
        std::shared_ptr<arrow::Schema> schema;
        ANNEAL_CHECK(checked(reader->GetSchema(&schema), file.string()));
        ANNEAL_CHECK(distinctColumns(*schema, file.string()));
        auto source = std::make_unique<ParquetSource>(file, std::move(reader));
        ANNEAL_CHECK(source->rewind());
        return source;
    } catch (const std::exception& error) {
        return unreadable(file, error.what());
    }
}

}  // namespace anneal::data
