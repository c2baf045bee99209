#include "data/clean/bound_recipe.h"

#include <chrono>

#include <arrow/array.h>
#include <arrow/builder.h>
#include <arrow/compute/api_vector.h>
#include <arrow/datum.h>
#include <arrow/table.h>
#include <arrow/type.h>

#include "data/arrow_result.h"
#include "data/augment/training_part.h"
#include "data/clean/difference.h"
#include "data/render.h"
#include "data/schema.h"
#include "data/texts.h"

namespace anneal::data {
namespace {

using Clock = std::chrono::steady_clock;

std::optional<std::string> cellText(const arrow::Array& values, std::int64_t row, bool text) {
    if (values.IsNull(row)) return {};
    if (text) return std::string(stringAt(values, row));
    std::string shown;
    appendPlain(shown, values, row);
    return shown;
}

bool sameCell(const arrow::Array& a, std::int64_t i, const arrow::Array& b, std::int64_t j, bool texts) {
    if (texts) return a.IsNull(i) == b.IsNull(j) && stringAt(a, i) == stringAt(b, j);
    if (a.type_id() == b.type_id()) return a.RangeEquals(i, i + 1, j, b);
    return cellText(a, i, false) == cellText(b, j, false);
}

/// Ids of rows that a step made several of: rows of one number stand together and are numbered through.
std::vector<RowId> idsOfCopies(const Batch& before, const Edit& edit) {
    std::vector<RowId> ids;
    for (const auto source : edit.sources) {
        auto id = before.ids[std::size_t(source)];
        id.copy = !ids.empty() && ids.back().number == id.number ? ids.back().copy + 1 : 0;
        ids.push_back(id);
    }
    return ids;
}

/// What of a changed text the trace must not tell: of a step that masks, what it took out; of the steps before it, all.
enum class Hiding { none, removed, all };

/// Compares a batch with what a step made of it. `copies`: the ids of an edit with sources.
class Comparison {
public:
    Comparison(const Batch& before, const Edit& edit, const std::vector<RowId>& copies, std::int32_t step, TraceDetail detail,
               Hiding hiding)
        : before_(before), edit_(edit), copies_(copies), step_(step), detail_(detail), hiding_(hiding), dropped_(before.ids.size(), false) {
        for (const auto& drop : edit.drops) dropped_[std::size_t(drop.index)] = true;
    }

    void run(StepCount& count, Trace& trace) {
        touched_.assign(std::size_t(edit_.rows->num_rows()), false);
        for (int column = 0; column < before_.rows->num_columns() && !touched_.empty(); ++column) {
            const auto& old = *before_.rows->column(column)->chunk(0);
            const auto& now = *edit_.rows->column(column)->chunk(0);
            if (&old != &now || !copies_.empty()) compare(column, old, now, count, trace);
        }
        count.changed = std::count(touched_.begin(), touched_.end(), true);
        if (detail_ == TraceDetail::none) return;
        for (const auto& drop : edit_.drops) trace.drops.push_back({before_.ids[std::size_t(drop.index)], step_, drop.reason});
        for (std::size_t row = 0; row < copies_.size(); ++row) {
            const auto& from = before_.ids[std::size_t(edit_.sources[row])];
            const bool followed = row + 1 < copies_.size() && edit_.sources[row + 1] == edit_.sources[row];
            if (from != copies_[row] || followed) trace.copies.push_back({copies_[row], step_, from.copy});
        }
    }

private:
    void compare(int column, const arrow::Array& old, const arrow::Array& now, StepCount& count, Trace& trace) {
        const bool text = old.type_id() == arrow::Type::STRING && now.type_id() == arrow::Type::STRING;
        for (std::int64_t row = 0; row < now.length(); ++row) {
            const auto source = copies_.empty() ? row : edit_.sources[std::size_t(row)];
            if (dropped_[std::size_t(source)]) continue;
            if (sameCell(old, source, now, row, text)) continue;
            ++count.changedCells;
            touched_[std::size_t(row)] = true;
            if (detail_ == TraceDetail::none) continue;
            const auto& id = copies_.empty() ? before_.ids[std::size_t(row)] : copies_[std::size_t(row)];
            CellChange change{id, step_, before_.rows->field(column)->name(), 0, cellText(old, source, text), cellText(now, row, text)};
            if (detail_ == TraceDetail::stretches && text && change.before && change.after)
                addStretches(change, trace);
            else
                trace.changes.push_back(std::move(change));
        }
    }

    void addStretches(const CellChange& whole, Trace& trace) const {
        std::size_t shift = 0;  // of the text after against the text before, modulo 2^64
        for (const auto& stretch : stretchesOf(*whole.before, *whole.after)) {
            auto& change = trace.changes.emplace_back(whole);
            change.at = std::int64_t(stretch.at);
            change.removed = std::int64_t(stretch.removed);
            change.before = whole.before->substr(stretch.at, stretch.removed);
            change.after = whole.after->substr(stretch.at + shift, stretch.inserted);
            shift += stretch.inserted - stretch.removed;
            if (hiding_ == Hiding::none || (!telling(*change.before) && (hiding_ == Hiding::removed || !telling(*change.after)))) continue;
            change.hidden = true;
            change.before = "";
            if (hiding_ == Hiding::all) change.after = "";
        }
    }

    /// Holds more than gaps and signs, and so perhaps a piece of what is masked later.
    static bool telling(std::string_view text) {
        return std::any_of(text.begin(), text.end(), [](char c) {
            const auto byte = static_cast<unsigned char>(c);
            return byte >= 0x80 || c == '@' || (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
        });
    }

    const Batch& before_;
    const Edit& edit_;
    const std::vector<RowId>& copies_;
    std::int32_t step_;
    TraceDetail detail_;
    Hiding hiding_;
    std::vector<bool> dropped_, touched_;
};

/// The batch with the edit and without the rows that it drops.
Result<Batch> batchAfter(const Batch& before, Edit edit, std::vector<RowId> copies) {
    Batch rest{std::move(edit.rows), std::move(copies), before.block, before.stop};
    if (!rest.ids.empty() || rest.rows->num_rows() == 0) return rest;
    if (edit.drops.empty()) {
        rest.ids = before.ids;
        return rest;
    }
    arrow::Int64Builder kept;
    std::size_t drop = 0;
    for (std::int64_t row = 0; row < rest.rows->num_rows(); ++row) {
        if (drop < edit.drops.size() && edit.drops[drop].index == row) {
            ++drop;
            continue;
        }
        ANNEAL_CHECK(checked(kept.Append(row), "clean"));
        rest.ids.push_back(before.ids[std::size_t(row)]);
    }
    std::shared_ptr<arrow::Array> indices;
    ANNEAL_CHECK(checked(kept.Finish(&indices), "clean"));
    ANNEAL_TRY(taken, checked(arrow::compute::Take(rest.rows, indices), "clean"));
    ANNEAL_TRY(whole, checked(taken.table()->CombineChunks(), "clean"));
    rest.rows = whole;
    return rest;
}

}  // namespace

StepCount& StepCount::operator+=(const StepCount& other) {
    rowsIn += other.rowsIn;
    rowsOut += other.rowsOut;
    dropped += other.dropped;
    added += other.added;
    changed += other.changed;
    changedCells += other.changedCells;
    for (const auto& [what, times] : other.tally) tally[what] += times;
    seconds += other.seconds;
    return *this;
}

OrderedJson toJson(const StepCount& count) {
    OrderedJson document = {{"step", count.step},
                            {"rows_in", count.rowsIn},
                            {"rows_out", count.rowsOut},
                            {"changed", count.changed},
                            {"changed_cells", count.changedCells},
                            {"dropped", count.dropped}};
    if (count.added > 0) document["added"] = count.added;
    if (!count.tally.empty()) document["tally"] = count.tally;
    return document;
}

Result<BoundRecipe> BoundRecipe::bind(const Recipe& recipe, const Dataset& dataset) {
    BoundRecipe bound;
    ANNEAL_TRY(schema, dataset.schema());
    bound.schemas_.push_back(schema);
    for (std::size_t i = 0; i < recipe.steps.size(); ++i) {
        const auto& step = recipe.steps[i];
        if (!step.enabled) continue;
        const auto place = "step " + std::to_string(i + 1) + ", " + step.kind->name;
        if (step.kind->trainingOnly)
            if (auto allowed = mayAugment(dataset); !allowed) return failAt(place, allowed.error());
        ANNEAL_TRY(made, step.kind->make(step.settings));
        auto after = made->bind(bound.schemas_.back(), dataset.manifest().mapping);
        if (!after) return failAt(place, after.error());
        bound.steps_.push_back({step.kind->name, std::move(made)});
        if (step.kind->hidesValues) bound.masks_.push_back(bound.steps_.size() - 1);
        bound.schemas_.push_back(std::move(*after));
    }
    return bound;
}

Result<Passage> BoundRecipe::pass(Batch batch, std::size_t begin, std::size_t end, TraceDetail detail) const {
    Passage passage;
    passage.batch = std::move(batch);
    const auto hidingOf = [&](std::size_t step) {
        if (masks_.empty() || step > masks_.back()) return Hiding::none;
        return step == masks_.back() ? Hiding::removed : Hiding::all;
    };
    for (auto step = begin; step < end; ++step) {
        StepCount count{steps_[step].name};
        auto& now = passage.batch;
        if (!now.ids.empty()) {
            if (now.stop.stopRequested()) return fail("stopped", "stopped");
            const auto start = Clock::now();
            ANNEAL_TRY(edit, steps_[step].step->apply(now));
            auto copies = idsOfCopies(now, edit);
            count.rowsIn = std::int64_t(now.ids.size());
            count.dropped = std::int64_t(edit.drops.size());
            count.tally = std::move(edit.tally);
            Comparison(now, edit, copies, std::int32_t(step), detail, hidingOf(step)).run(count, passage.trace);
            ANNEAL_TRY(rest, batchAfter(now, std::move(edit), std::move(copies)));
            now = std::move(rest);
            count.rowsOut = std::int64_t(now.ids.size());
            count.added = count.rowsOut + count.dropped - count.rowsIn;
            count.seconds = std::chrono::duration<double>(Clock::now() - start).count();
        }
        passage.counts.push_back(std::move(count));
    }
    return passage;
}

}  // namespace anneal::data
