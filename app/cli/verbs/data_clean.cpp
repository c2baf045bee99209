#include <iomanip>
#include <iostream>

#include "base/text.h"
#include "cli/verbs/data.h"
#include "data/clean/cleaner.h"
#include "data/dataset_info.h"

namespace anneal::cli {
namespace {

OrderedJson documentOf(const data::CleanReport& report, const data::Recipe& recipe) {
    auto steps = OrderedJson::array();
    for (const auto& step : report.steps)
        steps.push_back({{"step", step.step},
                         {"rows_in", step.rowsIn},
                         {"rows_out", step.rowsOut},
                         {"changed", step.changed},
                         {"dropped", step.dropped},
                         {"seconds", step.seconds}});
    return {{"dataset", report.dataset.string()}, {"rows_in", report.rowsIn},  {"rows_out", report.rowsOut}, {"steps", steps},
            {"hash", report.manifest.hash},       {"recipe_hash", recipe.hash}};
}

void print(const data::CleanReport& report) {
    std::cout << report.dataset.string() << '\n';
    std::cout << "  " << std::left << std::setw(24) << "step" << std::right << std::setw(12) << "rows in" << std::setw(12) << "changed"
              << std::setw(12) << "dropped" << std::setw(12) << "rows out" << '\n';
    for (const auto& step : report.steps)
        std::cout << "  " << std::left << std::setw(24) << step.step << std::right << std::setw(12) << base::formatCount(step.rowsIn)
                  << std::setw(12) << base::formatCount(step.changed) << std::setw(12) << base::formatCount(step.dropped) << std::setw(12)
                  << base::formatCount(step.rowsOut) << '\n';
}

std::string stepsHelp() {
    std::string text = "Recipe (YAML). Steps:";
    for (const auto& entry : data::stepRegistry()) text += "\n  " + entry.name + ": " + entry.description;
    return text;
}

}  // namespace

Verb dataCleanVerb() {
    return {"clean", "Apply a recipe; the result is a new version of the data set", [](CLI::App& app) -> Action {
                struct Arguments {
                    std::string data, recipe;
                    data::CleanOptions options;
                };
                auto arguments = std::make_shared<Arguments>();
                app.add_option("data", arguments->data, "Data set, id or file")->required();
                app.add_option("--recipe", arguments->recipe, stepsHelp())->required();
                app.add_option("--out", arguments->options.out, "Folder of the result (default: a new one under the data home)");
                app.add_option("--threads", arguments->options.threads, "Threads (default: all cores)");
                app.add_flag("--replace", arguments->options.replace, "Replace the data set at --out");
                return [arguments](Context& context) {
                    auto recipe = data::readRecipe(arguments->recipe);
                    if (!recipe) return context.failure(recipe.error());
                    auto dataset = data::openData(arguments->data, {}, context.progress(), context.stop());
                    if (!dataset) return context.failure(dataset.error());
                    auto report = data::cleanDataset(*dataset, *recipe, arguments->options, context.progress(), context.stop());
                    if (!report) return context.failure(report.error());
                    return context.answer(documentOf(*report, *recipe), [&] { print(*report); });
                };
            }};
}

}  // namespace anneal::cli
