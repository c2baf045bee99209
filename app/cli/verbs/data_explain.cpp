#include <iostream>

#include "base/text.h"
#include "cli/verbs/change_text.h"
#include "cli/verbs/data.h"
#include "data/clean/explain.h"

namespace anneal::cli {
namespace {

void print(const data::ExplainedChange& change) {
    std::cout << "    " << change.column << ": ";
    if (change.hidden)
        std::cout << "changed; the values before masking are not kept\n";
    else
        std::cout << changeText(change.before, change.after) << '\n';
}

void print(const data::Explanation& explanation) {
    for (const auto& copy : explanation.copies) {
        std::cout << "row " << base::formatCount(explanation.row) << (copy.copy > 0 ? ", copy " + std::to_string(copy.copy) : "")
                  << (copy.place ? ": row " + base::formatCount(*copy.place) + " of the result" : ": dropped") << '\n';
        if (copy.steps.empty()) std::cout << "  no step touched it\n";
        for (const auto& step : copy.steps) {
            std::cout << "  " << step.step + 1 << ", " << step.name << (step.dropped ? ": dropped, " + *step.dropped : "") << '\n';
            if (step.copyOf) std::cout << "    made from copy " << *step.copyOf << '\n';
            for (const auto& change : step.changes) print(change);
        }
    }
}

}  // namespace

Verb dataExplainVerb() {
    return {"explain", "Why a row is as it is after cleaning, or why it is gone", [](CLI::App& app) -> Action {
                struct Arguments {
                    std::string data;
                    std::int64_t row = 0, place = 0;
                };
                auto arguments = std::make_shared<Arguments>();
                app.add_option("data", arguments->data, "Data set that anneal data clean made, or its id")->required();
                auto* which = app.add_option_group("which")->require_option(1);
                which->add_option("--row", arguments->row, "Row of the data set that was cleaned, from 1")->check(CLI::PositiveNumber);
                which->add_option("--place", arguments->place, "Row of the cleaned data set, from 1")->check(CLI::PositiveNumber);
                return [arguments](Context& context) {
                    const auto folder = data::findDataset(arguments->data);
                    if (!folder) return context.failure(folder.error());
                    const auto dataset = data::Dataset::open(*folder);
                    if (!dataset) return context.failure(dataset.error());
                    const auto explanation =
                        arguments->row > 0 ? data::explainRow(*dataset, arguments->row) : data::explainPlace(*dataset, arguments->place);
                    if (!explanation) return context.failure(explanation.error());
                    return context.answer(data::toJson(*explanation), [&] { print(*explanation); });
                };
            }};
}

}  // namespace anneal::cli
