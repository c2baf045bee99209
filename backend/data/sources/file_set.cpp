#include "data/sources/file_set.h"

#include <algorithm>

#include <arrow/array.h>
#include <arrow/builder.h>
#include <arrow/table.h>
#include <arrow/type.h>

#include "base/text.h"
#include "data/arrow_result.h"
#include "data/sources/format.h"

namespace anneal::data {
namespace {

constexpr std::size_t kFilesABlock = 256;

/// One block of one of the files, or why that file could not be opened.
struct Piece {
    std::size_t file = 0;
    std::shared_ptr<const Source> source;
    Block block;
    std::string failure;
};

using Batch = std::vector<Piece>;

arrow::Result<std::shared_ptr<arrow::Array>> repeated(const std::string& text, std::int64_t count) {
    arrow::StringBuilder builder;
    ARROW_RETURN_NOT_OK(builder.Reserve(count));
    ARROW_RETURN_NOT_OK(builder.ReserveData(count * std::int64_t(text.size())));
    for (std::int64_t i = 0; i < count; ++i) builder.UnsafeAppend(text);
    return builder.Finish();
}

class FileSet : public Source {
public:
    FileSet(FileList files, const SourceOptions& options) : files_(std::move(files)), options_(options) {}

    std::string_view format() const override { return format_; }
    Conflict conflict() const override { return textual_ ? Conflict::toText : Conflict::toJson; }
    double position() const override { return files_.files.empty() ? 1 : double(at_) / double(files_.files.size()); }
    OrderedJson details() const override {
        auto found = details_;
        found["files"] = files_.files.size();
        found["file_column"] = column_;
        return found;
    }
    Status rewind() override {
        at_ = 0;
        source_.reset();
        return {};
    }

    /// Opens what it needs to know the formats and the name of the column for the files.
    Status look() {
        std::string failure;
        for (const auto& file : files_.files) {
            auto source = openFile(file.path, options_);
            if (!source) {
                if (failure.empty()) failure = source.error().message;
                continue;
            }
            auto block = (*source)->next();
            if (!block || !*block) continue;
            auto head = (*source)->parse(**block, *arrow::schema({}));
            if (!head) continue;
            format_ = (*source)->format();
            details_ = (*source)->details();
            textual_ = (*source)->conflict() == Conflict::toText;
            for (int n = 2; head->table->schema()->GetFieldIndex(column_) >= 0; ++n) column_ = "file_" + std::to_string(n);
            return {};
        }
        return fail(
            "no_rows",
            "none of " + std::to_string(files_.files.size()) + " files could be read" + (failure.empty() ? "" : "; the first: " + failure),
            "choose files with rows");
    }

    /// A large file's blocks one by one; whole small files together.
    Result<std::optional<Block>> next() override {
        auto batch = std::make_shared<Batch>();
        std::size_t bytes = 0;
        while (at_ < files_.files.size() && batch->size() < kFilesABlock && bytes < options_.blockBytes) {
            const bool fresh = !source_;
            if (fresh) {
                auto opened = openFile(files_.files[at_].path, options_);
                if (!opened) {
                    batch->push_back({at_++, nullptr, {}, opened.error().message});
                    continue;
                }
                source_ = std::move(*opened);
            }
            auto block = source_->next();
            if (!block || !*block) {
                if (!block) batch->push_back({at_, nullptr, {}, block.error().message});
                source_.reset();
                ++at_;
                continue;
            }
            const bool whole = fresh && (*block)->last;
            // Lines are counted from a file's start, so that a block of a larger file stands alone.
            if (!whole && !batch->empty()) {
                source_->rewind();
                if (fresh) source_.reset();
                break;
            }
            bytes += (*block)->text.size();
            const bool first = (*block)->first;
            batch->push_back({at_, source_, std::move(**block), {}});
            if (!whole) return wrap(std::move(batch), first);
        }
        if (batch->empty()) return std::nullopt;
        return wrap(std::move(batch), true);
    }

    Result<Parsed> parse(const Block& block, const arrow::Schema& expected) const override {
        const auto& batch = *std::static_pointer_cast<const Batch>(block.owner);
        const auto place = expected.GetFieldIndex(column_);
        ANNEAL_TRY(inner, checked(place < 0 ? arrow::schema(expected.fields()) : expected.RemoveField(place), column_));
        Parsed parsed;
        std::vector<Parsed> pieces;
        auto schema = inner;
        for (const auto& piece : batch) {
            ANNEAL_TRY(one, parsePiece(piece, *schema));
            if (one.table) schema = data::join(*schema, *one.table->schema(), conflict());
            pieces.push_back(std::move(one));
        }
        std::vector<std::shared_ptr<arrow::Table>> tables;
        for (std::size_t i = 0; i < batch.size(); ++i) {
            // A file whose types turned out too narrow beside a later one is parsed again.
            if (pieces[i].table && !sameColumns(*pieces[i].table->schema(), *schema)) {
                ANNEAL_TRY(again, parsePiece(batch[i], *schema));
                pieces[i] = std::move(again);
            }
            ANNEAL_CHECK(take(batch[i], pieces[i], *schema, parsed, tables));
        }
        if (tables.empty()) {
            parsed.table = arrow::Table::Make(schema, std::vector<std::shared_ptr<arrow::Array>>(), 0);
            return parsed;
        }
        ANNEAL_TRY(table, checked(arrow::ConcatenateTables(tables), column_));
        parsed.table = table;
        return parsed;
    }

private:
    Block wrap(std::shared_ptr<Batch> batch, bool first) const {
        Block block;
        block.first = first;
        block.last = at_ >= files_.files.size();
        block.owner = std::move(batch);
        return block;
    }

    Result<Parsed> parsePiece(const Piece& piece, const arrow::Schema& expected) const {
        if (!piece.source) return Parsed();
        return piece.source->parse(piece.block, expected);
    }

    Status take(const Piece& piece, Parsed& one, const arrow::Schema& schema, Parsed& all,
                std::vector<std::shared_ptr<arrow::Table>>& tables) const {
        const auto& name = files_.files[piece.file].name;
        if (!piece.source) {
            all.rejected.push_back({0, 0, "the file could not be read: " + piece.failure, {}, name});
            return {};
        }
        for (auto& rejection : one.rejected) {
            rejection.row += all.rows;
            rejection.file = name;
            all.rejected.push_back(std::move(rejection));
        }
        all.rows += one.rows;
        all.lines = one.lines;
        all.nulls.merge(one.nulls);
        ANNEAL_TRY(names, checked(repeated(name, one.table->num_rows()), name));
        arrow::FieldVector fields = {makeField(column_, ColumnType::text)};
        arrow::ChunkedArrayVector columns = {std::make_shared<arrow::ChunkedArray>(names)};
        for (const auto& field : schema.fields()) {
            auto column = one.table->GetColumnByName(field->name());
            if (!column) {
                ANNEAL_TRY(nothing, checked(arrow::MakeArrayOfNull(field->type(), one.table->num_rows()), name));
                column = std::make_shared<arrow::ChunkedArray>(nothing);
            }
            fields.push_back(field);
            columns.push_back(std::move(column));
        }
        tables.push_back(arrow::Table::Make(arrow::schema(fields), columns, one.table->num_rows()));
        return {};
    }

    FileList files_;
    SourceOptions options_;
    std::string column_ = "file";
    std::string format_;
    OrderedJson details_;
    bool textual_ = false;
    std::size_t at_ = 0;
    std::shared_ptr<Source> source_;
};

}  // namespace

Result<std::unique_ptr<Source>> openFileSet(FileList files, const SourceOptions& options) {
    auto set = std::make_unique<FileSet>(std::move(files), options);
    ANNEAL_CHECK(set->look());
    return set;
}

}  // namespace anneal::data
