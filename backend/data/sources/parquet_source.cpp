#include <mutex>

#include <arrow/array.h>
#include <arrow/builder.h>
#include <arrow/io/file.h>
#include <arrow/table.h>
#include <parquet/arrow/reader.h>
#include <parquet/exception.h>

#include "data/arrow_result.h"
#include "data/render.h"
#include "data/sources/openers.h"

namespace anneal::data {
namespace {

bool nested(const arrow::DataType& type) {
    switch (type.id()) {
        case arrow::Type::LIST:
        case arrow::Type::LARGE_LIST:
        case arrow::Type::FIXED_SIZE_LIST:
        case arrow::Type::STRUCT:
        case arrow::Type::MAP: return true;
        default: return false;
    }
}

/// Text as `string`, nested values as JSON text, integers and floats as they are but in our two widths where nothing is lost.
std::shared_ptr<arrow::Field> targetField(const arrow::Field& field) {
    switch (field.type()->id()) {
        case arrow::Type::INT8:
        case arrow::Type::INT16:
        case arrow::Type::INT32:
        case arrow::Type::UINT8:
        case arrow::Type::UINT16:
        case arrow::Type::UINT32: return makeField(field.name(), ColumnType::integer);
        case arrow::Type::LARGE_STRING:
        case arrow::Type::DICTIONARY: return makeField(field.name(), ColumnType::text);
        case arrow::Type::STRING:
        case arrow::Type::INT64:
        case arrow::Type::DOUBLE:
        case arrow::Type::BOOL:
        case arrow::Type::NA: return field.RemoveMetadata()->WithMetadata(isJson(field) ? field.metadata() : nullptr);
        default: return nested(*field.type()) ? makeField(field.name(), ColumnType::json) : field.RemoveMetadata();
    }
}

std::int64_t integerAt(const arrow::Array& array, std::int64_t index) {
    switch (array.type_id()) {
        case arrow::Type::INT8: return static_cast<const arrow::Int8Array&>(array).Value(index);
        case arrow::Type::INT16: return static_cast<const arrow::Int16Array&>(array).Value(index);
        case arrow::Type::INT32: return static_cast<const arrow::Int32Array&>(array).Value(index);
        case arrow::Type::UINT8: return static_cast<const arrow::UInt8Array&>(array).Value(index);
        case arrow::Type::UINT16: return static_cast<const arrow::UInt16Array&>(array).Value(index);
        default: return static_cast<const arrow::UInt32Array&>(array).Value(index);
    }
}

arrow::Result<std::shared_ptr<arrow::ChunkedArray>> convert(const arrow::ChunkedArray& column, const arrow::Field& target) {
    arrow::ArrayVector chunks;
    std::string text;
    for (const auto& chunk : column.chunks()) {
        std::unique_ptr<arrow::ArrayBuilder> builder;
        ARROW_RETURN_NOT_OK(arrow::MakeBuilder(arrow::default_memory_pool(), target.type(), &builder));
        for (std::int64_t i = 0; i < chunk->length(); ++i) {
            if (chunk->IsNull(i)) {
                ARROW_RETURN_NOT_OK(builder->AppendNull());
            } else if (target.type()->id() == arrow::Type::INT64) {
                ARROW_RETURN_NOT_OK(static_cast<arrow::Int64Builder&>(*builder).Append(integerAt(*chunk, i)));
            } else {
                text.clear();
                if (isJson(target)) {
                    appendJson(text, *chunk, i);
                } else if (chunk->type_id() == arrow::Type::DICTIONARY) {
                    const auto& dictionary = static_cast<const arrow::DictionaryArray&>(*chunk);
                    appendPlain(text, *dictionary.dictionary(), dictionary.GetValueIndex(i));
                } else {
                    appendPlain(text, *chunk, i);
                }
                ARROW_RETURN_NOT_OK(static_cast<arrow::StringBuilder&>(*builder).Append(text));
            }
        }
        ARROW_ASSIGN_OR_RAISE(auto array, builder->Finish());
        chunks.push_back(std::move(array));
    }
    return std::make_shared<arrow::ChunkedArray>(std::move(chunks), target.type());
}

class ParquetSource : public Source {
public:
    ParquetSource(std::filesystem::path file, std::unique_ptr<parquet::arrow::FileReader> reader)
        : file_(std::move(file)), reader_(std::move(reader)), groups_(reader_->num_row_groups()) {}
    std::string_view format() const override { return "parquet"; }
    double position() const override { return groups_ == 0 ? 1 : double(at_) / groups_; }
    Status rewind() override {
        at_ = 0;
        return {};
    }
    Result<std::optional<Block>> next() override {
        if (at_ >= groups_) return std::nullopt;
        Block block;
        block.rowGroup = at_++;
        block.first = block.rowGroup == 0;
        block.last = at_ == groups_;
        return block;
    }
    Result<Parsed> parse(const Block& block, const arrow::Schema&) const override {
        Parsed parsed;
        try {
            std::shared_ptr<arrow::Table> table;
            {
                std::lock_guard lock(mutex_);
                ANNEAL_TRY(read, checked(reader_->ReadRowGroup(block.rowGroup), file_.string()));
                table = read;
            }
            ANNEAL_CHECK(checked(table->ValidateFull(), file_.string()));
            arrow::FieldVector fields;
            arrow::ChunkedArrayVector columns;
            for (int i = 0; i < table->num_columns(); ++i) {
                fields.push_back(targetField(*table->field(i)));
                if (fields.back()->type()->Equals(*table->field(i)->type())) {
                    columns.push_back(table->column(i));
                } else {
                    ANNEAL_TRY(column, checked(convert(*table->column(i), *fields.back()), file_.string()));
                    columns.push_back(column);
                }
                parsed.nulls.insert(fields.back()->name());
            }
            parsed.rows = table->num_rows();
            parsed.table = arrow::Table::Make(arrow::schema(fields), columns, table->num_rows());
        } catch (const std::exception& error) {
            return fail("data_unreadable", file_.string() + ": " + error.what(),
                        "the file is damaged, or uses a feature that is not supported");
        }
        return parsed;
    }

private:
    std::filesystem::path file_;
    std::unique_ptr<parquet::arrow::FileReader> reader_;
    mutable std::mutex mutex_;
    int groups_;
    int at_ = 0;
};

}  // namespace

Result<std::unique_ptr<Source>> openParquet(const std::filesystem::path& file, const SourceOptions&) {
    try {
        ANNEAL_TRY(input, checked(arrow::io::ReadableFile::Open(file.string()), file.string()));
        ANNEAL_TRY(reader, checked(parquet::arrow::OpenFile(input, arrow::default_memory_pool()), file.string()));
        std::shared_ptr<arrow::Schema> schema;
        ANNEAL_CHECK(checked(reader->GetSchema(&schema), file.string()));
        for (int i = 0; i < schema->num_fields(); ++i)
            if (schema->GetAllFieldIndices(schema->field(i)->name()).size() > 1)
                return fail("data_unreadable", file.string() + ": two columns are called \"" + schema->field(i)->name() + "\"",
                            "rename one");
        return std::make_unique<ParquetSource>(file, std::move(reader));
    } catch (const std::exception& error) {
        return fail("data_unreadable", file.string() + ": " + error.what(), "the file is damaged, or uses a feature that is not supported");
    }
}

}  // namespace anneal::data
