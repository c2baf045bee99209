#include <iostream>

#include "base/text.h"
#include "cli/verbs/data.h"
#include "data/dataset_info.h"
#include "data/split.h"

namespace anneal::cli {

Verb dataSplitVerb() {
    return {
        "split", "Divide into train, validation and test; equal rows stay together", [](CLI::App& app) -> Action {
            struct Arguments {
                std::string data;
                double train = 0.9, validation = 0.05, test = 0.05;
                data::SplitOptions options;
            };
            auto arguments = std::make_shared<Arguments>();
            app.add_option("data", arguments->data, "Data set, id or file")->required();
            app.add_option("--train", arguments->train, "Fraction of the rows");
            app.add_option("--validation", arguments->validation, "Fraction of the rows");
            app.add_option("--test", arguments->test, "Fraction of the rows");
            app.add_option("--seed", arguments->options.seed, "Seed");
            app.add_option("--stratify", arguments->options.stratify, "Column whose values keep their shares in every part");
            app.add_option("--out", arguments->options.out, "Folder that gets one data set a part")->required();
            app.add_flag("--replace", arguments->options.replace, "Replace the data sets there");
            return [arguments, &app](Context& context) {
                // Fractions that are not given follow from those that are: --train 0.8 leaves 0.2 for validation.
                auto& given = *arguments;
                const auto said = [&](const char* name) { return app.count(name) > 0; };
                if (said("--train") || said("--validation") || said("--test")) {
                    if (!said("--test")) given.test = 0;
                    if (!said("--train")) given.train = 1 - (said("--validation") ? given.validation : 0) - given.test;
                    if (!said("--validation")) given.validation = std::max(0.0, 1 - given.train - given.test);
                }
                given.options.fractions = {{"train", given.train}, {"validation", given.validation}, {"test", given.test}};
                auto dataset = data::openData(given.data, {}, context.progress(), context.stop());
                if (!dataset) return context.failure(dataset.error());
                auto parts = data::splitDataset(*dataset, given.options, context.progress(), context.stop());
                if (!parts) return context.failure(parts.error());
                OrderedJson document = {{"rows", dataset->manifest().rows}, {"seed", given.options.seed}, {"splits", OrderedJson::array()}};
                for (const auto& part : *parts)
                    document["splits"].push_back({{"name", part.name}, {"dataset", part.dataset.string()}, {"rows", part.rows}});
                return context.answer(document, [&] {
                    for (const auto& part : *parts)
                        std::cout << part.name << ": " << base::formatCount(part.rows) << " rows, " << part.dataset.string() << '\n';
                });
            };
        }};
}

}  // namespace anneal::cli
