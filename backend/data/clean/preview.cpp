#include "data/clean/preview.h"

#include <algorithm>
#include <queue>

#include <arrow/table.h>

#include "base/scratch_folder.h"
#include "data/arrow_result.h"
#include "data/clean/clean_run.h"

namespace anneal::data {
namespace {

/// The few of many entries that a hash of their row puts first: spread over the data, and the same on any number of threads.
template <class Entry>
class Draw {
public:
    explicit Draw(std::size_t most) : most_(most) {}
    void offer(Entry& entry, std::uint64_t salt) {
        const auto order = (std::uint64_t(entry.id.number) + salt) * 0x9E3779B97F4A7C15u;
        if (most_ == 0 || (drawn_.size() == most_ && order >= drawn_.top().order)) return;
        if (drawn_.size() == most_) drawn_.pop();
        drawn_.push({order, std::move(entry)});
    }
    /// By row.
    std::vector<Entry> take() {
        std::vector<Entry> entries;
        for (; !drawn_.empty(); drawn_.pop()) entries.push_back(drawn_.top().entry);
        std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.id.number < b.id.number; });
        return entries;
    }

private:
    struct Drawn {
        std::uint64_t order;
        Entry entry;
        bool operator<(const Drawn& other) const { return order < other.order; }
    };
    std::size_t most_;
    std::priority_queue<Drawn> drawn_;
};

PreviewedChange previewed(CellChange change) {
    PreviewedChange shown{change.id, std::move(change.column), std::move(change.before), std::move(change.after), {}};
    if (shown.before && shown.after) shown.spans = diffSpans(*shown.before, *shown.after);
    return shown;
}

OrderedJson toJson(const StepSample& sample) {
    OrderedJson document = {{"changed", OrderedJson::array()}, {"dropped", OrderedJson::array()}};
    for (const auto& change : sample.changes)
        document["changed"].push_back(
            {{"row", change.id.number}, {"column", change.column}, {"before", cellJson(change.before)}, {"after", cellJson(change.after)}});
    for (const auto& drop : sample.drops) document["dropped"].push_back({{"row", drop.id.number}, {"reason", drop.reason}});
    return document;
}

/// Rows of the blocks that hold the window.
Result<std::vector<Batch>> batchesAround(const Dataset& dataset, const RowWindow& window, const base::StopToken& stop) {
    const Blocks blocks(dataset);
    const auto first = blocks.blockOf(std::max<std::int64_t>(1, window.first));
    const auto last = blocks.blockOf(std::max<std::int64_t>(1, window.first) + std::max<std::int64_t>(0, window.count - 1));
    std::vector<Batch> batches;
    for (std::size_t part = 0; part < dataset.parts(); ++part) {
        ANNEAL_TRY(read, blocks.read(part, first, last + 1));
        for (auto& batch : read) {
            batch.stop = stop;
            batches.push_back(std::move(batch));
        }
    }
    return batches;
}

Status passAll(const BoundRecipe& recipe, std::vector<Batch>& batches, std::size_t begin, std::size_t end) {
    for (auto& batch : batches) {
        ANNEAL_TRY(passage, recipe.pass(std::move(batch), begin, end, TraceDetail::none));
        batch = std::move(passage.batch);
    }
    return {};
}

Status learn(Learner& learner, const std::vector<Batch>& batches, const base::StopToken& stop) {
    const base::ScratchFolder scratch("clean");
    const Workplace workplace{scratch.path(), 1, {}, stop};
    ANNEAL_CHECK(learner.prepare(workplace));
    for (const auto& batch : batches) {
        if (batch.ids.empty()) continue;
        ANNEAL_TRY(observation, learner.observe(batch));
        ANNEAL_CHECK(learner.absorb(*observation));
    }
    return learner.conclude(workplace);
}

bool within(const RowId& id, const RowWindow& window) { return id.number >= window.first && id.number < window.first + window.count; }

/// The batch's rows that are in the window; they stand together.
Batch cutTo(const RowWindow& window, const Batch& batch) {
    const auto in = [&](const RowId& id) { return within(id, window); };
    const auto first = std::find_if(batch.ids.begin(), batch.ids.end(), in);
    const auto last = std::find_if_not(first, batch.ids.end(), in);
    return {batch.rows->Slice(first - batch.ids.begin(), last - first), {first, last}, batch.block, batch.stop};
}

}  // namespace

Result<DryRun> dryRun(const Dataset& dataset, const Recipe& recipe, const DryRunOptions& options, const base::ProgressFunction& progress,
                      const base::StopToken& stop) {
    ANNEAL_TRY(bound, BoundRecipe::bind(recipe, dataset));
    const base::ScratchFolder scratch("clean");
    DryRun result;
    const auto shared = std::make_shared<BoundRecipe>(std::move(bound));
    result.recipe = shared;
    std::vector<Draw<CellChange>> changes(shared->size(), Draw<CellChange>(options.samples));
    std::vector<Draw<DroppedRow>> drops(shared->size(), Draw<DroppedRow>(options.samples));
    CleanSink sink;
    sink.trace = [&](Trace& trace) -> Status {
        for (auto& change : trace.changes) changes[std::size_t(change.step)].offer(change, std::uint64_t(change.step));
        for (auto& drop : trace.drops) drops[std::size_t(drop.step)].offer(drop, std::uint64_t(drop.step));
        return {};
    };
    const auto detail = options.samples > 0 ? TraceDetail::values : TraceDetail::none;
    CleanRun run(dataset, *shared, {options.threads, detail, {}, scratch.path() / "aside"}, progress, stop);
    ANNEAL_CHECK(run.run(sink));
    result.counts = run.counts();
    for (std::size_t step = 0; step < shared->size(); ++step) {
        auto& sample = result.samples.emplace_back();
        for (auto& change : changes[step].take()) sample.changes.push_back(previewed(std::move(change)));
        sample.drops = drops[step].take();
    }
    return result;
}

OrderedJson toJson(const DryRun& run) {
    auto steps = OrderedJson::array();
    for (std::size_t step = 0; step < run.counts.size(); ++step) {
        auto& entry = steps.emplace_back(toJson(run.counts[step]));
        entry["samples"] = toJson(run.samples[step]);
    }
    return {{"steps", steps}};
}

Result<Preview> previewRecipe(const Dataset& dataset, const Recipe& recipe, std::size_t step, const RowWindow& window, const DryRun* known,
                              const base::StopToken& stop) {
    Preview preview;
    auto shared = known ? known->recipe : nullptr;
    ANNEAL_TRY(batches, batchesAround(dataset, window, stop));
    if (!shared) {
        ANNEAL_TRY(bound, BoundRecipe::bind(recipe, dataset));
        shared = std::make_shared<BoundRecipe>(std::move(bound));
    }
    for (std::size_t one = 0; one <= step; ++one) {
        if (auto* learner = known ? nullptr : shared->learner(one)) {
            ANNEAL_CHECK(learn(*learner, batches, stop));
            preview.provisional = true;
        }
        if (one < step) ANNEAL_CHECK(passAll(*shared, batches, one, one + 1));
    }
    ANNEAL_TRY(none, checked(arrow::Table::MakeEmpty(shared->schema(step)), "preview"));
    std::vector<std::shared_ptr<arrow::Table>> tables{none};
    for (auto& batch : batches) {
        if (batch.ids.empty()) continue;
        auto shown = cutTo(window, batch);
        if (shown.ids.empty()) continue;
        tables.push_back(shown.rows);
        preview.rows.ids.insert(preview.rows.ids.end(), shown.ids.begin(), shown.ids.end());
        // The whole block goes through: what a step does to a row may depend on the rows above it.
        ANNEAL_TRY(passage, shared->pass(std::move(batch), step, step + 1, TraceDetail::values));
        for (auto& change : passage.trace.changes)
            if (within(change.id, window)) preview.changes.push_back(previewed(std::move(change)));
        for (auto& drop : passage.trace.drops)
            if (within(drop.id, window)) preview.drops.push_back(std::move(drop));
    }
    ANNEAL_TRY(joined, checked(arrow::ConcatenateTables(tables), "preview"));
    ANNEAL_TRY(whole, checked(joined->CombineChunks(), "preview"));
    preview.rows.rows = whole;
    return preview;
}

}  // namespace anneal::data
