#include "data/clean/plan.h"

#include <arrow/io/file.h>
#include <arrow/ipc/reader.h>
#include <arrow/ipc/writer.h>
#include <arrow/table.h>

#include "base/files.h"
#include "data/arrow_result.h"

namespace anneal::data {
namespace {

constexpr int kVersion = 1;
constexpr const char* kDocument = "plan.json";

std::filesystem::path rowsFile(const std::filesystem::path& folder, std::size_t step) {
    return folder / ("step-" + std::to_string(step + 1) + ".arrow");
}

Status writeRows(const arrow::Table& rows, const std::filesystem::path& path) {
    const auto name = path.string();
    ANNEAL_TRY(file, checked(arrow::io::FileOutputStream::Open(name), name));
    ANNEAL_TRY(writer, checked(arrow::ipc::MakeFileWriter(file, rows.schema()), name));
    ANNEAL_CHECK(checked(writer->WriteTable(rows), name));
    ANNEAL_CHECK(checked(writer->Close(), name));
    return checked(file->Close(), name);
}

Result<std::shared_ptr<arrow::Table>> readRows(const std::filesystem::path& path) {
    const auto name = path.string();
    ANNEAL_TRY(file, checked(arrow::io::ReadableFile::Open(name), name));
    ANNEAL_TRY(reader, checked(arrow::ipc::RecordBatchFileReader::Open(file), name));
    ANNEAL_TRY(table, checked(reader->ToTable(), name));
    return checked(table->CombineChunks(), name);
}

tl::unexpected<Error> invalid(const std::filesystem::path& folder, const std::string& what) {
    return fail("plan_invalid", folder.string() + ": " + what, "make the plan again: anneal data clean DATA --recipe R --plan FOLDER");
}

}  // namespace

bool needsPlan(const Recipe& recipe) {
    return std::any_of(recipe.steps.begin(), recipe.steps.end(), [](const RecipeStep& step) {
        if (!step.enabled) return false;
        const auto made = step.kind->make(step.settings);
        return made && (*made)->learner();
    });
}

Result<std::vector<StepCount>> writePlan(const Dataset& dataset, const Recipe& recipe, const std::filesystem::path& folder, int threads,
                                         const base::ProgressFunction& progress, const base::StopToken& stop) {
    std::error_code error;
    if (std::filesystem::exists(folder, error) && !std::filesystem::is_empty(folder, error) &&
        !std::filesystem::exists(folder / kDocument, error))
        return fail("already_exists", folder.string() + " is not a plan, so it is not replaced", "choose another folder");
    ANNEAL_TRY(bound, BoundRecipe::bind(recipe, dataset));
    ANNEAL_TRY(staged, base::StagedDirectory::create(folder));
    CleanRun run(dataset, bound, {threads, TraceDetail::none, {}, staged.path() / "aside"}, progress, stop);
    ANNEAL_CHECK(run.run({}));
    auto learnt = OrderedJson::array();
    for (std::size_t step = 0; step < bound.size(); ++step) {
        if (!bound.learner(step)) continue;
        ANNEAL_TRY(knowledge, bound.learner(step)->knowledge());
        learnt.push_back({{"step", step}, {"name", bound.name(step)}, {"facts", knowledge.facts}, {"rows", knowledge.rows != nullptr}});
        if (knowledge.rows) ANNEAL_CHECK(writeRows(*knowledge.rows, rowsFile(staged.path(), step)));
    }
    auto counts = OrderedJson::array();
    for (const auto& count : run.counts()) counts.push_back(toJson(count));
    const OrderedJson document = {{"version", kVersion},
                                  {"recipe_hash", recipe.hash()},
                                  {"dataset_hash", dataset.manifest().hash},
                                  {"block_rows", kBlockRows},
                                  {"steps", counts},
                                  {"learnt", learnt}};
    ANNEAL_CHECK(base::writeFileAtomically(staged.path() / kDocument, base::dumpJson(document) + "\n"));
    ANNEAL_CHECK(staged.commit(true));
    return run.counts();
}

Status recallPlan(const std::filesystem::path& folder, const Dataset& dataset, const Recipe& recipe, const BoundRecipe& bound) {
    if (!base::isComplete(folder)) return invalid(folder, "not a whole plan");
    ANNEAL_TRY(text, base::readFile(folder / kDocument));
    const auto document = OrderedJson::parse(text, nullptr, false);
    try {
        if (document.is_discarded() || document.at("version") != kVersion || document.at("block_rows") != kBlockRows)
            return invalid(folder, "made by another version");
        if (document.at("recipe_hash") != recipe.hash())
            return fail("plan_mismatch", folder.string() + " was made for another recipe", "make the plan again with this recipe");
        if (document.at("dataset_hash") != dataset.manifest().hash)
            return fail("plan_mismatch", folder.string() + " was made for another data set", "make the plan again with this data set");
        for (const auto& entry : document.at("learnt")) {
            const auto step = entry.at("step").get<std::size_t>();
            if (step >= bound.size() || !bound.learner(step)) return invalid(folder, "it does not fit the recipe");
            Knowledge knowledge{entry.at("facts"), nullptr};
            if (entry.at("rows").get<bool>()) {
                ANNEAL_TRY(rows, readRows(rowsFile(folder, step)));
                knowledge.rows = rows;
            }
            ANNEAL_CHECK(bound.learner(step)->recall(knowledge));
        }
    } catch (const OrderedJson::exception& damage) {
        return invalid(folder, damage.what());
    }
    return {};
}

}  // namespace anneal::data
