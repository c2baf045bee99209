#include "data/clean/clean_run.h"

#include <chrono>

#include <arrow/array.h>
#include <arrow/builder.h>
#include <arrow/io/file.h>
#include <arrow/ipc/reader.h>
#include <arrow/ipc/writer.h>
#include <arrow/table.h>
#include <arrow/type.h>

#include "data/arrow_result.h"
#include "data/pipeline.h"

namespace anneal::data {
namespace {

using Clock = std::chrono::steady_clock;

/// Columns "row" and "copy" behind the others, so that rows keep their ids aside.
arrow::Result<std::shared_ptr<arrow::RecordBatch>> withIds(const Batch& batch) {
    arrow::Int64Builder numbers;
    arrow::Int32Builder copies;
    for (const auto& id : batch.ids) {
        ARROW_RETURN_NOT_OK(numbers.Append(id.number));
        ARROW_RETURN_NOT_OK(copies.Append(id.copy));
    }
    arrow::ArrayVector columns;
    auto fields = batch.rows->schema()->fields();
    for (const auto& column : batch.rows->columns()) columns.push_back(column->chunk(0));
    columns.emplace_back();
    ARROW_RETURN_NOT_OK(numbers.Finish(&columns.back()));
    columns.emplace_back();
    ARROW_RETURN_NOT_OK(copies.Finish(&columns.back()));
    fields.push_back(arrow::field("row", arrow::int64()));
    fields.push_back(arrow::field("copy", arrow::int32()));
    return arrow::RecordBatch::Make(arrow::schema(fields), batch.rows->num_rows(), columns);
}

arrow::Result<Batch> withoutIds(const arrow::RecordBatch& stored) {
    const int columns = stored.num_columns() - 2;
    const auto& numbers = static_cast<const arrow::Int64Array&>(*stored.column(columns));
    const auto& copies = static_cast<const arrow::Int32Array&>(*stored.column(columns + 1));
    Batch batch;
    for (std::int64_t i = 0; i < stored.num_rows(); ++i) batch.ids.push_back({numbers.Value(i), copies.Value(i)});
    ARROW_ASSIGN_OR_RAISE(auto rest, stored.RemoveColumn(columns + 1));
    ARROW_ASSIGN_OR_RAISE(rest, rest->RemoveColumn(columns));
    ARROW_ASSIGN_OR_RAISE(batch.rows, arrow::Table::FromRecordBatches({rest}));
    return batch;
}

}  // namespace

struct CleanRun::PartOutcome {
    std::size_t part = 0;
    std::vector<Batch> batches;
    std::vector<RowId> ids;
    std::vector<StepCount> counts;
    Trace trace;
    std::vector<std::unique_ptr<Learner::Observation>> observations;
};

CleanRun::CleanRun(const Dataset& dataset, const BoundRecipe& recipe, CleanRunOptions options, const base::ProgressFunction& progress,
                   const base::StopToken& stop)
    : dataset_(dataset), blocks_(dataset), recipe_(recipe), options_(std::move(options)), progress_(progress), stop_(stop) {
    if (options_.threads <= 0) options_.threads = defaultThreads();
    const auto& shard = options_.shard;
    const auto rows = dataset.manifest().rows;
    const auto begins = [&](int index) {
        return blocks_.blockFrom(rows / shard.count * index + rows % shard.count * index / shard.count + 1);
    };
    beginBlock_ = begins(shard.index - 1);
    endBlock_ = begins(shard.index);
    for (std::size_t step = 0; step < recipe.size(); ++step) counts_.push_back({recipe.name(step)});
}

Result<std::vector<Batch>> CleanRun::readAside(std::size_t part) const {
    const auto name = (options_.scratch / (std::to_string(part) + ".arrow")).string();
    ANNEAL_TRY(file, checked(arrow::io::MemoryMappedFile::Open(name, arrow::io::FileMode::READ), name));
    ANNEAL_TRY(reader, checked(arrow::ipc::RecordBatchFileReader::Open(file), name));
    std::vector<Batch> batches;
    for (int i = 0; i < reader->num_record_batches(); ++i) {
        ANNEAL_TRY(stored, checked(reader->ReadRecordBatch(i), name));
        ANNEAL_TRY(batch, checked(withoutIds(*stored), name));
        batch.block = blocks_.blockOf(batch.ids.front().number);
        batches.push_back(std::move(batch));
    }
    return batches;
}

Result<std::vector<Batch>> CleanRun::readInput(std::size_t part) const {
    auto batches = aside_ ? readAside(part) : blocks_.read(part, beginBlock_, endBlock_);
    if (batches)
        for (auto& batch : *batches) batch.stop = stop_;
    return batches;
}

Status CleanRun::writeAside(std::size_t part, const std::vector<Batch>& batches) const {
    // Written under another name first: the earlier pass's file may still be mapped.
    const auto target = options_.scratch / (std::to_string(part) + ".arrow");
    const auto name = target.string() + ".new";
    ANNEAL_TRY(file, checked(arrow::io::FileOutputStream::Open(name), name));
    std::shared_ptr<arrow::ipc::RecordBatchWriter> writer;
    for (const auto& batch : batches) {
        ANNEAL_TRY(stored, checked(withIds(batch), name));
        if (!writer) {
            ANNEAL_TRY(made, checked(arrow::ipc::MakeFileWriter(file, stored->schema()), name));
            writer = made;
        }
        ANNEAL_CHECK(checked(writer->WriteRecordBatch(*stored), name));
    }
    if (!writer) {
        ANNEAL_TRY(made, checked(arrow::ipc::MakeFileWriter(file, arrow::schema({})), name));
        writer = made;
    }
    ANNEAL_CHECK(checked(writer->Close(), name));
    ANNEAL_CHECK(checked(file->Close(), name));
    std::error_code error;
    std::filesystem::rename(name, target, error);
    if (error) return fail("write_failed", "could not write " + name + ": " + error.message(), "free some space");
    return {};
}

Status CleanRun::storePart(PartOutcome& outcome, const CleanSink& sink) const {
    for (const auto& batch : outcome.batches) outcome.ids.insert(outcome.ids.end(), batch.ids.begin(), batch.ids.end());
    if (!sink.store || outcome.batches.empty()) return {};
    std::vector<std::shared_ptr<arrow::Table>> tables;
    for (const auto& batch : outcome.batches) tables.push_back(batch.rows);
    ANNEAL_TRY(joined, checked(arrow::ConcatenateTables(tables), "clean"));
    ANNEAL_TRY(whole, checked(joined->CombineChunks(), "clean"));
    return sink.store(outcome.part, *whole);
}

Status CleanRun::pass(std::size_t begin, std::size_t end, const CleanSink* sink) {
    auto* learner = sink ? nullptr : recipe_.learner(end);
    const bool keepsAside = !sink && (aside_ || begin < end);
    std::error_code ignored;
    if (!options_.scratch.empty()) std::filesystem::create_directories(options_.scratch, ignored);
    const Workplace workplace{options_.scratch / ("step-" + std::to_string(end)), options_.threads, progress_, stop_};
    if (learner) {
        std::filesystem::create_directories(workplace.scratch, ignored);
        ANNEAL_CHECK(learner->prepare(workplace));
    }
    std::size_t started = 0;
    const auto next = [&]() -> Result<std::optional<std::size_t>> {
        if (started >= dataset_.parts()) return std::nullopt;
        return started++;
    };
    const auto work = [&](std::size_t& part) -> Result<PartOutcome> {
        PartOutcome outcome;
        outcome.part = part;
        outcome.counts.resize(end - begin);
        ANNEAL_TRY(batches, readInput(part));
        for (auto& batch : batches) {
            ANNEAL_TRY(passage, recipe_.pass(std::move(batch), begin, end, options_.detail));
            for (std::size_t i = 0; i < passage.counts.size(); ++i) outcome.counts[i] += passage.counts[i];
            const auto append = [](auto& to, auto& from) {
                to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
            };
            append(outcome.trace.changes, passage.trace.changes);
            append(outcome.trace.drops, passage.trace.drops);
            append(outcome.trace.copies, passage.trace.copies);
            if (passage.batch.ids.empty()) continue;
            if (learner) {
                const auto start = Clock::now();
                ANNEAL_TRY(observation, learner->observe(passage.batch));
                outcome.observations.push_back(std::move(observation));
                outcome.counts.resize(end - begin + 1);
                outcome.counts.back().seconds += std::chrono::duration<double>(Clock::now() - start).count();
            }
            outcome.batches.push_back(std::move(passage.batch));
        }
        if (keepsAside) ANNEAL_CHECK(writeAside(part, outcome.batches));
        if (sink) ANNEAL_CHECK(storePart(outcome, *sink));
        outcome.batches.clear();
        return outcome;
    };
    const auto take = [&](PartOutcome& outcome) -> Status {
        for (std::size_t i = 0; i < outcome.counts.size(); ++i) counts_[begin + i] += outcome.counts[i];
        for (auto& observation : outcome.observations) ANNEAL_CHECK(learner->absorb(*observation));
        outcome.observations.clear();
        if (traceTo_ && options_.detail != TraceDetail::none) ANNEAL_CHECK(traceTo_(outcome.trace));
        if (sink && sink->rows) ANNEAL_CHECK(sink->rows(outcome.ids));
        if (progress_) progress_({++progressDone_, progressTotal_, "cleaning"});
        return {};
    };
    ANNEAL_CHECK((inOrder<std::size_t, PartOutcome>(options_.threads, stop_, next, work, take)));
    aside_ = aside_ || keepsAside;
    if (!learner) return {};
    const auto start = Clock::now();
    ANNEAL_CHECK(learner->conclude(workplace));
    counts_[end].seconds += std::chrono::duration<double>(Clock::now() - start).count();
    std::filesystem::remove_all(workplace.scratch, ignored);
    return {};
}

Status CleanRun::run(const CleanSink& sink, bool known) {
    std::vector<std::size_t> learners;
    for (std::size_t step = 0; step < recipe_.size() && !known; ++step)
        if (recipe_.learner(step)) learners.push_back(step);
    progressTotal_ = std::int64_t(dataset_.parts() * (learners.size() + 1));
    traceTo_ = sink.trace;
    std::size_t begin = 0;
    for (const auto step : learners) {
        ANNEAL_CHECK(pass(begin, step, nullptr));
        begin = step;
    }
    ANNEAL_CHECK(pass(begin, recipe_.size(), &sink));
    std::error_code ignored;
    if (!options_.scratch.empty()) std::filesystem::remove_all(options_.scratch, ignored);
    return {};
}

}  // namespace anneal::data
