#include "data/import.h"

#include <chrono>
#include <fstream>
#include <future>

#include <arrow/array.h>
#include <arrow/table.h>
#include <arrow/type.h>

#include "base/hash.h"
#include "data/arrow_result.h"
#include "data/pipeline.h"
#include "data/render.h"

namespace anneal::data {
namespace {

constexpr int kMostPasses = 6;  // a type widens at most three times: null, integer, real, json

/// What one block gave. Its rows are on disk already.
struct BlockOutcome {
    std::shared_ptr<arrow::Schema> schema;
    WrittenPart part;
    std::int64_t rows = 0;
    std::int64_t lines = 0;
    std::vector<Rejection> rejected;
    std::set<std::string> nulls;
};

struct NumberedBlock {
    std::size_t index = 0;
    Block block;
};

class Importer {
public:
    Importer(Source& source, const DatasetWriter& writer, int threads, const base::ProgressFunction& progress, const base::StopToken& stop)
        : source_(source), writer_(writer), threads_(threads), progress_(progress), stop_(stop) {}

    /// Reads until every block agrees on the columns: a block whose types turn out too narrow is read again.
    Status run(std::shared_ptr<arrow::Schema> expected) {
        schema_ = std::move(expected);
        for (int pass = 0; pass < kMostPasses; ++pass) {
            ANNEAL_CHECK(readBlocks());
            auto joined = schema_;
            for (const auto& outcome : outcomes_) joined = join(*joined, *outcome.schema, source_.conflict());
            bool agreed = true;
            for (const auto& outcome : outcomes_) agreed = agreed && sameColumns(*outcome.schema, *joined);
            schema_ = joined;
            if (agreed) return {};
            ANNEAL_CHECK(source_.rewind());
        }
        return fail("data_unreadable", "the columns' types could not be settled", "name the format or convert the file first");
    }

    const std::shared_ptr<arrow::Schema>& schema() const { return schema_; }
    const std::vector<BlockOutcome>& outcomes() const { return outcomes_; }

private:
    Status readBlocks() {
        std::size_t started = 0, taken = 0;
        const bool again = !outcomes_.empty();
        const auto next = [&]() -> Result<std::optional<NumberedBlock>> {
            ANNEAL_TRY(block, source_.next());
            if (!block) return std::nullopt;
            return NumberedBlock{started++, std::move(*block)};
        };
        const auto work = [&](NumberedBlock& item) -> Result<BlockOutcome> {
            if (again && sameColumns(*outcomes_[item.index].schema, *schema_)) return outcomes_[item.index];
            ANNEAL_TRY(parsed, source_.parse(item.block, *schema_));
            BlockOutcome outcome;
            outcome.schema = parsed.table->schema();
            outcome.rows = parsed.rows;
            outcome.lines = parsed.lines;
            outcome.rejected = std::move(parsed.rejected);
            outcome.nulls = std::move(parsed.nulls);
            if (parsed.table->num_rows() > 0) {
                ANNEAL_TRY(part, writer_.write(item.index, *parsed.table));
                outcome.part = std::move(part);
            }
            return outcome;
        };
        const auto take = [&](BlockOutcome& outcome) -> Status {
            if (again)
                outcomes_[taken] = std::move(outcome);
            else
                outcomes_.push_back(std::move(outcome));
            ++taken;
            if (progress_) progress_({std::int64_t(source_.position() * 1000), 1000, "reading"});
            return {};
        };
        return inOrder<NumberedBlock, BlockOutcome>(threads_, stop_, next, work, take);
    }

    Source& source_;
    const DatasetWriter& writer_;
    int threads_;
    const base::ProgressFunction& progress_;
    const base::StopToken& stop_;
    std::shared_ptr<arrow::Schema> schema_;
    std::vector<BlockOutcome> outcomes_;
};

/// rejected.jsonl with rows and lines counted from the file's start; gives the first of them and their number.
Result<std::int64_t> writeRejections(const std::vector<BlockOutcome>& outcomes, bool lines, const std::filesystem::path& file,
                                     std::vector<Rejection>& first) {
    std::int64_t count = 0, row = 0, line = 0;
    std::string text;
    for (const auto& outcome : outcomes) {
        for (auto rejection : outcome.rejected) {
            rejection.row += row;
            if (lines) rejection.line += line;
            OrderedJson one = {{"row", rejection.row}, {"line", nullptr}, {"reason", rejection.reason}, {"text", rejection.text}};
            if (lines) one["line"] = rejection.line;
            text += base::dumpJson(one) + "\n";
            if (first.size() < kRejectionsReported) first.push_back(std::move(rejection));
            ++count;
        }
        row += outcome.rows;
        line += outcome.lines;
    }
    ANNEAL_CHECK(base::writeFileAtomically(file, text));
    return count;
}

/// Columns whose rows without a value never said null: the key was left out.
std::vector<ManifestColumn> optionalColumns(const arrow::Schema& schema, const std::vector<BlockOutcome>& outcomes) {
    std::vector<ManifestColumn> columns;
    for (const auto& field : schema.fields()) {
        bool written = false;
        for (const auto& outcome : outcomes) written = written || outcome.nulls.count(field->name()) > 0;
        columns.push_back({field->name(), "", 0, !written});
    }
    return columns;
}

std::string stemOf(const std::filesystem::path& source) {
    auto stem = source.stem();
    if (stem.has_extension() && (source.extension() == ".gz" || source.extension() == ".zst")) stem = stem.stem();
    return stem.string();
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
    ANNEAL_TRY(source, openSource(options.source, options.reading));
    const auto out = options.out.empty() ? newDatasetFolder(stemOf(options.source)) : options.out;
    ANNEAL_TRY(writer, DatasetWriter::create(out, options.replace));
    auto sourceHash = std::async(std::launch::async, [file = options.source] { return base::sha256File(file); });

    // The first block alone shows most types, so that the others rarely have to be read twice.
    ANNEAL_TRY(first, source->next());
    if (!first) return fail("no_rows", options.source.string() + " holds no rows", "choose a file with rows");
    ANNEAL_TRY(head, source->parse(*first, *arrow::schema({})));
    first.reset();
    ANNEAL_CHECK(source->rewind());
    Importer importer(*source, writer, options.threads > 0 ? options.threads : defaultThreads(), progress, stop);
    ANNEAL_CHECK(importer.run(head.table->schema()));

    ImportReport report;
    report.dataset = out;
    const bool lines = source->format() != "parquet";
    ANNEAL_TRY(rejected, writeRejections(importer.outcomes(), lines, writer.staging() / "rejected.jsonl", report.rejected));
    std::vector<WrittenPart> parts;
    std::int64_t kept = 0;
    for (const auto& outcome : importer.outcomes()) {
        parts.push_back(outcome.part);
        kept += outcome.part.file.rows;
    }
    if (kept == 0) {
        if (report.rejected.empty()) return fail("no_rows", options.source.string() + " holds no rows", "choose a file with rows");
        const auto& why = report.rejected.front();
        return fail("no_rows", options.source.string() + ": no row could be kept; line " + std::to_string(why.line) + ": " + why.reason,
                    "check the file's format, or name it with --format");
    }

    auto samples = sampleColumns(*head.table);
    for (auto& column : samples)
        if (const auto field = settled(*importer.schema())->GetFieldByName(column.name)) column.type = typeName(*field);
    Manifest manifest;
    if (options.mapping) {
        manifest.mapping = *options.mapping;
        ANNEAL_TRY(mapping, overrideMapping(Mapping{}, {}, options.mapping->columns, samples));
        static_cast<void>(mapping);
    } else {
        const auto detection = detectShape(samples);
        manifest.confidence = detection.confidence;
        ANNEAL_TRY(mapping, overrideMapping(detection.mapping, options.shape, options.columns, samples));
        manifest.mapping = mapping;
    }
    manifest.columns = optionalColumns(*importer.schema(), importer.outcomes());
    manifest.rejected = rejected;
    ANNEAL_TRY(hash, sourceHash.get());
    std::error_code ignored;
    manifest.provenance = {{"source", std::filesystem::absolute(options.source, ignored).string()},
                           {"format", source->format()},
                           {"bytes", std::filesystem::file_size(options.source, ignored)},
                           {"sha256", hash}};
    ANNEAL_TRY(whole, writer.commit(*importer.schema(), parts, std::move(manifest)));
    report.manifest = std::move(whole);
    return report;
}

}  // namespace anneal::data
