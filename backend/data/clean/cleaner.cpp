#include "data/clean/cleaner.h"

#include <arrow/type.h>

#include "data/clean/plan.h"

namespace anneal::data {
namespace {

OrderedJson provenanceOf(const Dataset& dataset, const Recipe& recipe, const std::vector<StepCount>& counts, const CleanOptions& options) {
    auto steps = OrderedJson::array();
    for (const auto& count : counts) steps.push_back(toJson(count));
    std::error_code ignored;
    OrderedJson provenance = {{"dataset", std::filesystem::absolute(dataset.path(), ignored).string()},
                              {"dataset_hash", dataset.manifest().hash},
                              {"recipe", recipe.toJson()["steps"]},
                              {"recipe_hash", recipe.hash()},
                              {"steps", steps}};
    if (options.shard.count > 1) provenance["shard"] = std::to_string(options.shard.index) + "/" + std::to_string(options.shard.count);
    provenance["origin"] = dataset.manifest().provenance;
    return provenance;
}

}  // namespace

Result<CleanReport> cleanDataset(const Dataset& dataset, const Recipe& recipe, const CleanOptions& options,
                                 const base::ProgressFunction& progress, const base::StopToken& stop) {
    if (options.shard.count > 1 && options.plan.empty() && needsPlan(recipe))
        return fail("plan_needed", "a step of the recipe must have seen all rows before a shard can be cleaned",
                    "make a plan first: anneal data clean DATA --recipe R --plan FOLDER");
    ANNEAL_TRY(schema, dataset.schema());
    ANNEAL_TRY(bound, BoundRecipe::bind(recipe, schema, dataset.manifest().mapping));
    if (!options.plan.empty()) ANNEAL_CHECK(recallPlan(options.plan, dataset, recipe, bound));

    CleanReport report;
    report.dataset = options.out.empty() ? newDatasetFolder(dataset.path().filename().string() + "-clean") : options.out;
    ANNEAL_TRY(writer, DatasetWriter::create(report.dataset, options.replace));
    ANNEAL_TRY(trace, TraceWriter::create(writer.staging()));
    std::vector<WrittenPart> parts(dataset.parts());
    const auto cleaned = bound.schema(bound.size());
    SharedSketch sketch(*cleaned);
    CleanSink sink;
    sink.store = [&](std::size_t part, const arrow::Table& rows) -> Status {
        sketch.add(rows);
        ANNEAL_TRY(written, writer.write(part, rows));
        parts[part] = std::move(written);
        return {};
    };
    sink.trace = [&](const Trace& rows) { return trace.add(rows); };
    sink.rows = [&](const std::vector<RowId>& ids) { return trace.addRows(ids); };
    CleanRun run(dataset, bound, {options.threads, TraceDetail::stretches, options.shard, writer.staging() / "aside"}, progress, stop);
    ANNEAL_CHECK(run.run(sink, !options.plan.empty()));
    ANNEAL_CHECK(trace.close());
    ANNEAL_CHECK(base::writeFileAtomically(writer.staging() / "recipe.yaml", dumpRecipe(recipe)));

    Manifest manifest = dataset.manifest();
    manifest.rejected = 0;
    manifest.provenance = provenanceOf(dataset, recipe, run.counts(), options);
    ANNEAL_TRY(whole, writer.commit(*cleaned, parts, std::move(manifest), sketch.finish()));
    report.manifest = std::move(whole);
    report.steps = run.counts();
    report.rowsIn = report.steps.empty() ? report.manifest.rows : report.steps.front().rowsIn;
    report.rowsOut = report.manifest.rows;
    return report;
}

}  // namespace anneal::data
