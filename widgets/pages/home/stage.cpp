#include "pages/home/stage.h"

#include <QCoreApplication>

#include "controls/numbers.h"
#include "models/run_words.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {
namespace {

using Kind = bridge::Projects::Kind;
using State = Stage::State;

constexpr int kLossDigits = 3;

QString words(const char* text) { return QCoreApplication::translate("Stages", text); }
QString notYet() { return words(QT_TRANSLATE_NOOP("Stages", "Not yet")); }

Stage dataStage(const bridge::Services& services) {
    Stage stage{.icon = "database", .title = words(QT_TRANSLATE_NOOP("Stages", "Data")), .page = u"data"_s};
    const auto datasets = projectDatasets(services);
    if (datasets.empty()) {
        stage.value = notYet();
        stage.detail = words(QT_TRANSLATE_NOOP("Stages", "Import a table or a folder"));
        stage.place = u"import"_s;
        return stage;
    }
    const auto& newest = *datasets.front();
    stage.state = State::done;
    stage.value = newest.id;
    stage.detail =
        words(QT_TRANSLATE_NOOP("Stages", "%1 rows · %2 columns"))
            .arg(controls::formatCount(newest.manifest.rows), controls::formatCount(std::int64_t(newest.manifest.columns.size())));
    stage.place = newest.id;
    return stage;
}

Stage modelStage(const bridge::Services& services, const runs::RunOverview* run) {
    Stage stage{.icon = "box", .title = words(QT_TRANSLATE_NOOP("Stages", "Base model")), .page = u"models"_s};
    const auto& models = services.models.all();
    const auto path = run ? std::filesystem::path(run->spec.modelNameOrPath) : std::filesystem::path();
    auto model = std::ranges::find_if(models, [&](const auto& each) { return each.path == path; });
    if (!run)
        model = std::ranges::find_if(
            models, [&](const auto& each) { return services.projects.shows(Kind::model, QString::fromStdString(each.name)); });
    if (model != models.end()) {
        stage.state = State::done;
        stage.value = stage.place = QString::fromStdString(model->name);
        stage.detail = words(QT_TRANSLATE_NOOP("Stages", "%1 parameters · %2"))
                           .arg(controls::formatCompact(double(model->parameters)), QString::fromStdString(model->family));
    } else if (run) {
        stage.state = State::done;
        stage.value = models::baseModelText(run->spec);
        stage.detail = words(QT_TRANSLATE_NOOP("Stages", "From a folder"));
    } else {
        stage.value = notYet();
        stage.detail = words(QT_TRANSLATE_NOOP("Stages", "Add a model's folder"));
    }
    return stage;
}

Stage trainStage(const runs::RunOverview* run) {
    Stage stage{.icon = "graduation-cap", .title = words(QT_TRANSLATE_NOOP("Stages", "Train")), .page = u"runs"_s};
    if (!run) {
        stage.value = notYet();
        stage.detail = words(QT_TRANSLATE_NOOP("Stages", "Needs data and a base model"));
        stage.page = u"train"_s;
        stage.place = u"new"_s;
        return stage;
    }
    const bool live = bridge::isLiveState(run->status.state);
    stage.state = live ? State::live : run->status.state == runs::RunState::done ? State::done : State::todo;
    stage.share = live && run->status.totalSteps > 0 ? run->share() : -1;
    stage.value = QString::fromStdString(run->name);
    stage.detail = live ? words(QT_TRANSLATE_NOOP("Stages", "Step %1 of %2"))
                              .arg(controls::formatCount(run->status.step), controls::formatCount(run->status.totalSteps))
                        : words(QT_TRANSLATE_NOOP("Stages", "%1 · %2"))
                              .arg(models::stateText(run->status.state), models::timeText(models::fromUnix(run->status.finished)));
    stage.place = QString::fromStdString(run->status.id);
    return stage;
}

Stage evaluateStage(const runs::RunOverview* run) {
    Stage stage{.icon = "chart-spline", .title = words(QT_TRANSLATE_NOOP("Stages", "Evaluate")), .page = u"runs"_s};
    if (!run || !run->bestEvalLoss) {
        stage.value = notYet();
        stage.detail = run ? words(QT_TRANSLATE_NOOP("Stages", "This run holds no rows back"))
                           : words(QT_TRANSLATE_NOOP("Stages", "With the first run"));
        return stage;
    }
    stage.state = State::done;
    stage.value = words(QT_TRANSLATE_NOOP("Stages", "%1 at step %2"))
                      .arg(controls::formatDecimal(*run->bestEvalLoss, kLossDigits), controls::formatCount(run->bestStep.value_or(0)));
    stage.detail = words(QT_TRANSLATE_NOOP("Stages", "Best eval loss"));
    stage.place = QString::fromStdString(run->status.id);
    return stage;
}

Stage exportStage(const runs::RunOverview* run) {
    Stage stage{.icon = "package", .title = words(QT_TRANSLATE_NOOP("Stages", "Export")), .page = u"export"_s};
    const bool ready = run && run->status.state == runs::RunState::done;
    stage.value = ready ? words(QT_TRANSLATE_NOOP("Stages", "Ready")) : notYet();
    stage.detail = ready ? QString::fromStdString(run->name) : words(QT_TRANSLATE_NOOP("Stages", "After a run"));
    if (ready) stage.place = QString::fromStdString(run->status.id);
    return stage;
}

}  // namespace

std::vector<const runs::RunOverview*> projectRuns(const bridge::Services& services) {
    std::vector<const runs::RunOverview*> runs;
    for (const auto& run : services.runs.all())
        if (!run.archived && services.projects.shows(Kind::run, QString::fromStdString(run.status.id))) runs.push_back(&run);
    return runs;
}

std::vector<const bridge::DatasetEntry*> projectDatasets(const bridge::Services& services) {
    std::vector<const bridge::DatasetEntry*> datasets;
    for (const auto& dataset : services.datasets.all())
        if (services.projects.shows(Kind::dataset, dataset.id)) datasets.push_back(&dataset);
    return datasets;
}

std::vector<Stage> projectStages(const Context& context) {
    const auto& services = context.services;
    const auto runs = projectRuns(services);
    const auto* run = runs.empty() ? nullptr : runs.front();
    std::vector<Stage> stages{dataStage(services), modelStage(services, run), trainStage(run), evaluateStage(run)};
    if (context.host.has(u"export"_s)) stages.push_back(exportStage(run));
    return stages;
}

}  // namespace anneal::pages
