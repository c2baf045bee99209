#include "cli/verbs/recipe_runs.h"

#include <iomanip>
#include <iostream>

#include "base/text.h"
#include "cli/verbs/change_text.h"

namespace anneal::cli {
namespace {

void printSamples(const data::DryRun& run) {
    for (std::size_t step = 0; step < run.samples.size(); ++step) {
        const auto& [changes, drops] = run.samples[step];
        if (changes.empty() && drops.empty()) continue;
        std::cout << run.counts[step].step << '\n';
        for (const auto& change : changes)
            std::cout << "  row " << change.id.number << ", " << change.column << ": " << changeText(change.before, change.after) << '\n';
        for (const auto& drop : drops) std::cout << "  row " << drop.id.number << " dropped: " << drop.reason << '\n';
    }
}

}  // namespace

OrderedJson stepsJson(const std::vector<data::StepCount>& counts) {
    auto steps = OrderedJson::array();
    for (const auto& count : counts) {
        auto& step = steps.emplace_back(data::toJson(count));
        step["seconds"] = count.seconds;
    }
    return steps;
}

void printCounts(const std::vector<data::StepCount>& counts) {
    const auto line = [](const std::string& step, const std::string& in, const std::string& changed, const std::string& dropped,
                         const std::string& out) {
        std::cout << "  " << std::left << std::setw(24) << step << std::right << std::setw(12) << in << std::setw(12) << changed
                  << std::setw(12) << dropped << std::setw(12) << out << '\n';
    };
    line("step", "rows in", "changed", "dropped", "rows out");
    for (const auto& count : counts) {
        line(count.step, base::formatCount(count.rowsIn), base::formatCount(count.changed), base::formatCount(count.dropped),
             base::formatCount(count.rowsOut));
        for (const auto& [what, times] : count.tally) std::cout << "    " << what << ": " << base::formatCount(times) << '\n';
    }
}

std::pair<std::int64_t, std::int64_t> rowsOf(const data::Dataset& dataset, const std::vector<data::StepCount>& counts) {
    if (counts.empty()) return {dataset.manifest().rows, dataset.manifest().rows};
    return {counts.front().rowsIn, counts.back().rowsOut};
}

int clean(Context& context, const data::Dataset& dataset, const data::Recipe& recipe, const data::CleanOptions& options) {
    const auto report = data::cleanDataset(dataset, recipe, options, context.progress(), context.stop());
    if (!report) return context.failure(report.error());
    return context.answer({{"dataset", report->dataset.string()},
                           {"rows_in", report->rowsIn},
                           {"rows_out", report->rowsOut},
                           {"steps", stepsJson(report->steps)},
                           {"hash", report->manifest.hash},
                           {"recipe_hash", recipe.hash()}},
                          [&] {
                              std::cout << report->dataset.string() << '\n';
                              printCounts(report->steps);
                          });
}

int showDryRun(Context& context, const data::Dataset& dataset, const data::Recipe& recipe, const data::DryRunOptions& options) {
    const auto run = data::dryRun(dataset, recipe, options, context.progress(), context.stop());
    if (!run) return context.failure(run.error());
    const auto [in, out] = rowsOf(dataset, run->counts);
    OrderedJson document = {{"dry_run", true}, {"rows_in", in}, {"rows_out", out}, {"recipe_hash", recipe.hash()}};
    document.update(data::toJson(*run));
    return context.answer(document, [&] {
        printCounts(run->counts);
        printSamples(*run);
    });
}

}  // namespace anneal::cli
