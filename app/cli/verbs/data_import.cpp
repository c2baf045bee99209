#include <iostream>

#include "base/text.h"
#include "cli/verbs/data.h"
#include "data/dataset_info.h"
#include "data/import.h"
#include "data/mapping_file.h"
#include "data/sources/format.h"

namespace anneal::cli {
namespace {

struct Arguments {
    std::string source, out, format, encoding, delimiter, quote, header, splitOn, sheet, records, flatten, shape, name, mapping,
        saveMapping, mediaRoot;
    std::string query, queryFile, unpackBytes;
    std::vector<std::string> map, parameters;
    std::vector<int> widths;
    double unpackRatio = 0;
    std::int64_t rows = 0;
    bool replace = false;
    int threads = 0;
};

/// "NAME=VALUE" as a pair.
Result<std::pair<std::string, std::string>> pairOf(const std::string& text, const char* option, const char* example) {
    const auto equals = text.find('=');
    if (equals == std::string::npos || equals == 0)
        return fail("usage", std::string(option) + " takes NAME=VALUE, not \"" + text + "\"", std::string("e.g. ") + example);
    return std::pair(text.substr(0, equals), text.substr(equals + 1));
}

char characterOf(const std::string& text) {
    if (text == "tab" || text == "\\t") return '\t';
    if (text == "space") return ' ';
    return text == "none" || text.empty() ? '\0' : text[0];
}

Status readOptions(const Arguments& arguments, data::SourceOptions& reading) {
    reading.format = arguments.format;
    reading.encoding = arguments.encoding;
    reading.splitOn = arguments.splitOn;
    reading.sheet = arguments.sheet;
    reading.records = arguments.records;
    reading.flatten = arguments.flatten == "dot" ? "." : arguments.flatten;
    reading.widths = arguments.widths;
    reading.query = arguments.query;
    if (!arguments.delimiter.empty()) reading.delimiter = characterOf(arguments.delimiter);
    if (!arguments.quote.empty()) reading.quote = characterOf(arguments.quote);
    if (!arguments.header.empty()) reading.header = arguments.header == "yes";
    if (arguments.unpackRatio > 0) reading.limits.ratio = arguments.unpackRatio;
    if (!arguments.unpackBytes.empty()) {
        const auto bytes = base::parseBytes(arguments.unpackBytes);
        if (!bytes) return fail("usage", "--unpack-bytes takes a size, not \"" + arguments.unpackBytes + "\"", "e.g. 800GiB");
        reading.limits.bytes = *bytes;
    }
    if (!arguments.queryFile.empty()) {
        ANNEAL_TRY(text, base::readFile(arguments.queryFile));
        reading.query = text;
    }
    for (const auto& one : arguments.parameters) {
        ANNEAL_TRY(pair, pairOf(one, "--param", "--param since=2024-01-01"));
        reading.parameters[pair.first] = pair.second;
    }
    return {};
}

/// A dataset_info.json is a register of data sets, of which one is named.
Status readRegister(const Arguments& arguments, data::ImportOptions& options) {
    if (arguments.name.empty() && options.source.filename() != "dataset_info.json") return {};
    if (arguments.name.empty()) {
        ANNEAL_TRY(names, data::namesInDatasetInfo(arguments.source));
        return fail("usage", arguments.source + " names several data sets", "choose one with --name: " + base::join(names, ", "));
    }
    ANNEAL_TRY(named, data::findInDatasetInfo(arguments.source, arguments.name));
    options.source = named.file;
    options.mapping = named.mapping;
    if (options.rows == 0) options.rows = named.rows;
    return {};
}

Result<data::ImportOptions> optionsOf(const Arguments& arguments) {
    data::ImportOptions options;
    options.source = arguments.source;
    options.out = arguments.out;
    options.replace = arguments.replace;
    options.threads = arguments.threads;
    options.rows = arguments.rows;
    options.mediaRoot = arguments.mediaRoot;
    ANNEAL_CHECK(readOptions(arguments, options.reading));
    if (!arguments.shape.empty()) {
        ANNEAL_TRY(shape, data::parseShape(arguments.shape));
        options.shape = shape;
    }
    for (const auto& one : arguments.map) {
        ANNEAL_TRY(pair, pairOf(one, "--map", "--map prompt=question,response=answer"));
        options.columns[pair.first] = pair.second;
    }
    ANNEAL_CHECK(readRegister(arguments, options));
    if (!arguments.mapping.empty()) {
        ANNEAL_TRY(mapping, data::readMapping(arguments.mapping));
        options.mapping = mapping;
    }
    return options;
}

OrderedJson documentOf(const data::ImportReport& report) {
    auto rejected = OrderedJson::array();
    for (const auto& one : report.rejected) {
        OrderedJson entry = {{"row", one.row}, {"line", nullptr}, {"reason", one.reason}};
        if (one.line > 0) entry["line"] = one.line;
        if (!one.file.empty()) entry["file"] = one.file;
        rejected.push_back(std::move(entry));
    }
    const auto& manifest = report.manifest;
    return {{"dataset", report.dataset.string()},
            {"rows", manifest.rows},
            {"shape", data::shapeName(manifest.mapping.shape)},
            {"columns", columnsJson(manifest)},
            {"rejected", rejected},
            {"rejected_count", manifest.rejected},
            {"rejected_reasons", report.reasons},
            {"mapping", data::toJson(manifest.mapping)},
            {"confidence", manifest.confidence},
            {"warnings", report.warnings},
            {"source", manifest.provenance},
            {"hash", manifest.hash}};
}

/// "tsv, UTF-8, delimiter tab, quote \", header yes": what was detected, on one line.
std::string detected(const OrderedJson& provenance) {
    std::string line = provenance.value("format", "");
    const auto add = [&](const std::string& name, const OrderedJson& value) {
        const auto text = value.is_boolean()  ? std::string(value.get<bool>() ? "yes" : "no")
                          : value.is_string() ? value.get<std::string>()
                                              : base::dumpJson(value);
        line += ", " + (name.empty() ? text : name + " " + text);
    };
    for (const auto* key : {"encoding", "compression", "server"})
        if (provenance.contains(key)) add("", provenance[key]);
    for (const auto* key : {"layout", "records", "flatten", "split_on", "member", "files"})
        if (provenance.contains(key)) add(key, provenance[key]);
    if (provenance.contains("dialect"))
        for (const auto& [name, value] : provenance["dialect"].items()) add(name, value);
    return line;
}

void print(const data::ImportReport& report) {
    const auto& manifest = report.manifest;
    printDataset(report.dataset.string(), manifest);
    std::cout << "  read as " << detected(manifest.provenance) << '\n';
    if (manifest.mapping.shape != data::Shape::table)
        std::cout << "  shape " << data::shapeName(manifest.mapping.shape) << " with confidence " << int(manifest.confidence * 100 + 0.5)
                  << " %\n";
    for (const auto& warning : report.warnings) std::cout << "  warning: " << warning << '\n';
    if (manifest.rejected == 0) return;
    std::cout << "  " << base::formatCount(manifest.rejected) << " rows rejected; the list is "
              << (report.dataset / "rejected.jsonl").string() << '\n';
    for (std::size_t i = 0; i < report.rejected.size() && i < 5; ++i) {
        const auto& one = report.rejected[i];
        std::cout << "    ";
        if (!one.file.empty()) std::cout << one.file << ", ";
        if (one.row > 0) std::cout << "row " << one.row;
        if (one.line > 0) std::cout << ", line " << one.line;
        std::cout << (one.row > 0 ? ": " : "") << one.reason << '\n';
    }
}

void declareOptions(CLI::App& app, Arguments& arguments) {
    app.add_option(
           "source", arguments.source,
           "A file, a folder, a pattern such as 'data/*.csv', a .zip, a dataset_info.json, or a database: postgresql://user@host/name, "
           "mysql://user@host/name, sqlite:///path.db, odbc://NAME (passwords come from ANNEAL_DB_PASSWORD, PGPASSWORD, ~/.pgpass or the "
           "keyring)")
        ->required();
    app.add_option("--out", arguments.out, "Folder of the data set (default: a new one under the data home)");
    app.add_flag("--replace", arguments.replace, "Replace the data set at --out");
    app.add_option("--rows", arguments.rows, "So many of the first rows (default: all)")->check(CLI::PositiveNumber);
    app.add_option("--threads", arguments.threads, "Threads (default: all cores)");
    auto* reading = app.add_option_group("Reading", "How the source is read; what is left out is detected");
    reading->add_option("--format", arguments.format, "One of " + data::formatNames());
    reading->add_option("--encoding", arguments.encoding, "Encoding of the text, e.g. UTF-8, GB18030, windows-1252");
    reading->add_option("--delimiter", arguments.delimiter, "CSV: what stands between values; tab, space or a character");
    reading->add_option("--quote", arguments.quote, "CSV: the quote, or none");
    reading->add_option("--header", arguments.header, "Whether the first row names the columns: yes or no")
        ->check(CLI::IsMember({"yes", "no"}));
    reading->add_option("--widths", arguments.widths, "Fixed width: characters of each column, e.g. 6,5,9,3,8")->delimiter(',');
    reading->add_option("--sheet", arguments.sheet, "Excel: a sheet's name, or * for all (default: the first with rows)");
    reading->add_option("--records", arguments.records,
                        "JSON: path of keys to the list that holds the rows, in the document or in each row");
    reading->add_option("--flatten", arguments.flatten,
                        "JSON: nested objects become columns joined by this (dot, or a text); default: they stay JSON");
    reading->add_option("--split-on", arguments.splitOn, "Plain text: line, paragraph, file, or a separator");
    reading->add_option("--query", arguments.query, "Database: the query; :name stands for a parameter");
    reading->add_option("--query-file", arguments.queryFile, "Database: a file with the query");
    reading->add_option("--param", arguments.parameters, "Database: NAME=VALUE of a parameter, bound and never pasted into the query");
    reading->add_option("--unpack-ratio", arguments.unpackRatio, "Most unpacked bytes for each packed one (default: 200 beyond 256 MiB)");
    reading->add_option("--unpack-bytes", arguments.unpackBytes, "Most unpacked bytes, e.g. 800GiB (default: 512GiB)");
    auto* meaning = app.add_option_group("Meaning", "What the rows are for; what is left out is detected");
    meaning->add_option("--shape", arguments.shape, "Shape of the rows");
    meaning->add_option("--map", arguments.map, "PART=COLUMN,… over what is detected")->delimiter(',');
    meaning->add_option("--mapping", arguments.mapping, "A mapping file (shape, columns, tags), instead of what is detected");
    meaning->add_option("--save-mapping", arguments.saveMapping, "Write the mapping that was used to this file");
    meaning->add_option("--name", arguments.name, "The entry to import when the source is a dataset_info.json");
    meaning->add_option("--media-root", arguments.mediaRoot,
                        "Folder below which rows' images and audio must be; rows whose files are missing are rejected");
}

int run(const Arguments& arguments, Context& context) {
    auto options = optionsOf(arguments);
    if (!options) return context.failure(options.error());
    auto report = data::importDataset(*options, context.progress(), context.stop());
    if (!report) return context.failure(report.error());
    if (!arguments.saveMapping.empty())
        if (const auto saved = data::writeMapping(report->manifest.mapping, arguments.saveMapping); !saved)
            return context.failure(saved.error());
    return context.answer(documentOf(*report), [&] { print(*report); });
}

}  // namespace

Verb dataImportVerb() {
    return {"import", "Read files or a database's rows into a data set", [](CLI::App& app) -> Action {
                auto arguments = std::make_shared<Arguments>();
                declareOptions(app, *arguments);
                return [arguments](Context& context) { return run(*arguments, context); };
            }};
}

}  // namespace anneal::cli
