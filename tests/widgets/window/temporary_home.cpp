#include "widgets/window/temporary_home.h"

#include <cmath>
#include <fstream>

#include "base/files.h"
#include "catalogue/registry.h"
#include "data/import.h"
#include "runs/run_recorder.h"
#include "runs/run_schema.h"
#include "runs/supervisor_record.h"
#include "store/database.h"

namespace anneal::test {
namespace {

namespace fs = std::filesystem;

constexpr int kLoggingSteps = 5;
constexpr int kEvalSteps = 20;

template <class T>
T orThrow(Result<T> result) {
    if (!result) throw std::runtime_error(result.error().message);
    return std::move(*result);
}

void orThrow(const Status& status) {
    if (!status) throw std::runtime_error(status.error().message);
}

fs::path demo() { return fs::path(ANNEAL_SOURCE_DIR) / "resources/demo"; }

}  // namespace

TemporaryHome::TemporaryHome() {
    for (const auto* kind : {"DATA", "CACHE", "CONFIG"})
        qputenv(qPrintable(QStringLiteral("XDG_%1_HOME").arg(QLatin1StringView(kind))),
                (folder_.path() + u'/' + QString::fromLatin1(kind).toLower()).toUtf8());
}

void TemporaryHome::importRows(const std::string& name, int rows) const {
    const auto file = path() / (name + ".jsonl");
    {
        std::ofstream out(file);
        for (int row = 0; row < rows; ++row)
            out << R"({"instruction":"Name the clause type","input":"Clause )" << row
                << R"( binds both parties","output":"confidentiality"})"
                << "\n";
    }
    data::ImportOptions options;
    options.source = file;
    options.threads = 1;
    orThrow(data::importDataset(options));
}

void TemporaryHome::registerBase() const { orThrow(catalogue::ModelRegistry().add(demo() / "base", "demo-base")); }

runs::RunDirectory TemporaryHome::writeRun(const RunDraft& draft) {
    runs::RunSpec spec;
    spec.modelNameOrPath = (demo() / "base").string();
    spec.dataset = {(base::dataHome() / "datasets" / draft.dataset).string()};
    spec.finetuningType = draft.full ? runs::FinetuningType::full : runs::FinetuningType::lora;
    spec.loraAlpha = 2 * spec.loraRank;
    spec.learningRate = 2e-4;
    spec.outputDir = (runs::runsHome() / draft.name).string();
    const auto directory = orThrow(runs::RunDirectory::create(spec));
    const double started = draft.started > 0 ? draft.started : runs::unixNow() - draft.steps;
    if (draft.state != runs::RunState::queued) record(directory, draft, started);
    // The recorder knows only now; people's runs have taken their time.
    auto database = orThrow(store::Database::openWriter(directory.database(), runs::kRunMigrations));
    orThrow(
        database.execute("UPDATE run SET created = ?1 - 5, started = ?1, finished = CASE WHEN finished IS NULL THEN NULL ELSE ?1 + ?2 END",
                         {started, double(draft.steps)}));
    return directory;
}

void TemporaryHome::record(const runs::RunDirectory& directory, const RunDraft& draft, double started) {
    auto recorder = orThrow(runs::RunRecorder::open(directory));
    orThrow(recorder.begin(0, draft.totalSteps));
    runs::RunSummary summary;
    for (int step = kLoggingSteps; step <= draft.steps; step += kLoggingSteps) {
        runs::Metric row{.step = step, .epoch = 3.0 * step / draft.totalSteps, .time = started + step};
        row.loss = 0.7 + 1.2 * std::exp(-step / 60.0) + 0.03 * std::sin(step);
        row.learningRate = 2e-4 * (1 - double(step) / draft.totalSteps);
        row.gradNorm = 0.4 + 0.1 * std::cos(step);
        row.tokensPerSecond = 10'720;
        orThrow(recorder.metric(row));
        summary.trainLoss = row.loss;
        if (step % kEvalSteps != 0) continue;
        summary.evalLoss = 0.8 + 1.1 * std::exp(-step / 55.0);
        summary.bestEvalLoss = summary.evalLoss;
        summary.bestStep = step;
        orThrow(recorder.evaluation(step, *summary.evalLoss));
    }
    orThrow(recorder.progress(draft.steps));
    summary.tokensPerSecond = 10'720;
    summary.peakMemoryBytes = 640 << 20;
    if (runs::isTerminal(draft.state)) {
        const auto error =
            draft.error.empty() ? std::nullopt : std::optional(Error{"disk_full", draft.error, "free some space and resume"});
        orThrow(recorder.finish(draft.state, draft.steps, summary, error));
    } else {
        if (draft.state == runs::RunState::paused) orThrow(recorder.setState(runs::RunState::paused));
        if (draft.state == runs::RunState::lost) return;
        // This process stands for the one that sees to it, and for the rank.
        orThrow(runs::writeSupervisor(directory, runs::ProcessIdentity::self()));
        beats_.push_back(std::make_unique<runs::HeartbeatThread>(directory, 0));
        beats_.back()->update(draft.steps, draft.state == runs::RunState::paused ? "paused" : "training");
    }
}

void TemporaryHome::furnish() {
    importRows("clauses", 40);
    importRows("reviews", 25);
    importRows("tickets", 12);
    registerBase();
    using runs::RunState;
    const double now = runs::unixNow(), hour = 3600, day = 24 * hour;
    writeRun({.name = "tickets-full", .started = now - 4 * day, .dataset = "tickets", .full = true});
    writeRun({.name = "clauses-lora8", .steps = 5160, .totalSteps = 5160, .started = now - day});
    writeRun({.name = "reviews-lora16", .state = RunState::stopped, .steps = 60, .started = now - 5 * hour, .dataset = "reviews"});
    writeRun({.name = "reviews-lora32",
              .state = RunState::failed,
              .steps = 120,
              .error = "the disk was full",
              .started = now - 3 * hour,
              .dataset = "reviews"});
    writeRun({.name = "clauses-lora16-again", .state = RunState::lost, .steps = 90, .started = now - hour});
    writeRun({.name = "clauses-lora16", .state = RunState::running, .steps = 1000, .totalSteps = 1560});
}

}  // namespace anneal::test
