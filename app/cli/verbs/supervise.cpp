#include <memory>

#include "base/log.h"
#include "cli/verb.h"
#include "runs/loss_plot.h"
#include "runs/run_reader.h"
#include "runs/supervisor.h"

namespace anneal::cli {
namespace {

void drawLoss(const runs::RunDirectory& directory) {
    const auto spec = directory.spec();
    if (!spec || !spec->plotLoss) return;
    const auto reader = runs::RunReader::open(directory);
    const auto metrics = reader ? reader->metrics() : Result<std::vector<runs::Metric>>(fail(reader.error()));
    if (!metrics || metrics->empty()) return;
    if (const auto drawn = runs::plotLoss(*metrics, "Run " + reader->recordedStatus()->id, directory.lossPlot()); !drawn)
        base::logWarning(drawn.error().message);
}

int supervise(const Context& context, const std::string& path) {
    const auto directory = runs::RunDirectory::open(path);
    if (!directory) return context.failure(directory.error());
    base::openLog(directory->log());
    const auto state = runs::supervise(*directory, {}, [&] { drawLoss(*directory); });
    if (!state) return context.failure(state.error());
    if (*state == runs::RunState::stopped) return kStopped;
    return *state == runs::RunState::done ? kDone : kFailed;
}

}  // namespace

Verb superviseVerb() {
    return {"supervise", "See to a run's processes; started by train", [](CLI::App& app) -> Action {
                app.group("");  // hidden
                auto path = std::make_shared<std::string>();
                app.add_option("run_dir", *path)->required();
                return [path](Context& context) { return supervise(context, *path); };
            }};
}

}  // namespace anneal::cli
