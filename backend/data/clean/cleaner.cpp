#include "data/clean/cleaner.h"

#include <chrono>
#include <fstream>
#include <numeric>

#include <arrow/array.h>
#include <arrow/builder.h>
#include <arrow/compute/api_vector.h>
#include <arrow/datum.h>
#include <arrow/io/file.h>
#include <arrow/ipc/reader.h>
#include <arrow/ipc/writer.h>
#include <arrow/table.h>
#include <arrow/type.h>

#include "base/yaml.h"
#include "data/arrow_result.h"
#include "data/pipeline.h"

namespace anneal::data {
namespace {

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

Result<Batch> withoutDrops(const Batch& batch, Edit edit) {
    Batch rest{std::move(edit.rows), {}};
    if (edit.drops.empty()) {
        rest.numbers = batch.numbers;
        return rest;
    }
    arrow::BooleanBuilder keep;
    ANNEAL_CHECK(checked(keep.Reserve(rest.rows->num_rows()), "clean"));
    std::size_t drop = 0;
    for (std::int64_t row = 0; row < rest.rows->num_rows(); ++row) {
        const bool dropped = drop < edit.drops.size() && edit.drops[drop].index == row;
        drop += dropped;
        keep.UnsafeAppend(!dropped);
        if (!dropped) rest.numbers.push_back(batch.numbers[std::size_t(row)]);
    }
    std::shared_ptr<arrow::Array> mask;
    ANNEAL_CHECK(checked(keep.Finish(&mask), "clean"));
    ANNEAL_TRY(kept, checked(arrow::compute::Filter(rest.rows, mask), "clean"));
    ANNEAL_TRY(whole, checked(kept.table()->CombineChunks(), "clean"));
    rest.rows = whole;
    return rest;
}

struct DroppedRow {
    std::int64_t number;
    std::size_t step;
    std::string reason;
};

/// What a stage made of one part.
struct StageOutcome {
    std::size_t part = 0;
    Batch batch;
    std::optional<Edit> undecided;
    std::vector<StepCount> counts;  ///< a step of the stage
    std::vector<DroppedRow> dropped;
};

class Cleaner {
public:
    Cleaner(const Dataset& dataset, std::vector<std::unique_ptr<Step>> steps, const DatasetWriter& writer, int threads,
            const base::ProgressFunction& progress, const base::StopToken& stop)
        : dataset_(dataset), steps_(std::move(steps)), writer_(writer), threads_(threads), progress_(progress), stop_(stop) {
        for (const auto& step : steps_) counts_.push_back({std::string(step->name())});
    }

    /// A stage ends after a step that decides in order, and before one that looks at everything first: what follows
    /// starts from the rows that are left, kept aside meanwhile.
    Status run() {
        ANNEAL_TRY(schema, dataset_.schema());
        schema_ = schema;
        for (auto& step : steps_) ANNEAL_CHECK(step->bind(*schema_, dataset_.manifest().mapping));
        dropped_.open(writer_.staging() / "dropped.jsonl", std::ios::binary);
        parts_.resize(dataset_.parts());
        std::size_t begin = 0;
        if (steps_.front()->looksFirst()) ANNEAL_CHECK(runStage(0, 0));  // a stage of no steps: only a look
        while (begin < steps_.size()) {
            auto end = begin + 1;
            while (end < steps_.size() && !steps_[end - 1]->decidesInOrder() && !steps_[end]->looksFirst()) ++end;
            ANNEAL_CHECK(runStage(begin, end));
            begin = end;
        }
        dropped_.close();
        if (!dropped_) return fail("write_failed", "could not write dropped.jsonl", "free some space");
        std::error_code ignored;
        std::filesystem::remove_all(writer_.staging() / "aside", ignored);
        return {};
    }
    const arrow::Schema& schema() const { return *schema_; }
    const std::vector<StepCount>& counts() const { return counts_; }
    const std::vector<WrittenPart>& parts() const { return parts_; }

private:
    std::filesystem::path asidePath(std::size_t part) const { return writer_.staging() / "aside" / (std::to_string(part) + ".arrow"); }

    Result<Batch> readInput(std::size_t part) const {
        if (!aside_) {
            ANNEAL_TRY(table, dataset_.readPart(part));
            Batch batch{table, std::vector<std::int64_t>(std::size_t(table->num_rows()))};
            std::int64_t first = 1;
            for (std::size_t i = 0; i < part; ++i) first += dataset_.manifest().files[i].rows;
            std::iota(batch.numbers.begin(), batch.numbers.end(), first);
            return batch;
        }
        const auto name = asidePath(part).string();
        ANNEAL_TRY(file, checked(arrow::io::ReadableFile::Open(name), name));
        ANNEAL_TRY(reader, checked(arrow::ipc::RecordBatchFileReader::Open(file), name));
        ANNEAL_TRY(table, checked(reader->ToTable(), name));
        ANNEAL_TRY(whole, checked(table->CombineChunks(), name));
        const int last = whole->num_columns() - 1;
        Batch batch;
        if (whole->num_rows() > 0) {
            const auto& numbers = static_cast<const arrow::Int64Array&>(*whole->column(last)->chunk(0));
            batch.numbers.assign(numbers.raw_values(), numbers.raw_values() + numbers.length());
        }
        ANNEAL_TRY(rows, checked(whole->RemoveColumn(last), name));
        batch.rows = rows;
        return batch;
    }

    Status writeAside(std::size_t part, const Batch& batch) const {
        const auto name = asidePath(part).string();
        arrow::Int64Builder builder;
        ANNEAL_CHECK(checked(builder.AppendValues(batch.numbers), name));
        std::shared_ptr<arrow::Array> numbers;
        ANNEAL_CHECK(checked(builder.Finish(&numbers), name));
        ANNEAL_TRY(table, checked(batch.rows->AddColumn(batch.rows->num_columns(), arrow::field("row", arrow::int64()),
                                                        std::make_shared<arrow::ChunkedArray>(numbers)),
                                  name));
        ANNEAL_TRY(file, checked(arrow::io::FileOutputStream::Open(name), name));
        ANNEAL_TRY(writer, checked(arrow::ipc::MakeFileWriter(file, table->schema()), name));
        ANNEAL_CHECK(checked(writer->WriteTable(*table), name));
        ANNEAL_CHECK(checked(writer->Close(), name));
        return checked(file->Close(), name);
    }

    void note(StageOutcome& outcome, std::size_t step, const Batch& before, const Edit& edit, double seconds) const {
        StepCount count{std::string(steps_[step]->name())};
        count.rowsIn = std::int64_t(before.numbers.size());
        count.dropped = std::int64_t(edit.drops.size());
        count.rowsOut = count.rowsIn - count.dropped;
        count.changed = edit.changed;
        count.seconds = seconds;
        for (const auto& drop : edit.drops) outcome.dropped.push_back({before.numbers[std::size_t(drop.index)], step, drop.reason});
        outcome.counts.push_back(std::move(count));
    }

    /// Steps begin … end − 1 over one part; the last one's verdict is still open if it decides in order.
    Result<StageOutcome> applySteps(std::size_t part, std::size_t begin, std::size_t end) const {
        StageOutcome outcome;
        outcome.part = part;
        ANNEAL_TRY(input, readInput(part));
        outcome.batch = std::move(input);
        for (auto step = begin; step < end; ++step) {
            const auto start = Clock::now();
            ANNEAL_TRY(edit, steps_[step]->apply(outcome.batch));
            if (steps_[step]->decidesInOrder()) {
                outcome.undecided = std::move(edit);
                break;
            }
            note(outcome, step, outcome.batch, edit, secondsSince(start));
            ANNEAL_TRY(rest, withoutDrops(outcome.batch, std::move(edit)));
            outcome.batch = std::move(rest);
        }
        return outcome;
    }

    Status take(StageOutcome& outcome, std::size_t begin, std::size_t end) {
        if (outcome.undecided) {
            const auto start = Clock::now();
            ANNEAL_CHECK(steps_[end - 1]->decide(outcome.batch, *outcome.undecided));
            note(outcome, end - 1, outcome.batch, *outcome.undecided, secondsSince(start));
            ANNEAL_TRY(rest, withoutDrops(outcome.batch, std::move(*outcome.undecided)));
            outcome.batch = std::move(rest);
        }
        for (std::size_t i = 0; i < outcome.counts.size(); ++i) {
            auto& total = counts_[begin + i];
            total.rowsIn += outcome.counts[i].rowsIn;
            total.rowsOut += outcome.counts[i].rowsOut;
            total.changed += outcome.counts[i].changed;
            total.dropped += outcome.counts[i].dropped;
            total.seconds += outcome.counts[i].seconds;
        }
        for (const auto& drop : outcome.dropped)
            dropped_ << base::dumpJson(OrderedJson{{"row", drop.number}, {"step", steps_[drop.step]->name()}, {"reason", drop.reason}})
                     << '\n';
        if (end < steps_.size() && steps_[end]->looksFirst()) {
            const auto start = Clock::now();
            ANNEAL_CHECK(steps_[end]->look(outcome.batch));
            counts_[end].seconds += secondsSince(start);
        }
        return {};
    }

    Status runStage(std::size_t begin, std::size_t end) {
        const bool final = end == steps_.size();
        const bool onlyLook = begin == end;
        const bool decides = !onlyLook && steps_[end - 1]->decidesInOrder();
        std::error_code ignored;
        std::filesystem::create_directories(writer_.staging() / "aside", ignored);
        std::size_t started = 0, taken = 0;
        const auto store = [&](const StageOutcome& outcome) -> Status {
            if (onlyLook) return {};
            if (!final) return writeAside(outcome.part, outcome.batch);
            if (outcome.batch.rows->num_rows() == 0) return {};
            ANNEAL_TRY(part, writer_.write(outcome.part, *outcome.batch.rows));
            parts_[outcome.part] = std::move(part);
            return {};
        };
        const auto next = [&]() -> Result<std::optional<std::size_t>> {
            if (started >= dataset_.parts()) return std::nullopt;
            return started++;
        };
        const auto work = [&](std::size_t& part) -> Result<StageOutcome> {
            ANNEAL_TRY(outcome, applySteps(part, begin, end));
            if (!decides) ANNEAL_CHECK(store(outcome));
            return std::move(outcome);
        };
        const auto collect = [&](StageOutcome& outcome) -> Status {
            ANNEAL_CHECK(take(outcome, begin, end));
            if (decides) ANNEAL_CHECK(store(outcome));
            if (progress_) progress_({std::int64_t(++taken), std::int64_t(dataset_.parts()), "cleaning"});
            return {};
        };
        const auto status = inOrder<std::size_t, StageOutcome>(threads_, stop_, next, work, collect);
        if (!status) return status;
        if (!final && steps_[end]->looksFirst()) ANNEAL_CHECK(steps_[end]->finishLook());
        aside_ = aside_ || !onlyLook;
        return {};
    }

    const Dataset& dataset_;
    std::vector<std::unique_ptr<Step>> steps_;
    const DatasetWriter& writer_;
    int threads_;
    const base::ProgressFunction& progress_;
    const base::StopToken& stop_;
    std::shared_ptr<arrow::Schema> schema_;
    std::vector<StepCount> counts_;
    std::vector<WrittenPart> parts_;
    std::ofstream dropped_;
    bool aside_ = false;
};

}  // namespace

Result<CleanReport> cleanDataset(const Dataset& dataset, const Recipe& recipe, const CleanOptions& options,
                                 const base::ProgressFunction& progress, const base::StopToken& stop) {
    ANNEAL_TRY(steps, makeSteps(recipe));
    CleanReport report;
    report.dataset = options.out.empty() ? newDatasetFolder(dataset.path().filename().string() + "-clean") : options.out;
    ANNEAL_TRY(writer, DatasetWriter::create(report.dataset, options.replace));
    Cleaner cleaner(dataset, std::move(steps), writer, options.threads > 0 ? options.threads : defaultThreads(), progress, stop);
    ANNEAL_CHECK(cleaner.run());
    report.steps = cleaner.counts();

    Manifest manifest = dataset.manifest();
    manifest.rejected = 0;
    auto counts = OrderedJson::array();
    for (const auto& count : report.steps)
        counts.push_back({{"step", count.step},
                          {"rows_in", count.rowsIn},
                          {"rows_out", count.rowsOut},
                          {"changed", count.changed},
                          {"dropped", count.dropped}});
    std::error_code ignored;
    manifest.provenance = {{"dataset", std::filesystem::absolute(dataset.path(), ignored).string()},
                           {"dataset_hash", dataset.manifest().hash},
                           {"recipe", recipe.steps},
                           {"recipe_hash", recipe.hash},
                           {"steps", counts},
                           {"origin", dataset.manifest().provenance}};
    ANNEAL_CHECK(base::writeFileAtomically(writer.staging() / "recipe.yaml", base::dumpYaml({{"steps", recipe.steps}})));
    ANNEAL_TRY(whole, writer.commit(cleaner.schema(), cleaner.parts(), std::move(manifest)));
    report.manifest = std::move(whole);
    report.rowsIn = dataset.manifest().rows;
    report.rowsOut = report.manifest.rows;
    return report;
}

}  // namespace anneal::data
