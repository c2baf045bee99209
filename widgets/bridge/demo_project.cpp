#include "bridge/demo_project.h"

#include <QCoreApplication>

#include "base/files.h"
#include "data/clean/cleaner.h"
#include "data/clean/recipe.h"
#include "data/dataset.h"
#include "data/import.h"

using namespace Qt::StringLiterals;

namespace anneal::bridge {
namespace {

constexpr auto kRaw = "demo-clauses-raw";
constexpr auto kClean = "demo-clauses";
constexpr auto kModel = "demo-base";
constexpr auto kRun = "demo-lora16";
constexpr double kHeldOut = 0.12;

QString words(const char* text) { return QCoreApplication::translate("Demo", text); }

std::filesystem::path folder(const char* dataset) { return data::datasetsHome() / dataset; }

Status importRaw(const jobs::JobContext& context) {
    if (base::isComplete(folder(kRaw))) return {};
    data::ImportOptions options;
    options.source = base::resourceFolder("demo") / "clauses.csv";
    options.out = folder(kRaw);
    ANNEAL_CHECK(data::importDataset(options, context.progress, context.stop));
    return {};
}

Status clean(const jobs::JobContext& context) {
    if (base::isComplete(folder(kClean))) return {};
    ANNEAL_TRY(raw, data::Dataset::open(folder(kRaw)));
    ANNEAL_TRY(recipe, data::readRecipe(base::resourceFolder("demo") / "recipe.yaml"));
    ANNEAL_CHECK(data::cleanDataset(raw, recipe, {.out = folder(kClean)}, context.progress, context.stop));
    return {};
}

Result<DemoProject> make(const jobs::JobContext& context) {
    ANNEAL_CHECK(importRaw(context));
    ANNEAL_CHECK(clean(context));
    ANNEAL_CHECK(catalogue::ModelRegistry().add(base::resourceFolder("demo") / "base", kModel));
    return DemoProject{QString::fromLatin1(kClean), QString::fromLatin1(kModel)};
}

/// The project by its name, or a new one.
void choose(Projects& projects) {
    const auto name = words(QT_TRANSLATE_NOOP("Demo", "Demo"));
    for (const auto& project : projects.all())
        if (project.name == name) return projects.choose(project.id);
    projects.create(name);
}

}  // namespace

quint64 openDemo(Services& services, QObject& receiver, std::function<void(Result<DemoProject>)> opened) {
    const auto take = [&services, opened = std::move(opened)](Result<DemoProject> made) {
        if (made) {
            choose(services.projects);
            for (const auto* dataset : {kRaw, kClean}) services.projects.keep(Projects::Kind::dataset, QString::fromLatin1(dataset));
            services.projects.keep(Projects::Kind::model, made->model);
        }
        opened(std::move(made));
    };
    return services.jobs.compute<DemoProject>({.title = words(QT_TRANSLATE_NOOP("Demo", "Open the demo project")), .page = u"data"_s}, make,
                                              receiver, take);
}

Result<runs::RunSpec> demoRun() {
    ANNEAL_TRY(spec, runs::RunSpec::load(base::resourceFolder("demo") / "run.yaml",
                                         {std::string("model_name_or_path=") + (base::resourceFolder("demo") / "base").string(),
                                          std::string("dataset=") + folder(kClean).string(), "val_size=" + std::to_string(kHeldOut)}));
    std::error_code ignored;
    auto root = runs::runsHome() / kRun;
    for (int again = 2; std::filesystem::exists(root, ignored); ++again)
        root = runs::runsHome() / QString::fromLatin1(kRun).append(u"-%1"_s.arg(again)).toStdString();
    spec.outputDir = root.string();
    return spec;
}

}  // namespace anneal::bridge
