#include <iostream>

#include "base/text.h"
#include "catalogue/registry.h"
#include "cli/verbs/data.h"
#include "data/dataset_info.h"
#include "data/profile.h"
#include "text/tokenizer.h"

namespace anneal::cli {
namespace {

void print(const data::Dataset& dataset, const data::Profile& profile) {
    std::cout << dataset.path().string() << "\n  " << base::formatCount(profile.rows) << " rows, "
              << base::formatCount(profile.exactDuplicates) << " exact duplicates\n";
    for (const auto& column : profile.columns) {
        std::cout << "  " << column.name << ": " << column.type << ", " << base::formatCount(column.distinct) << " distinct";
        if (column.nulls > 0) std::cout << ", " << base::formatCount(column.nulls) << " empty";
        if (!column.lowest.is_null()) std::cout << ", " << base::dumpJson(column.lowest) << " to " << base::dumpJson(column.highest);
        if (column.outliersBoth > 0) std::cout << ", " << base::formatCount(column.outliersBoth) << " outliers";
        std::cout << '\n';
    }
    const auto& length = profile.length;
    std::cout << "  length in " << length.unit << ": median " << length.median << ", 95 % below " << length.p95 << ", longest "
              << length.longest;
    if (length.overCutoff) std::cout << ", " << base::formatCount(*length.overCutoff) << " over the cutoff";
    std::cout << '\n';
}

}  // namespace

Verb dataProfileVerb() {
    return {"profile", "Count and measure what a data set holds", [](CLI::App& app) -> Action {
                struct Arguments {
                    std::string data, model;
                    std::int64_t cutoff = 0;
                };
                auto arguments = std::make_shared<Arguments>();
                app.add_option("data", arguments->data, "Data set, id or file")->required();
                app.add_option("--model", arguments->model, "Measure lengths in this model's tokens (default: characters)");
                app.add_option("--cutoff", arguments->cutoff, "Count the rows that are longer")->check(CLI::PositiveNumber);
                return [arguments](Context& context) {
                    data::ProfileOptions options;
                    if (arguments->cutoff > 0) options.cutoff = arguments->cutoff;
                    if (!arguments->model.empty()) {
                        auto model = catalogue::ModelRegistry().resolve(arguments->model);
                        if (!model) return context.failure(model.error());
                        auto tokenizer = text::Tokenizer::load(*model);
                        if (!tokenizer) return context.failure(tokenizer.error());
                        options.countTokens = [tokenizer = *tokenizer](std::string_view text) {
                            return std::int64_t(tokenizer->encode(text).size());
                        };
                    }
                    auto dataset = data::openData(arguments->data, {}, context.progress(), context.stop());
                    if (!dataset) return context.failure(dataset.error());
                    auto profile = data::profileDataset(*dataset, options, context.progress(), context.stop());
                    if (!profile) return context.failure(profile.error());
                    return context.answer(data::toJson(*profile), [&] { print(*dataset, *profile); });
                };
            }};
}

}  // namespace anneal::cli
