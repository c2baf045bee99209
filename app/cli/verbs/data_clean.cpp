#include <iomanip>
#include <iostream>

#include "base/text.h"
#include "cli/verbs/change_text.h"
#include "cli/verbs/data.h"
#include "data/clean/cleaner.h"
#include "data/clean/plan.h"
#include "data/clean/preview.h"
#include "data/dataset_info.h"

namespace anneal::cli {
namespace {

struct Arguments {
    std::string data, recipe, shard, plan;
    data::CleanOptions options;
    data::DryRunOptions dry;
    bool dryRun = false;
};

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

/// Rows that came to the first step and rows that the last one left.
std::pair<std::int64_t, std::int64_t> rowsOf(const data::Dataset& dataset, const std::vector<data::StepCount>& counts) {
    if (counts.empty()) return {dataset.manifest().rows, dataset.manifest().rows};
    return {counts.front().rowsIn, counts.back().rowsOut};
}

/// "2/4".
Result<data::Shard> readShard(const std::string& text) {
    data::Shard shard;
    char end = 0;
    if (std::sscanf(text.c_str(), "%d/%d%c", &shard.index, &shard.count, &end) == 2 && shard.index >= 1 && shard.index <= shard.count)
        return shard;
    return fail("option_invalid", "\"" + text + "\" is no shard", "write it as --shard 1/4: the first of four");
}

int clean(Context& context, const Arguments& arguments, const data::Dataset& dataset, const data::Recipe& recipe) {
    auto options = arguments.options;
    options.plan = arguments.plan;
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

int plan(Context& context, const Arguments& arguments, const data::Dataset& dataset, const data::Recipe& recipe) {
    const auto counts = data::writePlan(dataset, recipe, arguments.plan, arguments.options.threads, context.progress(), context.stop());
    if (!counts) return context.failure(counts.error());
    const auto [in, out] = rowsOf(dataset, *counts);
    return context.answer({{"plan", arguments.plan}, {"rows_in", in}, {"rows_out", out}, {"steps", stepsJson(*counts)}}, [&] {
        std::cout << arguments.plan << '\n';
        printCounts(*counts);
    });
}

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

int dryRun(Context& context, const Arguments& arguments, const data::Dataset& dataset, const data::Recipe& recipe) {
    auto options = arguments.dry;
    options.threads = arguments.options.threads;
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

}  // namespace

Verb dataCleanVerb() {
    return {
        "clean", "Apply a recipe; the result is a new version of the data set", [](CLI::App& app) -> Action {
            auto arguments = std::make_shared<Arguments>();
            app.add_option("data", arguments->data, "Data set, id or file")->required();
            app.add_option("--recipe", arguments->recipe, "Recipe (YAML); `anneal data steps` lists what it may hold")->required();
            app.add_option("--out", arguments->options.out, "Folder of the result (default: a new one under the data home)");
            app.add_option("--threads", arguments->options.threads, "Threads (default: all cores)");
            app.add_flag("--replace", arguments->options.replace, "Replace the data set at --out");
            auto* dry = app.add_flag("--dry-run", arguments->dryRun, "Count and show what would change; write nothing");
            app.add_option("--sample", arguments->dry.samples, "Changes and dropped rows shown a step")->needs(dry)->capture_default_str();
            auto* shard = app.add_option("--shard", arguments->shard, "Clean the i-th of n stretches of the data: i/n")->excludes(dry);
            app.add_option("--plan", arguments->plan,
                           "With --shard: the folder of what steps must know of all rows. Alone: look at all rows and write that folder")
                ->excludes(dry);
            return [arguments, shard](Context& context) {
                if (shard->count() > 0) {
                    const auto read = readShard(arguments->shard);
                    if (!read) return context.failure(read.error());
                    arguments->options.shard = *read;
                }
                const auto recipe = data::readRecipe(arguments->recipe);
                if (!recipe) return context.failure(recipe.error());
                const auto dataset = data::openData(arguments->data, {}, context.progress(), context.stop());
                if (!dataset) return context.failure(dataset.error());
                if (arguments->dryRun) return dryRun(context, *arguments, *dataset, *recipe);
                const bool plans = !arguments->plan.empty() && shard->count() == 0;
                return plans ? plan(context, *arguments, *dataset, *recipe) : clean(context, *arguments, *dataset, *recipe);
            };
        }};
}

}  // namespace anneal::cli
