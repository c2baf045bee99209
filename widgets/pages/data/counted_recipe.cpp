#include "pages/data/counted_recipe.h"

#include <algorithm>

#include "base/scratch_folder.h"

namespace anneal::pages {
namespace {

template <class Example>
void keep(std::vector<Example>& kept, const Example& example) {
    if (kept.size() < kExamples) kept.push_back(example);
}

void settle(RowOrder& rows) {
    std::ranges::sort(rows);
    const auto [first, last] = std::ranges::unique(rows);
    rows.erase(first, last);
    rows.shrink_to_fit();
}

}  // namespace

Result<std::shared_ptr<const CountedRecipe>> countRecipe(const data::Dataset& dataset, const data::Recipe& recipe,
                                                         const jobs::JobContext& context) {
    ANNEAL_TRY(bound, data::BoundRecipe::bind(recipe, dataset));
    auto counted = std::make_shared<CountedRecipe>(std::move(bound));
    const auto steps = counted->bound.size();
    counted->changes.resize(steps);
    counted->drops.resize(steps);
    counted->touched.resize(steps);
    data::CleanSink sink;
    sink.trace = [&](const data::Trace& trace) -> Status {
        for (const auto& change : trace.changes) {
            const auto step = std::size_t(change.step);
            keep(counted->changes[step], change);
            auto& rows = counted->touched[step];
            if (rows.empty() || rows.back().number != change.id.number) rows.push_back({std::int32_t(change.id.number), 0});
        }
        for (const auto& drop : trace.drops) {
            const auto step = std::size_t(drop.step);
            keep(counted->drops[step], drop);
            counted->touched[step].push_back({std::int32_t(drop.id.number), 0});
        }
        return {};
    };
    sink.rows = [&](const std::vector<data::RowId>& ids) -> Status {
        for (const auto& id : ids) counted->kept.push_back({std::int32_t(id.number), id.copy});
        return {};
    };
    const base::ScratchFolder scratch("preview");
    data::CleanRunOptions options;
    options.detail = data::TraceDetail::values;
    options.scratch = scratch.path() / "rows";
    data::CleanRun run(dataset, counted->bound, options, context.progress, context.stop);
    ANNEAL_CHECK(run.run(sink));
    counted->counts = run.counts();
    for (auto& rows : counted->touched) {
        settle(rows);
        counted->touchedByAny.insert(counted->touchedByAny.end(), rows.begin(), rows.end());
    }
    settle(counted->touchedByAny);
    for (auto& changes : counted->changes) std::ranges::stable_sort(changes, {}, [](const auto& change) { return change.id.number; });
    return counted;
}

}  // namespace anneal::pages
