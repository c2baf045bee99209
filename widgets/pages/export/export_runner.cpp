#include "pages/export/export_runner.h"

#include <QCoreApplication>

#include "runs/worker.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {
namespace {

QString stage(const char* text) { return QCoreApplication::translate("ExportStages", text); }

constexpr std::array kStages{
    std::pair{"loading the trained model", QT_TRANSLATE_NOOP("ExportStages", "Loading the trained model")},
    std::pair{"asking the trained model", QT_TRANSLATE_NOOP("ExportStages", "Asking the trained model")},
    std::pair{"writing weights", QT_TRANSLATE_NOOP("ExportStages", "Writing weights")},
    std::pair{"writing the adapter", QT_TRANSLATE_NOOP("ExportStages", "Writing the adapter")},
    std::pair{"writing GGUF", QT_TRANSLATE_NOOP("ExportStages", "Writing GGUF")},
    std::pair{"quantising", QT_TRANSLATE_NOOP("ExportStages", "Quantising")},
    std::pair{"comparing engines", QT_TRANSLATE_NOOP("ExportStages", "Comparing engines")},
    std::pair{"comparing with the trained model", QT_TRANSLATE_NOOP("ExportStages", "Comparing with the trained model")},
};

}  // namespace

QString stageText(const std::string& note) {
    for (const auto& [said, text] : kStages)
        if (note.find(said) != std::string::npos) return stage(text);
    return note.empty() ? stage(QT_TRANSLATE_NOOP("ExportStages", "Starting")) : QString::fromStdString(note);
}

ExportRunner::ExportRunner(bridge::Services& services) : services_(services) {
    connect(&services.jobs, &bridge::Jobs::changed, this, &ExportRunner::follow);
}

Status ExportRunner::run(Work& work, const jobs::JobContext& context) {
    ANNEAL_TRY(worker, runs::Worker::start());
    for (std::size_t part = 0; part < work.parts.size(); ++part) {
        work.part = part;
        ANNEAL_TRY(answer, worker->call("export", work.parts[part].arguments, {.progress = context.progress, .token = {}}, context.stop));
        std::lock_guard lock(work.mutex);
        work.answers.emplace_back(work.parts[part].target, std::move(answer));
    }
    return {};
}

void ExportRunner::start(const models::ModelChoice& choice, const ExportPlan& plan) {
    if (isBusy()) return;
    work_ = std::make_shared<Work>();
    work_->parts = partsOf(plan, choice);
    if (work_->parts.empty()) return;
    choice_ = choice;
    now_ = {};
    busy_ = true;
    const auto work = [shared = work_](const jobs::JobContext& context) -> Status {
        auto status = run(*shared, context);
        std::lock_guard lock(shared->mutex);
        shared->error = status ? std::nullopt : std::optional(status.error());
        return status;
    };
    const QPointer<ExportRunner> here(this);
    job_ =
        services_.jobs.start({.title = tr("Export %1").arg(choice.name), .work = work, .page = u"export"_s, .place = choice.run}, [here] {
            if (here) here->take();
        });
    Q_EMIT progressed();
}

void ExportRunner::cancel() {
    if (isBusy()) services_.jobs.cancel(job_);
}

Target ExportRunner::target() const { return work_->parts[work_->part].target; }

std::vector<Target> ExportRunner::waiting() const {
    std::vector<Target> targets;
    for (std::size_t part = work_->part + 1; part < work_->parts.size(); ++part) targets.push_back(work_->parts[part].target);
    return targets;
}

void ExportRunner::follow(quint64 id) {
    const auto* entry = services_.jobs.find(id);
    if (id != job_ || !entry || jobs::isFinal(entry->now.state)) return;
    busy_ = true;  // Retry in the tray begins it anew
    now_ = entry->now;
    Q_EMIT progressed();
}

void ExportRunner::take() {
    busy_ = false;
    std::vector<std::pair<Target, Json>> answers;
    std::optional<Error> error;
    {
        std::lock_guard lock(work_->mutex);
        answers.swap(work_->answers);
        error = work_->error;
    }
    QStringList documents;
    for (const auto& [target, answer] : answers)
        for (const auto& record : recordsOf(answer, target, choice_))
            documents << services_.documents.add(QString::fromLatin1(kExportKind), record.source + u", "_s + record.what(), record.json());
    Q_EMIT ended(documents, error);
}

}  // namespace anneal::pages
