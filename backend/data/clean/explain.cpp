#include "data/clean/explain.h"

#include <algorithm>
#include <map>

#include <arrow/array.h>
#include <arrow/table.h>

#include "data/clean/trace.h"
#include "data/render.h"

namespace anneal::data {
namespace {

using Values = std::map<std::string, std::optional<std::string>>;

struct Found {
    std::shared_ptr<arrow::Table> rows;
    std::int64_t index = 0;
};

Result<std::optional<Found>> findRow(const Dataset& dataset, std::int64_t number) {
    std::int64_t first = 0;
    for (std::size_t part = 0; part < dataset.parts(); ++part) {
        const auto rows = dataset.manifest().files[part].rows;
        if (number <= first + rows) {
            ANNEAL_TRY(table, dataset.readPart(part));
            return Found{table, number - first - 1};
        }
        first += rows;
    }
    return std::nullopt;
}

Values valuesOf(const Found& found) {
    Values values;
    for (int column = 0; column < found.rows->num_columns(); ++column) {
        const auto& array = *found.rows->column(column)->chunk(0);
        auto& value = values[found.rows->field(column)->name()];
        if (array.IsNull(found.index)) continue;
        value.emplace();
        appendPlain(*value, array, found.index);
    }
    return values;
}

/// The row as it was before cleaning, if the data set that was cleaned is still what it was.
std::optional<Values> valuesBefore(const Dataset& cleaned, std::int64_t row) {
    const auto& provenance = cleaned.manifest().provenance;
    const auto source = Dataset::open(provenance.value("dataset", std::string()));
    if (!source || source->manifest().hash != provenance.value("dataset_hash", std::string())) return {};
    const auto found = findRow(*source, row);
    if (!found || !*found) return {};
    return valuesOf(**found);
}

std::optional<Values> valuesAfter(const Dataset& cleaned, std::int64_t place) {
    const auto found = findRow(cleaned, place);
    if (!found || !*found) return {};
    return valuesOf(**found);
}

/// What one step did to one cell: its stretches in order.
using Stretches = std::vector<const CellChange*>;

/// The value with the stretches done or undone; nothing if they do not fit it.
std::optional<std::optional<std::string>> stepped(const std::optional<std::string>& value, const Stretches& stretches, bool forward) {
    const auto& only = *stretches.front();
    const auto& whole = forward ? only.before : only.after;
    if (whole.has_value() != value.has_value()) return {};
    if (!only.before || !only.after) return forward ? only.after : only.before;
    std::string next;
    std::size_t copied = 0;
    std::int64_t shift = 0;
    for (const auto* stretch : stretches) {
        const auto& from = forward ? *stretch->before : *stretch->after;
        const auto& to = forward ? *stretch->after : *stretch->before;
        const bool masked = stretch->hidden && !stretch->after->empty();  // by the step that masks: what it put in is told
        if (stretch->hidden && !(masked && forward)) return {};
        const auto at = std::size_t(stretch->at + (forward ? 0 : shift));
        const auto size = masked ? std::size_t(stretch->removed) : from.size();
        if (at < copied || at + size > value->size() || (!masked && value->compare(at, size, from) != 0)) return {};
        next.append(*value, copied, at - copied);
        next += to;
        copied = at + size;
        shift += std::int64_t(stretch->after->size()) - stretch->removed;
    }
    next.append(*value, copied, std::string::npos);
    return next;
}

/// What is known of the change without the row's values.
ExplainedChange bare(const Stretches& stretches) {
    ExplainedChange change{stretches.front()->column, {}, {}, true, false};
    for (const auto* stretch : stretches) {
        if (stretch->before)
            change.before = change.before.value_or("") + (change.before && !change.before->empty() ? " … " : "") + *stretch->before;
        if (stretch->after)
            change.after = change.after.value_or("") + (change.after && !change.after->empty() ? " … " : "") + *stretch->after;
        change.hidden = change.hidden || stretch->hidden;
    }
    return change;
}

/// Does a change to one of the row's values, or undoes it. A value that it does not fit is given up.
void replay(Values& values, const Stretches& stretches, bool forward, ExplainedChange& explained) {
    const auto found = values.find(explained.column);
    if (found == values.end()) return;
    auto next = stepped(found->second, stretches, forward);
    if (!next) {
        values.erase(found);
        return;
    }
    (forward ? explained.before : explained.after) = found->second;
    (forward ? explained.after : explained.before) = *next;
    explained.partial = explained.hidden = false;
    found->second = std::move(*next);
}

class Explainer {
public:
    Explainer(const Dataset& cleaned, Trace trace) : cleaned_(cleaned), trace_(std::move(trace)) {
        for (const auto& step : cleaned.manifest().provenance.value("steps", OrderedJson::array()))
            names_.push_back(step.value("step", std::string()));
    }

    const std::vector<DroppedRow>& drops() const { return trace_.drops; }

    /// The way of the row that ended as `copy`: at `place` in the result, or by `drop`.
    ExplainedCopy explain(std::int64_t row, std::int32_t copy, std::optional<std::int64_t> place, const DroppedRow* drop) const {
        ExplainedCopy way{copy, {}, place};
        const auto changes = lineage(copy, drop, way);
        fillValues(row, place, changes, way);
        std::erase_if(way.steps, [](const auto& step) { return step.changes.empty() && !step.dropped && !step.copyOf; });
        return way;
    }

private:
    /// The changes on the way, in order; `way` gets a step each, with copies and the drop.
    std::vector<const CellChange*> lineage(std::int32_t copy, const DroppedRow* drop, ExplainedCopy& way) const {
        way.steps.resize(names_.size());
        for (std::size_t i = 0; i < names_.size(); ++i) {
            way.steps[i].step = i;
            way.steps[i].name = names_[i];
        }
        if (drop) way.steps[std::size_t(drop->step)].dropped = drop->reason;
        std::vector<const CellChange*> changes;
        for (auto i = drop ? drop->step : std::int32_t(names_.size()) - 1; i >= 0; --i) {
            auto& step = way.steps[std::size_t(i)];
            for (const auto& change : trace_.changes)
                if (change.step == i && change.id.copy == copy) changes.push_back(&change);
            for (const auto& made : trace_.copies) {
                if (made.step != i || made.id.copy != copy) continue;
                step.copyOf = made.from;
                copy = made.from;
                break;
            }
        }
        std::stable_sort(changes.begin(), changes.end(), [](const auto* a, const auto* b) { return a->step < b->step; });
        return changes;
    }

    void fillValues(std::int64_t row, std::optional<std::int64_t> place, const std::vector<const CellChange*>& changes,
                    ExplainedCopy& way) const {
        std::vector<Stretches> cells;
        for (const auto* change : changes) {
            const bool same =
                !cells.empty() && cells.back().front()->step == change->step && cells.back().front()->column == change->column;
            if (!same) cells.emplace_back();
            cells.back().push_back(change);
        }
        std::vector<ExplainedChange> explained;
        for (const auto& cell : cells) explained.push_back(bare(cell));
        if (auto before = cells.empty() ? std::nullopt : valuesBefore(cleaned_, row)) {
            for (std::size_t i = 0; i < cells.size(); ++i) replay(*before, cells[i], true, explained[i]);
        } else if (place && !cells.empty()) {
            if (auto after = valuesAfter(cleaned_, *place))
                for (auto i = cells.size(); i-- > 0;) replay(*after, cells[i], false, explained[i]);
        }
        for (std::size_t i = 0; i < cells.size(); ++i)
            way.steps[std::size_t(cells[i].front()->step)].changes.push_back(std::move(explained[i]));
    }

    const Dataset& cleaned_;
    Trace trace_;
    std::vector<std::string> names_;
};

}  // namespace

Result<Explanation> explainRow(const Dataset& cleaned, std::int64_t row) {
    std::error_code error;
    if (!std::filesystem::is_directory(traceFolder(cleaned.path()), error))
        return fail("not_cleaned", cleaned.path().string() + " was not made by cleaning", "name the result of anneal data clean");
    ANNEAL_TRY(trace, readTrace(cleaned.path(), row));
    ANNEAL_TRY(places, placesOf(cleaned.path(), row));
    if (places.empty() && trace.drops.empty())
        return fail("row_unknown", "the data set that was cleaned has no row " + std::to_string(row), "rows count from 1");
    Explanation explanation{row, {}};
    const Explainer explainer(cleaned, std::move(trace));
    for (const auto& [place, copy] : places) explanation.copies.push_back(explainer.explain(row, copy, place, nullptr));
    for (const auto& drop : explainer.drops()) explanation.copies.push_back(explainer.explain(row, drop.id.copy, {}, &drop));
    return explanation;
}

Result<Explanation> explainPlace(const Dataset& cleaned, std::int64_t place) {
    std::error_code error;
    if (!std::filesystem::is_directory(traceFolder(cleaned.path()), error))
        return fail("not_cleaned", cleaned.path().string() + " was not made by cleaning", "name the result of anneal data clean");
    ANNEAL_TRY(origin, originOf(cleaned.path(), place));
    ANNEAL_TRY(explanation, explainRow(cleaned, origin.number));
    std::erase_if(explanation.copies, [&](const auto& copy) { return copy.place != place; });
    return explanation;
}

OrderedJson toJson(const Explanation& explanation) {
    OrderedJson document = {{"row", explanation.row}, {"copies", OrderedJson::array()}};
    for (const auto& copy : explanation.copies) {
        OrderedJson one = {{"copy", copy.copy}, {"kept", copy.place.has_value()}, {"place", nullptr}, {"steps", OrderedJson::array()}};
        if (copy.place) one["place"] = *copy.place;
        for (const auto& step : copy.steps) {
            OrderedJson entry = {{"index", step.step + 1}, {"step", step.name}, {"changes", OrderedJson::array()}};
            for (const auto& change : step.changes) {
                OrderedJson shown = {{"column", change.column}, {"before", cellJson(change.before)}, {"after", cellJson(change.after)}};
                if (change.partial) shown["partial"] = true;
                if (change.hidden) shown["hidden"] = true;
                entry["changes"].push_back(std::move(shown));
            }
            if (step.copyOf) entry["copy_of"] = *step.copyOf;
            if (step.dropped) entry["dropped"] = *step.dropped;
            one["steps"].push_back(std::move(entry));
        }
        document["copies"].push_back(std::move(one));
    }
    return document;
}

}  // namespace anneal::data
