#include <iostream>

#include "base/text.h"
#include "cli/verbs/data.h"
#include "data/dataset_info.h"
#include "data/export.h"

namespace anneal::cli {

Verb dataExportVerb() {
    return {"export", "Write a data set's rows to one file, in order, exactly", [](CLI::App& app) -> Action {
                struct Arguments {
                    std::string data, format, out;
                };
                auto arguments = std::make_shared<Arguments>();
                app.add_option("data", arguments->data, "Data set, id or file")->required();
                app.add_option("--to", arguments->format, "jsonl, csv or parquet")->required();
                app.add_option("--out", arguments->out, "File to write")->required();
                return [arguments](Context& context) {
                    auto format = data::parseExportFormat(arguments->format);
                    if (!format) return context.failure(format.error());
                    auto dataset = data::openData(arguments->data, {}, context.progress(), context.stop());
                    if (!dataset) return context.failure(dataset.error());
                    const auto written = data::exportDataset(*dataset, *format, arguments->out, context.progress(), context.stop());
                    if (!written) return context.failure(written.error());
                    const auto rows = dataset->manifest().rows;
                    return context.answer({{"path", arguments->out}, {"format", arguments->format}, {"rows", rows}},
                                          [&] { std::cout << base::formatCount(rows) << " rows written to " << arguments->out << '\n'; });
                };
            }};
}

}  // namespace anneal::cli
