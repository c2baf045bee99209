#include <iostream>

#include "base/text.h"
#include "cli/verbs/data.h"
#include "data/dataset_info.h"
#include "data/import.h"

namespace anneal::cli {
namespace {

struct Arguments {
    std::string source, out, format, encoding, delimiter, header, splitOn, shape, name;
    std::vector<std::string> map;
    bool replace = false;
    int threads = 0;
};

Result<data::ImportOptions> optionsOf(const Arguments& arguments) {
    data::ImportOptions options;
    options.source = arguments.source;
    options.out = arguments.out;
    options.replace = arguments.replace;
    options.threads = arguments.threads;
    options.reading.format = arguments.format;
    options.reading.encoding = arguments.encoding;
    options.reading.splitOn = arguments.splitOn;
    if (!arguments.delimiter.empty())
        options.reading.delimiter = arguments.delimiter == "tab" || arguments.delimiter == "\\t" ? '\t' : arguments.delimiter[0];
    if (!arguments.header.empty()) options.reading.header = arguments.header == "yes";
    if (!arguments.shape.empty()) {
        ANNEAL_TRY(shape, data::parseShape(arguments.shape));
        options.shape = shape;
    }
    for (const auto& pair : arguments.map) {
        const auto equals = pair.find('=');
        if (equals == std::string::npos)
            return fail("usage", "--map takes PART=COLUMN, not \"" + pair + "\"", "e.g. --map prompt=question,response=answer");
        options.columns[pair.substr(0, equals)] = pair.substr(equals + 1);
    }
    if (!arguments.name.empty()) {
        ANNEAL_TRY(named, data::findInDatasetInfo(arguments.source, arguments.name));
        options.source = named.file;
        options.mapping = named.mapping;
    }
    return options;
}

OrderedJson documentOf(const data::ImportReport& report) {
    auto rejected = OrderedJson::array();
    for (const auto& one : report.rejected) {
        OrderedJson entry = {{"row", one.row}, {"line", nullptr}, {"reason", one.reason}};
        if (one.line > 0) entry["line"] = one.line;
        rejected.push_back(std::move(entry));
    }
    return {{"dataset", report.dataset.string()},
            {"rows", report.manifest.rows},
            {"shape", data::shapeName(report.manifest.mapping.shape)},
            {"columns", columnsJson(report.manifest)},
            {"rejected", rejected},
            {"rejected_count", report.manifest.rejected},
            {"mapping", data::toJson(report.manifest.mapping)},
            {"confidence", report.manifest.confidence},
            {"hash", report.manifest.hash}};
}

void print(const data::ImportReport& report) {
    printDataset(report.dataset.string(), report.manifest);
    if (report.manifest.rejected == 0) return;
    std::cout << "  " << base::formatCount(report.manifest.rejected) << " rows rejected (all in rejected.jsonl)\n";
    for (std::size_t i = 0; i < report.rejected.size() && i < 5; ++i) {
        const auto& one = report.rejected[i];
        std::cout << "    row " << one.row;
        if (one.line > 0) std::cout << ", line " << one.line;
        std::cout << ": " << one.reason << '\n';
    }
}

}  // namespace

Verb dataImportVerb() {
    return {"import", "Read a file of rows into a data set", [](CLI::App& app) -> Action {
                auto arguments = std::make_shared<Arguments>();
                app.add_option("source", arguments->source,
                               "JSON-lines, JSON, CSV, TSV, Parquet or text file (also .gz, .zst), or a dataset_info.json")
                    ->required();
                app.add_option("--out", arguments->out, "Folder of the data set (default: a new one under the data home)");
                app.add_option("--format", arguments->format, "jsonl, json, csv, tsv, parquet or text (default: by name and content)");
                app.add_option("--encoding", arguments->encoding, "Encoding of the text (default: detected)");
                app.add_option("--delimiter", arguments->delimiter, "CSV delimiter, or tab (default: detected)");
                app.add_option("--header", arguments->header, "Whether CSV's first row names the columns: yes or no (default: detected)")
                    ->check(CLI::IsMember({"yes", "no"}));
                app.add_option("--split-on", arguments->splitOn,
                               "What separates the rows of plain text: line, paragraph, file, or a separator (default: detected)");
                app.add_option("--shape", arguments->shape, "Shape of the rows (default: detected)");
                app.add_option("--map", arguments->map, "PART=COLUMN,… over what is detected")->delimiter(',');
                app.add_option("--name", arguments->name, "The entry to import when the source is a dataset_info.json");
                app.add_option("--threads", arguments->threads, "Threads (default: all cores)");
                app.add_flag("--replace", arguments->replace, "Replace the data set at --out");
                return [arguments](Context& context) {
                    auto options = optionsOf(*arguments);
                    if (!options) return context.failure(options.error());
                    auto report = data::importDataset(*options, context.progress(), context.stop());
                    if (!report) return context.failure(report.error());
                    return context.answer(documentOf(*report), [&] { print(*report); });
                };
            }};
}

}  // namespace anneal::cli
