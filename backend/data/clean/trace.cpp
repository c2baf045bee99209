#include "data/clean/trace.h"

#include <arrow/array.h>
#include <arrow/builder.h>
#include <arrow/io/file.h>
#include <arrow/table.h>
#include <arrow/table_builder.h>
#include <arrow/type.h>
#include <parquet/arrow/reader.h>
#include <parquet/arrow/writer.h>
#include <parquet/file_reader.h>
#include <parquet/metadata.h>
#include <parquet/statistics.h>

#include "data/arrow_result.h"

namespace anneal::data {
namespace {

constexpr std::int64_t kRowsAGroup = 1 << 16;
constexpr const char* kChanges = "changes.parquet";
constexpr const char* kDrops = "dropped.parquet";
constexpr const char* kCopies = "copies.parquet";
constexpr const char* kRows = "rows.parquet";

std::shared_ptr<arrow::Schema> changesSchema() {
    return arrow::schema({arrow::field("row", arrow::int64()), arrow::field("copy", arrow::int32()), arrow::field("step", arrow::int32()),
                          arrow::field("column", arrow::utf8()), arrow::field("at", arrow::int64()), arrow::field("before", arrow::utf8()),
                          arrow::field("after", arrow::utf8()), arrow::field("hidden", arrow::boolean()),
                          arrow::field("removed", arrow::int64())});
}

std::shared_ptr<arrow::Schema> dropsSchema() {
    return arrow::schema({arrow::field("row", arrow::int64()), arrow::field("copy", arrow::int32()), arrow::field("step", arrow::int32()),
                          arrow::field("reason", arrow::utf8())});
}

std::shared_ptr<arrow::Schema> copiesSchema() {
    return arrow::schema({arrow::field("row", arrow::int64()), arrow::field("copy", arrow::int32()), arrow::field("step", arrow::int32()),
                          arrow::field("from", arrow::int32())});
}

std::shared_ptr<arrow::Schema> rowsSchema() {
    return arrow::schema({arrow::field("row", arrow::int64()), arrow::field("copy", arrow::int32())});
}

/// A Parquet file that grows by row groups, and is there only if it has rows.
class GrowingFile {
public:
    GrowingFile(const std::filesystem::path& path, std::shared_ptr<arrow::Schema> schema)
        : name_(path.string()), schema_(std::move(schema)) {}

    template <class Builder>
    Builder& column(int index) {
        return *builder_->GetFieldAs<Builder>(index);
    }
    Status beginRow() {
        if (writer_) return {};
        ANNEAL_TRY(stream, checked(arrow::io::FileOutputStream::Open(name_), name_));
        // Row numbers ascend: their differences are small.
        const auto properties = parquet::WriterProperties::Builder()
                                    .compression(parquet::Compression::ZSTD)
                                    ->disable_dictionary("row")
                                    ->encoding("row", parquet::Encoding::DELTA_BINARY_PACKED)
                                    ->created_by("anneal")
                                    ->build();
        ANNEAL_TRY(writer, checked(parquet::arrow::FileWriter::Open(*schema_, arrow::default_memory_pool(), stream, properties), name_));
        ANNEAL_TRY(builder, checked(arrow::RecordBatchBuilder::Make(schema_, arrow::default_memory_pool()), name_));
        stream_ = stream;
        writer_ = std::move(writer);
        builder_ = std::move(builder);
        return {};
    }
    Status endRow() {
        if (++waiting_ < kRowsAGroup) return {};
        return flush();
    }
    Status close() {
        if (!writer_) return {};
        ANNEAL_CHECK(flush());
        ANNEAL_CHECK(checked(writer_->Close(), name_));
        return checked(stream_->Close(), name_);
    }

private:
    Status flush() {
        if (waiting_ == 0) return {};
        waiting_ = 0;
        ANNEAL_TRY(batch, checked(builder_->Flush(), name_));
        ANNEAL_TRY(table, checked(arrow::Table::FromRecordBatches({batch}), name_));
        return checked(writer_->WriteTable(*table, kRowsAGroup), name_);
    }
    std::string name_;
    std::shared_ptr<arrow::Schema> schema_;
    std::shared_ptr<arrow::io::FileOutputStream> stream_;
    std::unique_ptr<parquet::arrow::FileWriter> writer_;
    std::unique_ptr<arrow::RecordBatchBuilder> builder_;
    std::int64_t waiting_ = 0;
};

/// Calls `take` with each table of rows that may be the row's; `first` is where the group stands in the file.
Status forEachGroup(const std::filesystem::path& file, const std::optional<std::int64_t>& row,
                    const std::function<void(const arrow::Table& rows, std::int64_t first)>& take) {
    const auto name = file.string();
    std::error_code error;
    if (!std::filesystem::exists(file, error)) return {};
    try {
        ANNEAL_TRY(input, checked(arrow::io::ReadableFile::Open(name), name));
        ANNEAL_TRY(reader, checked(parquet::arrow::OpenFile(input, arrow::default_memory_pool()), name));
        const auto metadata = reader->parquet_reader()->metadata();
        std::int64_t first = 0;
        for (int group = 0; group < metadata->num_row_groups(); ++group) {
            const auto part = metadata->RowGroup(group);
            const auto statistics = part->ColumnChunk(0)->statistics();
            bool may = true;
            if (row && statistics && statistics->HasMinMax()) {
                const auto& numbers = static_cast<const parquet::Int64Statistics&>(*statistics);
                may = numbers.min() <= *row && *row <= numbers.max();
            }
            if (may) {
                ANNEAL_TRY(table, checked(reader->ReadRowGroup(group), name));
                ANNEAL_TRY(whole, checked(table->CombineChunks(), name));
                take(*whole, first);
            }
            first += part->num_rows();
        }
    } catch (const std::exception& thrown) {
        return fail("dataset_damaged", name + ": " + thrown.what(), "clean the data again");
    }
    return {};
}

template <class Array>
const Array& columnOf(const arrow::Table& table, int index) {
    return static_cast<const Array&>(*table.column(index)->chunk(0));
}

/// Rows of a group that are about `number`: calls `take(index, id, step)`.
template <class Take>
Status forEachEntry(const std::filesystem::path& file, std::int64_t number, const Take& take) {
    return forEachGroup(file, number, [&](const arrow::Table& rows, std::int64_t) {
        const auto& numbers = columnOf<arrow::Int64Array>(rows, 0);
        for (std::int64_t i = 0; i < numbers.length(); ++i)
            if (numbers.Value(i) == number)
                take(rows, i, RowId{number, columnOf<arrow::Int32Array>(rows, 1).Value(i)}, columnOf<arrow::Int32Array>(rows, 2).Value(i));
    });
}

std::optional<std::string> optionalText(const arrow::Table& rows, int column, std::int64_t row) {
    const auto& values = columnOf<arrow::StringArray>(rows, column);
    if (values.IsNull(row)) return {};
    return values.GetString(row);
}

}  // namespace

OrderedJson cellJson(const std::optional<std::string>& value) { return value ? OrderedJson(*value) : OrderedJson(); }

std::filesystem::path traceFolder(const std::filesystem::path& dataset) { return dataset / "trace"; }

struct TraceWriter::State {
    explicit State(const std::filesystem::path& folder)
        : changes(folder / kChanges, changesSchema()),
          drops(folder / kDrops, dropsSchema()),
          copies(folder / kCopies, copiesSchema()),
          rows(folder / kRows, rowsSchema()) {}
    GrowingFile changes, drops, copies, rows;
};

TraceWriter::TraceWriter(std::unique_ptr<State> state) : state_(std::move(state)) {}
TraceWriter::TraceWriter(TraceWriter&&) noexcept = default;
TraceWriter& TraceWriter::operator=(TraceWriter&&) noexcept = default;
TraceWriter::~TraceWriter() = default;

Result<TraceWriter> TraceWriter::create(const std::filesystem::path& dataset) {
    const auto folder = traceFolder(dataset);
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error) return fail("write_failed", "could not create " + folder.string() + ": " + error.message(), "free some space");
    return TraceWriter(std::make_unique<State>(folder));
}

namespace {

Status begin(GrowingFile& file, const RowId& id, std::int32_t step) {
    ANNEAL_CHECK(file.beginRow());
    ANNEAL_CHECK(checked(file.column<arrow::Int64Builder>(0).Append(id.number), "trace"));
    ANNEAL_CHECK(checked(file.column<arrow::Int32Builder>(1).Append(id.copy), "trace"));
    return checked(file.column<arrow::Int32Builder>(2).Append(step), "trace");
}

Status appendOptional(arrow::StringBuilder& builder, const std::optional<std::string>& value) {
    return checked(value ? builder.Append(*value) : builder.AppendNull(), "trace");
}

}  // namespace

Status TraceWriter::add(const Trace& trace) {
    for (const auto& change : trace.changes) {
        auto& file = state_->changes;
        ANNEAL_CHECK(begin(file, change.id, change.step));
        ANNEAL_CHECK(checked(file.column<arrow::StringBuilder>(3).Append(change.column), "trace"));
        ANNEAL_CHECK(checked(file.column<arrow::Int64Builder>(4).Append(change.at), "trace"));
        ANNEAL_CHECK(appendOptional(file.column<arrow::StringBuilder>(5), change.before));
        ANNEAL_CHECK(appendOptional(file.column<arrow::StringBuilder>(6), change.after));
        ANNEAL_CHECK(checked(file.column<arrow::BooleanBuilder>(7).Append(change.hidden), "trace"));
        ANNEAL_CHECK(checked(file.column<arrow::Int64Builder>(8).Append(change.removed), "trace"));
        ANNEAL_CHECK(file.endRow());
    }
    for (const auto& drop : trace.drops) {
        auto& file = state_->drops;
        ANNEAL_CHECK(begin(file, drop.id, drop.step));
        ANNEAL_CHECK(checked(file.column<arrow::StringBuilder>(3).Append(drop.reason), "trace"));
        ANNEAL_CHECK(file.endRow());
    }
    for (const auto& copy : trace.copies) {
        auto& file = state_->copies;
        ANNEAL_CHECK(begin(file, copy.id, copy.step));
        ANNEAL_CHECK(checked(file.column<arrow::Int32Builder>(3).Append(copy.from), "trace"));
        ANNEAL_CHECK(file.endRow());
    }
    return {};
}

Status TraceWriter::addRows(const std::vector<RowId>& ids) {
    auto& file = state_->rows;
    for (const auto& id : ids) {
        ANNEAL_CHECK(file.beginRow());
        ANNEAL_CHECK(checked(file.column<arrow::Int64Builder>(0).Append(id.number), "trace"));
        ANNEAL_CHECK(checked(file.column<arrow::Int32Builder>(1).Append(id.copy), "trace"));
        ANNEAL_CHECK(file.endRow());
    }
    return {};
}

Status TraceWriter::close() {
    for (auto* file : {&state_->changes, &state_->drops, &state_->copies, &state_->rows}) ANNEAL_CHECK(file->close());
    return {};
}

Result<Trace> readTrace(const std::filesystem::path& dataset, std::int64_t number) {
    const auto folder = traceFolder(dataset);
    Trace trace;
    ANNEAL_CHECK(forEachEntry(folder / kChanges, number, [&](const arrow::Table& rows, std::int64_t i, RowId id, std::int32_t step) {
        trace.changes.push_back({id, step, columnOf<arrow::StringArray>(rows, 3).GetString(i),
                                 columnOf<arrow::Int64Array>(rows, 4).Value(i), optionalText(rows, 5, i), optionalText(rows, 6, i),
                                 columnOf<arrow::BooleanArray>(rows, 7).Value(i), columnOf<arrow::Int64Array>(rows, 8).Value(i)});
    }));
    ANNEAL_CHECK(forEachEntry(folder / kDrops, number, [&](const arrow::Table& rows, std::int64_t i, RowId id, std::int32_t step) {
        trace.drops.push_back({id, step, columnOf<arrow::StringArray>(rows, 3).GetString(i)});
    }));
    ANNEAL_CHECK(forEachEntry(folder / kCopies, number, [&](const arrow::Table& rows, std::int64_t i, RowId id, std::int32_t step) {
        trace.copies.push_back({id, step, columnOf<arrow::Int32Array>(rows, 3).Value(i)});
    }));
    return trace;
}

Result<std::vector<std::pair<std::int64_t, std::int32_t>>> placesOf(const std::filesystem::path& dataset, std::int64_t number) {
    std::vector<std::pair<std::int64_t, std::int32_t>> places;
    ANNEAL_CHECK(forEachGroup(traceFolder(dataset) / kRows, number, [&](const arrow::Table& rows, std::int64_t first) {
        const auto& numbers = columnOf<arrow::Int64Array>(rows, 0);
        for (std::int64_t i = 0; i < numbers.length(); ++i)
            if (numbers.Value(i) == number) places.emplace_back(first + i + 1, columnOf<arrow::Int32Array>(rows, 1).Value(i));
    }));
    return places;
}

Result<RowId> originOf(const std::filesystem::path& dataset, std::int64_t place) {
    std::optional<RowId> origin;
    ANNEAL_CHECK(forEachGroup(traceFolder(dataset) / kRows, {}, [&](const arrow::Table& rows, std::int64_t first) {
        if (place <= first || place > first + rows.num_rows()) return;
        const auto index = place - first - 1;
        origin = RowId{columnOf<arrow::Int64Array>(rows, 0).Value(index), columnOf<arrow::Int32Array>(rows, 1).Value(index)};
    }));
    if (!origin) return fail("row_unknown", "the data set has no row " + std::to_string(place), "rows count from 1");
    return *origin;
}

}  // namespace anneal::data
