#include <iostream>

#include "base/text.h"
#include "cli/verbs/data.h"
#include "data/dataset_info.h"
#include "data/leakage.h"
#include "data/split.h"

namespace anneal::cli {
namespace {

struct Arguments {
    std::string data;
    double train = 0.9, validation = 0.05, test = 0.05;
    data::SplitOptions options;
    bool unchecked = false;
};

/// Fractions that are not given follow from those that are: --train 0.8 leaves 0.2 for validation.
void settleFractions(Arguments& given, const CLI::App& app) {
    const auto said = [&](const char* name) { return app.count(name) > 0; };
    if (said("--train") || said("--validation") || said("--test")) {
        if (!said("--test")) given.test = 0;
        if (!said("--train")) given.train = 1 - (said("--validation") ? given.validation : 0) - given.test;
        if (!said("--validation")) given.validation = std::max(0.0, 1 - given.train - given.test);
    }
    given.options.fractions = {{"train", given.train}, {"validation", given.validation}, {"test", given.test}};
}

Result<std::vector<data::Leak>> leaksOf(const std::vector<data::SplitPart>& parts, int threads, const Context& context) {
    std::vector<std::pair<std::string, data::Dataset>> opened;
    for (const auto& part : parts) {
        ANNEAL_TRY(dataset, data::Dataset::open(part.dataset));
        opened.emplace_back(part.name, std::move(dataset));
    }
    return data::findLeaks(opened, threads, context.progress(), context.stop());
}

void print(const std::vector<data::SplitPart>& parts, const std::vector<data::Leak>& leaks) {
    for (const auto& part : parts)
        std::cout << part.name << ": " << base::formatCount(part.rows) << " rows, " << part.dataset.string() << '\n';
    for (const auto& leak : leaks) {
        if (leak.exact + leak.near == 0) continue;
        std::cout << leak.part << ": " << base::formatCount(leak.exact) << " rows equal one of an earlier part, "
                  << base::formatCount(leak.near) << " nearly do (--near 0.8 keeps those together)\n";
    }
}

}  // namespace

Verb dataSplitVerb() {
    return {"split", "Divide into train, validation and test; equal rows stay together", [](CLI::App& app) -> Action {
                auto arguments = std::make_shared<Arguments>();
                auto& options = arguments->options;
                app.add_option("data", arguments->data, "Data set, id or file")->required();
                app.add_option("--train", arguments->train, "Fraction of the rows");
                app.add_option("--validation", arguments->validation, "Fraction of the rows");
                app.add_option("--test", arguments->test, "Fraction of the rows");
                app.add_option("--seed", options.seed, "Seed");
                app.add_option("--stratify", options.stratify, "Column whose values keep their shares in every part");
                app.add_option("--group", options.group, "Columns: rows equal in them stay together")->delimiter(',');
                app.add_option("--time", options.time, "Column of times: train gets the earliest rows, test the latest");
                app.add_option("--near", options.near, "Rows at least this similar stay together (0.2 to 1)")->check(CLI::Range(0.2, 1.0));
                app.add_flag("--no-check", arguments->unchecked, "Do not look for rows that a later part shares with an earlier one");
                app.add_option("--threads", options.threads, "Threads (default: all cores)");
                app.add_option("--out", options.out, "Folder that gets one data set a part")->required();
                app.add_flag("--replace", options.replace, "Replace the data sets there");
                return [arguments, &app](Context& context) {
                    settleFractions(*arguments, app);
                    const auto& options = arguments->options;
                    const auto dataset = data::openData(arguments->data, {}, context.progress(), context.stop());
                    if (!dataset) return context.failure(dataset.error());
                    const auto parts = data::splitDataset(*dataset, options, context.progress(), context.stop());
                    if (!parts) return context.failure(parts.error());
                    std::vector<data::Leak> leaks;
                    OrderedJson document = {{"rows", dataset->manifest().rows}, {"seed", options.seed}, {"splits", OrderedJson::array()}};
                    for (const auto& part : *parts)
                        document["splits"].push_back({{"name", part.name}, {"dataset", part.dataset.string()}, {"rows", part.rows}});
                    if (!arguments->unchecked) {
                        auto found = leaksOf(*parts, options.threads, context);
                        if (!found) return context.failure(found.error());
                        leaks = std::move(*found);
                        document["leaks"] = OrderedJson::array();
                        for (const auto& leak : leaks) document["leaks"].push_back(data::toJson(leak));
                    }
                    return context.answer(document, [&] { print(*parts, leaks); });
                };
            }};
}

}  // namespace anneal::cli
