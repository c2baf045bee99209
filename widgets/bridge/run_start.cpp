#include "bridge/run_start.h"

#include <QCoreApplication>

#include "runs/launch.h"
#include "runs/run_reader.h"
#include "runs/supervisor.h"

using namespace Qt::StringLiterals;

namespace anneal::bridge {
namespace {

using Work = std::function<Result<StartedRun>(const jobs::JobContext&)>;

QString words(const char* text) { return QCoreApplication::translate("RunStart", text); }

QString nameOf(const std::filesystem::path& root) { return QString::fromStdString(runs::shortName(root.string())); }

Result<StartedRun> describe(const runs::RunDirectory& directory) {
    ANNEAL_TRY(reader, runs::RunReader::open(directory));
    ANNEAL_TRY(status, reader.recordedStatus());
    return StartedRun{directory, QString::fromStdString(status.id)};
}

}  // namespace

quint64 startRun(Services& services, runs::RunSpec spec, QObject& receiver, RunStarted started) {
    const auto name = nameOf(spec.outputDir.empty() ? spec.modelNameOrPath : spec.outputDir);
    const Work work = [spec = std::move(spec), program = services.supervisor](const jobs::JobContext& context) -> Result<StartedRun> {
        ANNEAL_TRY(directory, runs::createRun(spec, context.progress, context.stop));
        if (const auto running = runs::startSupervisor(directory, program); !running) {
            (void)directory.remove();
            return fail(running.error());
        }
        return describe(directory);
    };
    const auto keep = [&services, started = std::move(started)](Result<StartedRun> made) {
        if (made) services.projects.keep(Projects::Kind::run, made->id);
        if (started) started(std::move(made));
    };
    return services.jobs.compute<StartedRun>({.title = words(QT_TRANSLATE_NOOP("RunStart", "Prepare %1")).arg(name), .page = u"runs"_s},
                                             work, receiver, keep);
}

quint64 resumeRun(Services& services, const runs::RunDirectory& directory, QObject& receiver, RunStarted started) {
    const Work work = [directory, program = services.supervisor](const jobs::JobContext& context) -> Result<StartedRun> {
        ANNEAL_CHECK(runs::reopenRun(directory, std::vector<std::string>{}, context.progress, context.stop));
        ANNEAL_CHECK(runs::startSupervisor(directory, program));
        return describe(directory);
    };
    const auto title = words(QT_TRANSLATE_NOOP("RunStart", "Resume %1")).arg(nameOf(directory.root()));
    return services.jobs.compute<StartedRun>({.title = title, .page = u"runs"_s}, work, receiver,
                                             [started = std::move(started)](auto resumed) {
                                                 if (started) started(std::move(resumed));
                                             });
}

void stopRun(Services& services, const runs::RunDirectory& directory) {
    const auto stop = [directory](const jobs::JobContext&) { return runs::requestStop(directory); };
    services.jobs.start(
        {.title = words(QT_TRANSLATE_NOOP("RunStart", "Stop %1")).arg(nameOf(directory.root())), .work = stop, .shown = false});
}

}  // namespace anneal::bridge
