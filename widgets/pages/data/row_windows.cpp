#include "pages/data/row_windows.h"

#include <map>

#include <arrow/array.h>
#include <arrow/table.h>

#include "data/render.h"
#include "pages/data/shown_text.h"

namespace anneal::pages {
namespace {

using controls::TextPart;

constexpr std::size_t kOutcomesKept = 6;

std::string textAt(const arrow::Array& values, std::int64_t row) {
    std::string text;
    data::appendPlain(text, values, row);
    return text;
}

ShownCell plainCell(const arrow::Array& values, std::int64_t row) {
    ShownCell cell;
    cell.null = values.IsNull(row);
    if (cell.null) return cell;
    if (values.type_id() == arrow::Type::STRING)
        cell.parts = {{shownLine(data::stringAt(values, row)), TextPart::Mark::none}};
    else
        cell.parts = {{shownLine(textAt(values, row)), TextPart::Mark::none}};
    return cell;
}

std::vector<ShownCell> plainCells(const arrow::Table& rows, std::int64_t row) {
    std::vector<ShownCell> cells;
    for (const auto& column : rows.columns()) cells.push_back(plainCell(*column->chunk(0), row));
    return cells;
}

QString textOf(const std::string& text) { return QString::fromUtf8(text.data(), qsizetype(text.size())); }

}  // namespace

struct RowWindows::Outcome {
    std::shared_ptr<const CountedRecipe> recipe;
    int step = -1;
    std::size_t block = 0;
    std::shared_ptr<arrow::Table> before;
    std::shared_ptr<arrow::Table> after;
    std::map<RowPlace, std::int64_t> rows;  ///< places in `after`
    std::map<std::int32_t, std::string> dropped;
    /// By row and column: the values that the step shown changed, or the first and the last of all steps.
    std::map<std::pair<RowPlace, std::string>, std::pair<std::string, std::string>> changes;
    std::int64_t first = 0;

    bool is(const Showing& showing, std::size_t at) const { return recipe == showing.recipe && step == showing.step && block == at; }
};

std::vector<RowWindows::Block> RowWindows::blocksOf(const data::Dataset& dataset) {
    std::vector<Block> blocks;
    std::int64_t first = 0;
    for (const auto& file : dataset.manifest().files) {
        for (std::int64_t row = 0; row < file.rows; row += data::kBlockRows)
            blocks.push_back({first + row, std::min(data::kBlockRows, file.rows - row)});
        first += file.rows;
    }
    return blocks;
}

std::size_t RowWindows::blockOf(std::int64_t row) const {
    return std::size_t(std::ranges::upper_bound(blocks_, row, {}, &Block::first) - blocks_.begin()) - 1;
}

Result<std::shared_ptr<const RowWindows::Outcome>> RowWindows::outcome(const Showing& showing, std::size_t block,
                                                                       const base::StopToken& stop) {
    const auto known = std::ranges::find_if(outcomes_, [&](const auto& each) { return each->is(showing, block); });
    if (known != outcomes_.end()) {
        outcomes_.splice(outcomes_.begin(), outcomes_, known);
        return outcomes_.front();
    }
    const auto& counted = *showing.recipe;
    auto made = std::make_shared<Outcome>();
    made->recipe = showing.recipe;
    made->step = showing.step;
    made->block = block;
    made->first = blocks_[block].first;
    ANNEAL_TRY(before, reader_.rows(made->first, blocks_[block].rows));
    made->before = before;
    data::Batch batch;
    batch.rows = before;
    batch.block = std::int64_t(block);
    batch.stop = stop;
    for (std::int64_t row = 0; row < before->num_rows(); ++row) batch.ids.push_back({made->first + row + 1, 0});
    const auto end = showing.step < 0 ? counted.bound.size() : std::size_t(showing.step) + 1;
    ANNEAL_TRY(passage, counted.bound.pass(std::move(batch), 0, end, data::TraceDetail::values));
    made->after = passage.batch.rows;
    for (std::size_t row = 0; row < passage.batch.ids.size(); ++row) {
        const auto& id = passage.batch.ids[row];
        made->rows[{std::int32_t(id.number), id.copy}] = std::int64_t(row);
    }
    for (const auto& drop : passage.trace.drops) made->dropped[std::int32_t(drop.id.number)] = drop.reason;
    for (const auto& change : passage.trace.changes) {
        if (showing.step >= 0 && change.step != showing.step) continue;
        auto& values =
            made->changes.try_emplace({{std::int32_t(change.id.number), change.id.copy}, change.column}, change.before.value_or(""), "")
                .first->second;
        values.second = change.after.value_or("");
    }
    outcomes_.push_front(std::move(made));
    if (outcomes_.size() > kOutcomesKept) outcomes_.pop_back();
    return outcomes_.front();
}

ShownRow RowWindows::shownRow(const Showing& showing, const Outcome& outcome, RowPlace place) const {
    ShownRow shown{place, {}, {}};
    const auto source = place.number - 1 - outcome.first;
    if (showing.mode == Showing::Mode::before) {
        shown.cells = plainCells(*outcome.before, source);
        return shown;
    }
    const auto row = outcome.rows.find(place);
    if (row == outcome.rows.end()) {
        shown.cells = plainCells(*outcome.before, source);
        if (const auto why = outcome.dropped.find(place.number); why != outcome.dropped.end()) shown.dropped = textOf(why->second);
        return shown;
    }
    shown.cells = plainCells(*outcome.after, row->second);
    if (showing.mode == Showing::Mode::after) return shown;
    for (int column = 0; column < outcome.after->num_columns(); ++column) {
        const auto change = outcome.changes.find({place, outcome.after->field(column)->name()});
        if (change == outcome.changes.end() || change->second.first == change->second.second) continue;
        auto& cell = shown.cells[std::size_t(column)];
        cell.changed = true;
        cell.parts = shownChange(change->second.first, change->second.second, TextPart::Mark::mask, false);
    }
    return shown;
}

Result<std::vector<ShownRow>> RowWindows::rows(const Showing& showing, std::int64_t first, std::int64_t count,
                                               const base::StopToken& stop) {
    count = std::clamp<std::int64_t>(count, 0, std::max<std::int64_t>(0, size(showing) - first));
    std::vector<ShownRow> shown;
    shown.reserve(std::size_t(count));
    if (!showing.recipe && !showing.order) {
        ANNEAL_TRY(table, reader_.rows(first, count));
        for (std::int64_t row = 0; row < table->num_rows(); ++row)
            shown.push_back({{std::int32_t(first + row + 1), 0}, plainCells(*table, row), {}});
        return shown;
    }
    for (std::int64_t at = first; at < first + count; ++at) {
        if (stop.stopRequested()) return fail("stopped", "stopped");
        const auto place = showing.order ? (*showing.order)[std::size_t(at)] : RowPlace{std::int32_t(at + 1), 0};
        if (showing.recipe) {
            ANNEAL_TRY(block, outcome(showing, blockOf(place.number - 1), stop));
            shown.push_back(shownRow(showing, *block, place));
        } else {
            ANNEAL_TRY(table, reader_.rows(place.number - 1, 1));
            shown.push_back({place, plainCells(*table, 0), {}});
        }
    }
    return shown;
}

Result<WholeCell> RowWindows::cell(const Showing& showing, RowPlace place, const std::string& column, const base::StopToken& stop) {
    WholeCell whole;
    ANNEAL_TRY(table, reader_.rows(place.number - 1, 1));
    if (const int index = table->schema()->GetFieldIndex(column); index >= 0) {
        const auto& values = *table->column(index)->chunk(0);
        whole.isNull = values.IsNull(0);
        whole.before = whole.after = textOf(textAt(values, 0));
    }
    if (!showing.recipe || showing.mode == Showing::Mode::before) return whole;
    ANNEAL_TRY(block, outcome(showing, blockOf(place.number - 1), stop));
    const auto row = block->rows.find(place);
    const int index = block->after->schema()->GetFieldIndex(column);
    if (row == block->rows.end() || index < 0) return whole;
    whole.after = textOf(textAt(*block->after->column(index)->chunk(0), row->second));
    if (showing.step >= 0)
        if (const auto change = block->changes.find({place, column}); change != block->changes.end())
            whole.before = textOf(change->second.first);
    if (showing.mode == Showing::Mode::after) whole.before = whole.after;
    return whole;
}

}  // namespace anneal::pages
