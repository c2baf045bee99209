#include <iostream>

#include "cli/verbs/data.h"
#include "cli/verbs/recipe_runs.h"
#include "data/clean/plan.h"
#include "data/dataset_info.h"

namespace anneal::cli {
namespace {

struct Arguments {
    std::string data, recipe, shard, plan;
    data::CleanOptions options;
    data::DryRunOptions dry;
    bool dryRun = false;
};

/// "2/4".
Result<data::Shard> readShard(const std::string& text) {
    data::Shard shard;
    char end = 0;
    if (std::sscanf(text.c_str(), "%d/%d%c", &shard.index, &shard.count, &end) == 2 && shard.index >= 1 && shard.index <= shard.count)
        return shard;
    return fail("option_invalid", "\"" + text + "\" is no shard", "write it as --shard 1/4: the first of four");
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
                arguments->dry.threads = arguments->options.threads;
                if (arguments->dryRun) return showDryRun(context, *dataset, *recipe, arguments->dry);
                const bool plans = !arguments->plan.empty() && shard->count() == 0;
                if (plans) return plan(context, *arguments, *dataset, *recipe);
                arguments->options.plan = arguments->plan;
                return clean(context, *dataset, *recipe, arguments->options);
            };
        }};
}

}  // namespace anneal::cli
