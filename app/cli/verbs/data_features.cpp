#include <iostream>

#include "base/text.h"
#include "cli/verbs/data.h"
#include "data/features/features.h"

namespace anneal::cli {
namespace {

namespace features = data::features;

struct Arguments {
    std::string file, window, text = "{features}";
    features::FeatureOptions options;
    bool list = false;
    CLI::Option* textOption = nullptr;
};

int listPrimitives(const Context& context) {
    auto list = OrderedJson::array();
    for (const auto& primitive : features::primitives()) list.push_back(features::toJson(primitive));
    return context.answer({{"primitives", list}}, [&] {
        for (const bool aggregation : {true, false}) {
            std::cout << (aggregation ? "aggregations, of the rows below one\n" : "\ntransforms, of a row's own values\n");
            for (const auto& one : features::primitives())
                if ((one.aggregate != nullptr) == aggregation) std::cout << "  " << one.name << ": " << one.reason << '\n';
        }
    });
}

int listFeatures(const Context& context, const features::EntityFile& file, const Arguments& arguments) {
    const auto previews = features::previewFeatures(file, arguments.options.synthesis, context.progress(), context.stop());
    if (!previews) return context.failure(previews.error());
    auto list = OrderedJson::array();
    for (const auto& one : *previews)
        list.push_back(
            {{"name", one.name}, {"words", one.words}, {"type", one.type}, {"depth", one.depth}, {"primitives", one.primitives}});
    return context.answer({{"target", arguments.options.synthesis.target}, {"features", list}}, [&] {
        for (const auto& one : *previews) std::cout << one.name << '\n';
        std::cout << base::formatCount(std::int64_t(previews->size())) << " features\n";
    });
}

int make(const Context& context, const features::EntityFile& file, const Arguments& arguments) {
    const auto report = features::makeFeatures(file, arguments.options, context.progress(), context.stop());
    if (!report) return context.failure(report.error());
    return context.answer({{"dataset", report->dataset.string()},
                           {"rows", report->manifest.rows},
                           {"target", arguments.options.synthesis.target},
                           {"features", report->features},
                           {"cutoff", report->cutoff},
                           {"hash", report->manifest.hash},
                           {"columns", columnsJson(report->manifest)}},
                          [&] {
                              std::cout << report->dataset.string() << '\n'
                                        << "  " << base::formatCount(report->manifest.rows) << " rows, "
                                        << base::formatCount(std::int64_t(report->features)) << " features, cut-off " << report->cutoff
                                        << '\n';
                          });
}

void declareOptions(CLI::App& app, Arguments& arguments) {
    auto& synthesis = arguments.options.synthesis;
    app.add_option("entity_set", arguments.file,
                   "Entity set (YAML): tables, their keys and times, relationships; none: list the primitives");
    app.add_option("--target", synthesis.target, "The table whose rows get the features");
    app.add_option("--depth", synthesis.depth, "How many primitives and steps between tables lie in one feature")->capture_default_str();
    app.add_option("--agg", synthesis.aggregations, "Aggregations, as mean,count, or none (default: Featuretools')")->delimiter(',');
    app.add_option("--trans", synthesis.transforms, "Transforms, as month,is_weekend, or none (default: Featuretools')")->delimiter(',');
    app.add_option("--where", synthesis.conditions, "Aggregations that are also made of rows with interesting values")
        ->delimiter(',')
        ->capture_default_str();
    app.add_option("--without", synthesis.without, "Leave out features with this in their name")->delimiter(',');
    app.add_option("--most", synthesis.most, "So many features at most, simple ones first");
    app.add_option("--cutoff", arguments.options.cutoff.text,
                   "What came later does not count: a date, a moment, or a file with each key and its time (default: the latest time)");
    app.add_option("--window", arguments.window, "How far before the cut-off rows count, as \"30 days\" (default: all)");
    arguments.textOption =
        app.add_option("--text", arguments.text, "Add a column features_text by this template: {features} is all of them, {NAME} one")
            ->expected(0, 1)
            ->capture_default_str();
    app.add_option("--out", arguments.options.out, "Folder of the result (default: a new one under the data home)");
    app.add_flag("--replace", arguments.options.replace, "Replace the data set at --out");
    app.add_option("--threads", arguments.options.threads, "Threads (default: all cores)");
    app.add_flag("--list", arguments.list, "Name the features; compute nothing");
}

int run(const Context& context, Arguments& arguments) {
    if (arguments.file.empty()) return listPrimitives(context);
    const auto file = features::readEntityFile(arguments.file);
    if (!file) return context.failure(file.error());
    if (arguments.options.synthesis.target.empty())
        return context.failure({"parameter_invalid", "no target is given", "name the table whose rows get the features: --target TABLE"});
    auto& synthesis = arguments.options.synthesis;
    for (auto* names : {&synthesis.aggregations, &synthesis.transforms, &synthesis.conditions})
        if (*names == std::vector<std::string>{"none"}) names->clear();
    if (!arguments.window.empty()) {
        const auto window = features::parseWindow(arguments.window);
        if (!window) return context.failure(window.error());
        arguments.options.cutoff.window = *window;
    }
    if (arguments.textOption->count() > 0) arguments.options.text = arguments.text;
    return arguments.list ? listFeatures(context, *file, arguments) : make(context, *file, arguments);
}

}  // namespace

Verb dataFeaturesVerb() {
    return {"features", "Make features of related tables (deep feature synthesis)", [](CLI::App& app) -> Action {
                auto arguments = std::make_shared<Arguments>();
                declareOptions(app, *arguments);
                return [arguments](Context& context) { return run(context, *arguments); };
            }};
}

}  // namespace anneal::cli
