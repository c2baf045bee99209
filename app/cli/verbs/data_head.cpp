#include <iostream>

#include "cli/verbs/data.h"
#include "data/dataset_info.h"
#include "data/export.h"

namespace anneal::cli {

Verb dataHeadVerb() {
    return {"head", "Show the first rows", [](CLI::App& app) -> Action {
                struct Arguments {
                    std::string data;
                    std::int64_t count = 5, from = 0;
                };
                auto arguments = std::make_shared<Arguments>();
                app.add_option("data", arguments->data, "Data set, id or file")->required();
                app.add_option("-n,--rows", arguments->count, "How many");
                app.add_option("--from", arguments->from, "First row, from 0");
                return [arguments](Context& context) {
                    auto dataset = data::openData(arguments->data, {}, {}, context.stop());
                    if (!dataset) return context.failure(dataset.error());
                    auto rows = data::headRows(*dataset, arguments->from, arguments->count);
                    if (!rows) return context.failure(rows.error());
                    return context.answer({{"dataset", dataset->path().string()}, {"rows", *rows}}, [&] {
                        for (const auto& row : *rows) std::cout << base::dumpJson(row, 2) << '\n';
                    });
                };
            }};
}

}  // namespace anneal::cli
