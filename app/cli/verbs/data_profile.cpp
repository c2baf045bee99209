#include <iostream>

#include "base/files.h"
#include "base/text.h"
#include "catalogue/registry.h"
#include "cli/verbs/data.h"
#include "data/dataset_info.h"
#include "data/profile.h"
#include "data/profile/report.h"
#include "text/tokenizer.h"

namespace anneal::cli {
namespace {

using base::formatCount;

struct Arguments {
    std::string data, model, html;
    std::vector<std::string> against;
    std::int64_t cutoff = 0;
    data::ProfileOptions options;
};

void print(const std::string& title, const std::vector<data::Tally>& tallies) {
    std::string line;
    for (const auto& one : tallies)
        if (one.rows > 0) line += (line.empty() ? "" : ", ") + one.name + " " + formatCount(one.rows);
    if (!line.empty()) std::cout << "  " << title << ": " << line << '\n';
}

void print(const data::ColumnProfile& column) {
    std::cout << "  " << column.name << ": " << column.type << ", " << formatCount(column.distinct) << " distinct";
    if (column.nulls > 0) std::cout << ", " << formatCount(column.nulls) << " empty";
    if (!column.lowest.is_null()) std::cout << ", " << base::dumpJson(column.lowest) << " to " << base::dumpJson(column.highest);
    if (column.outliersBoth > 0) std::cout << ", " << formatCount(column.outliersBoth) << " outliers";
    std::cout << '\n';
}

void print(const data::Dataset& dataset, const data::Profile& profile) {
    std::cout << dataset.path().string() << "\n  " << formatCount(profile.rows) << " rows, " << formatCount(profile.exactDuplicates)
              << " exact duplicates";
    if (profile.nearDuplicates) std::cout << ", " << formatCount(*profile.nearDuplicates) << " near duplicates";
    std::cout << '\n';
    for (const auto& other : profile.shared)
        std::cout << "  " << formatCount(other.exact) << " rows are in " << other.with << " as well, " << formatCount(other.near)
                  << " nearly equal one of its rows\n";
    for (const auto& column : profile.columns) print(column);
    const auto& length = profile.length;
    std::cout << "  length in " << length.unit << ": median " << length.median << ", 95 % below " << length.p95 << ", longest "
              << length.longest;
    if (length.overCutoff) std::cout << ", " << formatCount(*length.overCutoff) << " over the cutoff";
    std::cout << '\n';
    if (profile.labels) {
        const auto& classes = profile.labels->classes;
        std::cout << "  " << profile.labels->column << ": " << classes.size() << " classes";
        if (!classes.empty())
            std::cout << ", from " << formatCount(classes.back().count) << " to " << formatCount(classes.front().count) << " rows";
        std::cout << '\n';
    }
    print("languages", profile.languages);
    print("rows with personal data", profile.personal);
    print("rows with damaged encoding", profile.encoding);
    print("rows whose answers are", profile.answers);
    print("rows that a template trips over", profile.conversations);
}

/// The tokenizer and the data sets that the arguments name.
Status resolve(Arguments& given, const Context& context) {
    if (given.cutoff > 0) given.options.cutoff = given.cutoff;
    for (const auto& name : given.against) {
        ANNEAL_TRY(other, data::openData(name, {}, context.progress(), context.stop()));
        given.options.against.emplace_back(name, std::move(other));
    }
    if (given.model.empty()) return {};
    ANNEAL_TRY(model, catalogue::ModelRegistry().resolve(given.model));
    ANNEAL_TRY(tokenizer, text::Tokenizer::load(model));
    given.options.countTokens = [tokenizer](std::string_view text) { return std::int64_t(tokenizer->encode(text).size()); };
    return {};
}

Result<data::Profile> profile(Arguments& given, const data::Dataset& dataset, const Context& context) {
    ANNEAL_CHECK(resolve(given, context));
    ANNEAL_TRY(made, data::profileDataset(dataset, given.options, context.progress(), context.stop()));
    if (given.html.empty()) return made;
    ANNEAL_TRY(report, data::profileReport(dataset, made, std::filesystem::path(given.data).filename().string()));
    ANNEAL_CHECK(base::writeFileAtomically(given.html, report));
    return made;
}

}  // namespace

Verb dataProfileVerb() {
    return {"profile", "Count and measure what a data set holds and what is wrong with it", [](CLI::App& app) -> Action {
                auto arguments = std::make_shared<Arguments>();
                auto& options = arguments->options;
                app.add_option("data", arguments->data, "Data set, id or file")->required();
                app.add_option("--model", arguments->model, "Measure lengths in this model's tokens (default: characters)");
                app.add_option("--cutoff", arguments->cutoff, "Count the rows that are longer")->check(CLI::PositiveNumber);
                app.add_option("--against", arguments->against, "Count the rows that this data set has as well, e.g. the test part")
                    ->delimiter(',');
                app.add_option("--near", options.near, "Similarity from which rows are near duplicates (0.2 to 1; 0: do not look for them)")
                    ->check(CLI::Range(0.2, 1.0) | CLI::IsMember({0.0}));
                app.add_option("--html", arguments->html, "Also write a report that any browser shows");
                app.add_option("--threads", options.threads, "Threads (default: all cores)");
                return [arguments](Context& context) {
                    auto dataset = data::openData(arguments->data, {}, context.progress(), context.stop());
                    if (!dataset) return context.failure(dataset.error());
                    auto made = profile(*arguments, *dataset, context);
                    if (!made) return context.failure(made.error());
                    return context.answer(data::toJson(*made), [&] {
                        print(*dataset, *made);
                        if (!arguments->html.empty()) std::cout << "  report: " << arguments->html << '\n';
                    });
                };
            }};
}

}  // namespace anneal::cli
