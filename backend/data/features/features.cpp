#include "data/features/features.h"

#include <chrono>
#include <cmath>

#include <arrow/table.h>

#include "data/arrow_result.h"
#include "data/column_summary.h"
#include "data/features/feature_run.h"

namespace anneal::data::features {
namespace {

constexpr std::int64_t kRowsAPart = 1 << 16;

/// Columns that features are made of, an entity.
std::vector<std::set<int>> columnsFor(const EntitySet& set, const std::vector<FeaturePtr>& features) {
    std::vector<std::set<int>> read(set.entities.size());
    std::set<const Feature*> seen;
    // Rows are counted by a key whose values nobody reads.
    const std::function<void(const FeaturePtr&)> visit = [&](const FeaturePtr& feature) {
        if (!seen.insert(feature.get()).second) return;
        if (feature->form == Feature::Form::column) read[std::size_t(feature->entity)].insert(feature->place);
        if (!feature->primitive || feature->primitive->readsValues)
            for (const auto& base : feature->bases) visit(base);
        if (feature->where) visit(feature->where);
    };
    for (const auto& feature : features) visit(feature);
    return read;
}

bool usesNow(const std::vector<FeaturePtr>& features) {
    bool uses = false;
    std::set<const Feature*> seen;
    for (const auto& feature : features)
        visitAll(feature, seen, [&](const Feature& one) { uses = uses || (one.primitive && one.primitive->usesNow); });
    return uses;
}

std::string momentText(double microseconds) {
    const auto seconds = std::time_t(std::floor(microseconds / kMicroseconds));
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    char text[32];
    std::strftime(text, sizeof text, "%Y-%m-%d %H:%M:%S", &parts);
    return text;
}

std::string cutoffText(const Cutoffs& cutoffs) {
    if (cutoffs.perInstance) return "each row's own";
    return std::isfinite(cutoffs.time) ? momentText(cutoffs.time) : "none";
}

OrderedJson provenanceOf(const Entities& entities, const FeatureOptions& options, const Cutoffs& cutoffs,
                         const std::vector<FeatureColumn>& columns) {
    const auto& synthesis = options.synthesis;
    auto tables = OrderedJson::array();
    for (std::size_t i = 0; i < entities.sources.size(); ++i) {
        const auto& dataset = entities.sources[i].dataset;
        if (!dataset) continue;
        std::error_code ignored;
        tables.push_back({{"table", entities.set.entities[i].name},
                          {"dataset", std::filesystem::absolute(dataset->path(), ignored).string()},
                          {"dataset_hash", dataset->manifest().hash}});
    }
    auto names = OrderedJson::array();
    for (const auto& column : columns) names.push_back(column.name);
    OrderedJson provenance = {{"tables", tables},
                              {"entity_set", entities.document},
                              {"target", synthesis.target},
                              {"depth", synthesis.depth},
                              {"aggregations", synthesis.aggregations},
                              {"transforms", synthesis.transforms},
                              {"conditions", synthesis.conditions},
                              {"cutoff", cutoffs.perInstance ? options.cutoff.text : cutoffText(cutoffs)}};
    if (options.cutoff.window > 0) provenance["window_seconds"] = options.cutoff.window / kMicroseconds;
    if (options.text) provenance["text"] = *options.text;
    provenance["features"] = names;
    return provenance;
}

/// Blocks put together to parts, written as they fill.
class PartWriter {
public:
    PartWriter(const DatasetWriter& writer, const arrow::Schema& schema) : writer_(writer), sketch_(schema) {}
    Status add(std::shared_ptr<arrow::Table> block) {
        rows_ += block->num_rows();
        blocks_.push_back(std::move(block));
        return rows_ >= kRowsAPart ? flush() : Status();
    }
    Status flush() {
        if (blocks_.empty()) return {};
        ANNEAL_TRY(whole, checked(arrow::ConcatenateTables(blocks_), "features"));
        ANNEAL_TRY(combined, checked(whole->CombineChunks(), "features"));
        sketch_.add(*combined);
        ANNEAL_TRY(part, writer_.write(parts_.size(), *combined));
        parts_.push_back(std::move(part));
        blocks_.clear();
        rows_ = 0;
        return {};
    }
    const std::vector<WrittenPart>& parts() const { return parts_; }
    auto summaries() { return sketch_.finish(); }

private:
    const DatasetWriter& writer_;
    std::vector<std::shared_ptr<arrow::Table>> blocks_;
    std::int64_t rows_ = 0;
    std::vector<WrittenPart> parts_;
    TableSketch sketch_;
};

}  // namespace

Result<std::vector<FeaturePreview>> previewFeatures(const EntityFile& file, const SynthesisOptions& options,
                                                    const base::ProgressFunction& progress, const base::StopToken& stop) {
    ANNEAL_TRY(entities, openEntities(file, progress, stop));
    ANNEAL_TRY(features, synthesise(entities.set, options, stop));
    std::vector<FeaturePreview> previews;
    for (const auto& column : columnsOf(features)) {
        FeaturePreview preview{column.name, column.words, std::string(meaningName(column.feature->kind.meaning)), column.feature->depth};
        std::set<const Feature*> seen;
        visitAll(column.feature, seen, [&](const Feature& one) {
            if (one.primitive) preview.primitives.insert(preview.primitives.begin(), one.primitive->name);
        });
        previews.push_back(std::move(preview));
    }
    return previews;
}

Result<FeatureReport> makeFeatures(const EntityFile& file, const FeatureOptions& options, const base::ProgressFunction& progress,
                                   const base::StopToken& stop) {
    ANNEAL_TRY(entities, openEntities(file, progress, stop));
    ANNEAL_TRY(features, synthesise(entities.set, options.synthesis, stop));
    const auto columns = columnsOf(features);
    std::optional<FeatureText> text;
    if (options.text) {
        ANNEAL_TRY(parsed, FeatureText::parse(*options.text, columns));
        text = std::move(parsed);
    }
    FeatureReport report;
    report.features = columns.size();
    report.dataset = options.out.empty() ? newDatasetFolder(options.synthesis.target + "-features") : options.out;
    ANNEAL_TRY(writer, DatasetWriter::create(report.dataset, options.replace));

    const int target = entities.set.entity(options.synthesis.target);
    ANNEAL_TRY(tables, loadTables(entities, columnsFor(entities.set, features), progress, stop));
    ANNEAL_TRY(cutoffs, readCutoffs(entities.set, tables, target, options.cutoff, progress, stop));
    if (!cutoffs.perInstance && !std::isfinite(cutoffs.time) && usesNow(features))
        return fail("cutoff_needed", "no table has a time index, and some features measure the time to the cut-off",
                    "give one: --cutoff 2024-05-01");
    report.cutoff = cutoffText(cutoffs);
    FeatureRun run(entities.set, tables, target, cutoffs, options.cutoff.window, features, std::move(text));
    PartWriter parts(writer, *run.schema());
    ANNEAL_CHECK(run.run(
        options.threads, [&](const auto& block) { return parts.add(block); }, progress, stop));
    ANNEAL_CHECK(parts.flush());
    Manifest manifest;
    if (options.text) manifest.mapping = {Shape::text, {{"text", "features_text"}}};
    manifest.provenance = provenanceOf(entities, options, cutoffs, columns);
    ANNEAL_TRY(whole, writer.commit(*run.schema(), parts.parts(), std::move(manifest), parts.summaries()));
    report.manifest = std::move(whole);
    return report;
}

}  // namespace anneal::data::features
