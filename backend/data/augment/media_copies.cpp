#include "data/augment/media_copies.h"

#include <optional>

#include <arrow/table.h>
#include <arrow/type.h>

#include "data/arrow_result.h"
#include "data/augment/training_part.h"
#include "data/augment/training_rows.h"
#include "data/clean/blocks.h"
#include "data/column_summary.h"
#include "data/media.h"
#include "data/pipeline.h"
#include "data/rejection_log.h"

namespace anneal::data {
namespace {

constexpr const char* kMediaFolder = "media";
constexpr const char* kMethod = "transform";
constexpr std::int64_t kRowsAPiece = 64;  ///< of one thread's work: files take milliseconds each

/// Rows of a block that are worked on together.
struct Piece {
    Batch batch;
    std::size_t part = 0;
};
struct PieceOutcome {
    std::shared_ptr<arrow::Table> rows;
    std::vector<Rejection> rejected;
    std::int64_t made = 0, read = 0;
    std::size_t part = 0;
};

bool endsAll(const Error& error) { return error.code == "disk_full" || error.code == "write_failed" || error.code == "stopped"; }

class MediaCopier {
public:
    MediaCopier(const Dataset& dataset, MediaVariation& variation, const MediaCopyOptions& options, DatasetWriter writer,
                const base::ProgressFunction& progress, const base::StopToken& stop)
        : dataset_(dataset),
          variation_(variation),
          options_(options),
          writer_(std::move(writer)),
          progress_(progress),
          stop_(stop),
          blocks_(dataset) {}

    Result<MediaCopyReport> run() {
        ANNEAL_TRY(schema, dataset_.schema());
        ANNEAL_CHECK(variation_.bind(*schema, dataset_.manifest().mapping));
        ANNEAL_TRY(after, training_.bind(schema, options_.partColumn));
        sketch_.emplace(*after);
        place_ = {mediaRoot(dataset_.manifest()), writer_.staging() / kMediaFolder,
                  std::filesystem::absolute(writer_.target()).lexically_normal() / kMediaFolder, ""};
        std::error_code error;
        std::filesystem::create_directories(place_.folder, error);
        if (error) return fail("write_failed", "could not create " + place_.folder.string() + ": " + error.message());
        ANNEAL_TRY(log, RejectionLog::create(writer_.staging() / "rejected.jsonl"));

        MediaCopyReport report;
        report.dataset = options_.out;
        const auto next = [&] { return nextPiece(); };
        const auto work = [&](Piece& piece) { return copy(piece); };
        const auto take = [&](PieceOutcome& outcome) -> Status {
            ANNEAL_CHECK(log.add(outcome.rejected, false, 0, 0));
            report.made += outcome.made;
            report.rowsIn += outcome.read;
            if (!tables_.empty() && outcome.part != part_) ANNEAL_CHECK(writePart());
            part_ = outcome.part;
            tables_.push_back(std::move(outcome.rows));
            if (progress_) progress_({report.rowsIn, dataset_.manifest().rows, "augmenting"});
            return {};
        };
        const int threads = options_.threads > 0 ? options_.threads : defaultThreads();
        ANNEAL_CHECK((inOrder<Piece, PieceOutcome>(threads, stop_, next, work, take)));
        if (!tables_.empty()) ANNEAL_CHECK(writePart());
        ANNEAL_CHECK(log.close());
        report.rejected = log.first();

        Manifest manifest = dataset_.manifest();
        manifest.rejected = log.count();
        manifest.provenance = {{"dataset", std::filesystem::absolute(dataset_.path(), error).string()},
                               {"dataset_hash", dataset_.manifest().hash},
                               {"augment", variation_.described()},
                               {"origin", dataset_.manifest().provenance}};
        if (!place_.root.empty()) manifest.provenance["media_root"] = place_.root.string();
        ANNEAL_TRY(whole, writer_.commit(*after, parts_, std::move(manifest), sketch_->finish()));
        report.manifest = std::move(whole);
        return report;
    }

private:
    Result<std::optional<Piece>> nextPiece() {
        while (begin_ >= block_.size()) {
            if (nextPart_ >= dataset_.parts()) return std::nullopt;
            const auto [first, last] = blocks_.blocksIn(nextPart_++);
            ANNEAL_TRY(batches, blocks_.read(nextPart_ - 1, first, last));
            block_ = std::move(batches);
            begin_ = 0;
        }
        const auto& whole = block_[begin_];
        const auto count = std::min<std::int64_t>(kRowsAPiece, std::int64_t(whole.ids.size()) - row_);
        Piece piece;
        piece.part = nextPart_ - 1;
        piece.batch.rows = whole.rows->Slice(row_, count);
        piece.batch.ids.assign(whole.ids.begin() + row_, whole.ids.begin() + row_ + count);
        row_ += count;
        if (row_ == std::int64_t(whole.ids.size())) {
            ++begin_;
            row_ = 0;
        }
        return piece;
    }

    Result<PieceOutcome> copy(const Piece& piece) const {
        PieceOutcome outcome;
        outcome.part = piece.part;
        outcome.read = std::int64_t(piece.batch.ids.size());
        RowCopies copies;
        for (std::int64_t row = 0; row < outcome.read; ++row) {
            const auto& id = piece.batch.ids[std::size_t(row)];
            copies.add(row);
            ANNEAL_TRY(training, training_.has(*piece.batch.rows, row, id));
            for (std::int64_t number = 0; training && number < options_.copies; ++number) {
                if (stop_.stopRequested()) return fail("stopped", "stopped");
                auto place = place_;
                place.stem = std::to_string(id.number) + "-" + std::to_string(number + 1);
                Random random({options_.seed, std::uint64_t(id.number), std::uint64_t(number)});
                auto cells = variation_.vary(*piece.batch.rows, row, random, place);
                if (cells) {
                    copies.add(row, std::move(*cells));
                    ++outcome.made;
                    continue;
                }
                if (endsAll(cells.error())) return fail(cells.error());
                outcome.rejected.push_back({id.number, 0, cells.error().message, {}, {}});
                break;  // what cannot be read once cannot be read twice
            }
        }
        ANNEAL_TRY(table, copies.table(piece.batch.rows));
        ANNEAL_TRY(filled, training_.origin().fill(table, piece.batch, copies.sources(), kMethod));
        outcome.rows = filled;
        return outcome;
    }

    Status writePart() {
        ANNEAL_TRY(joined, checked(arrow::ConcatenateTables(tables_), "augment"));
        ANNEAL_TRY(whole, checked(joined->CombineChunks(), "augment"));
        sketch_->add(*whole);
        ANNEAL_TRY(written, writer_.write(parts_.size(), *whole));
        parts_.push_back(std::move(written));
        tables_.clear();
        return {};
    }

    const Dataset& dataset_;
    MediaVariation& variation_;
    const MediaCopyOptions& options_;
    DatasetWriter writer_;
    const base::ProgressFunction& progress_;
    const base::StopToken& stop_;
    Blocks blocks_;
    TrainingRows training_;
    MediaVariation::Place place_;
    // Where the next piece begins.
    std::vector<Batch> block_;
    std::size_t nextPart_ = 0, begin_ = 0;
    std::int64_t row_ = 0;
    // Of the part that is put together.
    std::vector<std::shared_ptr<arrow::Table>> tables_;
    std::size_t part_ = 0;
    std::vector<WrittenPart> parts_;
    std::optional<SharedSketch> sketch_;
};

}  // namespace

Result<MediaCopyReport> copyMedia(const Dataset& dataset, MediaVariation& variation, const MediaCopyOptions& options,
                                  const base::ProgressFunction& progress, const base::StopToken& stop) {
    ANNEAL_CHECK(mayAugment(dataset));
    ANNEAL_TRY(writer, DatasetWriter::create(options.out, options.replace));
    return MediaCopier(dataset, variation, options, std::move(writer), progress, stop).run();
}

}  // namespace anneal::data
