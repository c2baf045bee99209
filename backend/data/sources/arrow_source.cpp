#include <arrow/buffer.h>
#include <arrow/io/file.h>
#include <arrow/ipc/reader.h>
#include <arrow/table.h>

#include "data/arrow_result.h"
#include "data/sources/arrow_columns.h"
#include "data/sources/openers.h"

namespace anneal::data {
namespace {

constexpr std::string_view kFileMagic = "ARROW1";

/// Arrow IPC: a file (Feather V2) or a stream, read batch by batch.
class ArrowSource : public Source {
public:
    ArrowSource(std::filesystem::path file, bool stream) : name_(file.string()), stream_(stream) {}
    std::string_view format() const override { return "arrow"; }
    OrderedJson details() const override { return {{"dialect", {{"layout", stream_ ? "stream" : "file"}}}}; }
    double position() const override {
        const auto size = input_->GetSize(), at = input_->Tell();
        return size.ok() && at.ok() && *size > 0 ? double(*at) / double(*size) : 1;
    }
    Status rewind() override {
        at_ = 0;
        ANNEAL_TRY(input, checked(arrow::io::ReadableFile::Open(name_), name_));
        input_ = input;
        if (stream_) {
            ANNEAL_TRY(reader, checked(arrow::ipc::RecordBatchStreamReader::Open(input_), name_));
            streamReader_ = reader;
        } else {
            ANNEAL_TRY(reader, checked(arrow::ipc::RecordBatchFileReader::Open(input_), name_));
            fileReader_ = reader;
        }
        return distinctColumns(*(stream_ ? streamReader_->schema() : fileReader_->schema()), name_);
    }
    Result<std::optional<Block>> next() override {
        std::shared_ptr<arrow::RecordBatch> batch;
        if (stream_) {
            ANNEAL_TRY(read, checked(streamReader_->Next(), name_));
            batch = read;
        } else if (at_ < fileReader_->num_record_batches()) {
            ANNEAL_TRY(read, checked(fileReader_->ReadRecordBatch(at_), name_));
            batch = read;
        }
        if (!batch) return std::nullopt;
        Block block;
        block.index = at_++;
        block.first = block.index == 0;
        block.owner = batch;
        return block;
    }
    Result<Parsed> parse(const Block& block, const arrow::Schema&) const override {
        const auto batch = std::static_pointer_cast<const arrow::RecordBatch>(block.owner);
        ANNEAL_CHECK(checked(batch->ValidateFull(), name_));
        ANNEAL_TRY(table, checked(arrow::Table::FromRecordBatches({std::const_pointer_cast<arrow::RecordBatch>(batch)}), name_));
        return parsedTable(*table, name_);
    }

private:
    std::string name_;
    bool stream_;
    int at_ = 0;
    std::shared_ptr<arrow::io::ReadableFile> input_;
    std::shared_ptr<arrow::ipc::RecordBatchFileReader> fileReader_;
    std::shared_ptr<arrow::RecordBatchReader> streamReader_;
};

}  // namespace

Opened openArrow(const std::filesystem::path& file, const SourceOptions&) {
    ANNEAL_TRY(input, checked(arrow::io::ReadableFile::Open(file.string()), file.string()));
    ANNEAL_TRY(head, checked(input->Read(std::int64_t(kFileMagic.size())), file.string()));
    auto source = std::make_unique<ArrowSource>(file, head->ToString() != kFileMagic);
    ANNEAL_CHECK(source->rewind());
    return source;
}

}  // namespace anneal::data
