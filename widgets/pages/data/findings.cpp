#include "pages/data/findings.h"

#include <map>

#include <arrow/table.h>
#include <arrow/type.h>

#include "data/clean/bound_recipe.h"
#include "data/detect/language.h"
#include "data/detect/pii.h"
#include "data/rows.h"
#include "data/texts.h"

namespace anneal::pages {
namespace {

/// Steps worth a look by themselves, with settings that do no more than mend.
const std::vector<std::pair<std::string, OrderedJson>>& candidates() {
    static const std::vector<std::pair<std::string, OrderedJson>> steps{
        {"repair_encoding", OrderedJson::object()},      {"strip_control", OrderedJson::object()},
        {"strip_html", OrderedJson::object()},           {"normalise_unicode", OrderedJson::object()},
        {"normalise_whitespace", OrderedJson::object()}, {"trim", OrderedJson::object()},
        {"drop_empty", OrderedJson::object()},           {"mask_pii", OrderedJson::object()}};
    return steps;
}

struct Looking {
    Finding finding;
    std::unique_ptr<data::BoundRecipe> bound;
};

std::vector<Looking> prepare(const data::Dataset& dataset) {
    std::vector<Looking> looking;
    for (const auto& [name, given] : candidates()) {
        const auto kind = data::findStepKind(name);
        if (!kind) continue;
        auto settings = data::Settings::read(name, (*kind)->parameters, given);
        if (!settings) continue;
        data::Recipe recipe;
        recipe.steps.push_back({*kind, std::move(*settings), true});
        // A step that finds no column here has nothing to say.
        auto bound = data::BoundRecipe::bind(recipe, dataset);
        if (bound) looking.push_back({{.step = name, .given = given}, std::make_unique<data::BoundRecipe>(std::move(*bound))});
    }
    return looking;
}

Status look(Looking& one, const data::Batch& batch) {
    ANNEAL_TRY(passage, one.bound->pass(batch, 0, 1, data::TraceDetail::values));
    const auto& count = passage.counts.front();
    one.finding.rows += count.changed + count.dropped;
    if (one.finding.example > 0) return {};
    if (!passage.trace.drops.empty())
        one.finding.example = passage.trace.drops.front().id.number;
    else if (!passage.trace.changes.empty())
        one.finding.example = passage.trace.changes.front().id.number;
    return {};
}

template <class Count>
std::vector<std::pair<std::string, std::int64_t>> ranked(const Count& counts) {
    std::vector<std::pair<std::string, std::int64_t>> list(counts.begin(), counts.end());
    std::ranges::stable_sort(list, std::greater{}, [](const auto& each) { return each.second; });
    return list;
}

void addExact(Findings& found) {
    if (found.profile.exactDuplicates > 0)
        found.findings.push_back({"drop_duplicates", OrderedJson::object(), found.profile.exactDuplicates, 0, true});
    for (const auto& column : found.profile.columns) {
        if (column.outliersBoth == 0 || !column.spread) continue;
        const bool isNumber = !column.lowest.is_null();
        OrderedJson given = {{"columns", {column.name}}};
        found.findings.push_back({isNumber ? "outliers" : "length_outliers", std::move(given), column.outliersBoth, 0, true});
    }
}

}  // namespace

Result<Findings> findIn(const data::Dataset& dataset, const jobs::JobContext& context) {
    Findings found;
    ANNEAL_TRY(profile, data::profileDataset(dataset, {}, context.progress, context.stop));
    found.profile = std::move(profile);
    ANNEAL_TRY(schema, dataset.schema());
    auto looking = prepare(dataset);
    const auto columns = data::contentTextColumns(*schema, dataset.manifest().mapping, {});
    std::map<std::string, std::int64_t> languages, personal;
    data::RowReader reader(dataset);
    const auto blocks = std::max<std::int64_t>(1, (std::min(reader.size(), kRowsLookedAt) + data::kBlockRows - 1) / data::kBlockRows);
    for (std::int64_t block = 0; block < blocks && reader.size() > 0; ++block) {
        if (context.stop.stopRequested()) return fail("stopped", "stopped");
        const auto first = reader.size() <= kRowsLookedAt ? block * data::kBlockRows : reader.size() / blocks * block;
        ANNEAL_TRY(rows, reader.rows(first, data::kBlockRows));
        data::Batch batch{rows, {}, block, context.stop};
        for (std::int64_t row = 0; row < rows->num_rows(); ++row) batch.ids.push_back({first + row + 1, 0});
        for (auto& one : looking) ANNEAL_CHECK(look(one, batch));
        if (columns)
            for (std::int64_t row = 0; row < rows->num_rows(); ++row) {
                std::string all;
                for (const int column : *columns)
                    data::visitTexts(*rows, column, row, [&](std::string_view text) {
                        all.append(text).append("\n");
                        for (const auto& span : data::findPii(text)) ++personal[std::string(data::piiName(span.kind))];
                    });
                ++languages[data::detectLanguage(all).code];
            }
        found.looked += rows->num_rows();
    }
    const bool exact = found.looked >= reader.size();
    for (auto& one : looking)
        if (one.finding.rows > 0) {
            one.finding.exact = exact;
            found.findings.push_back(std::move(one.finding));
        }
    addExact(found);
    std::ranges::stable_sort(found.findings, std::greater{}, &Finding::rows);
    found.languages = ranked(languages);
    found.personal = ranked(personal);
    return found;
}

}  // namespace anneal::pages
