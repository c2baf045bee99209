#include "train/control.h"

#include <csignal>

#include <ATen/ATen.h>

#include "base/log.h"

namespace anneal::train {

namespace {

volatile std::sig_atomic_t stopSignals = 0;

void noteSignal(int) { stopSignals = 1; }

}  // namespace

Control::Control(const runs::RunDirectory& directory) : directory_(directory) {
    stopSignals = 0;
    struct sigaction action {};
    action.sa_handler = noteSignal;
    action.sa_flags = SA_RESTART;
    sigaction(SIGTERM, &action, nullptr);
    sigaction(SIGINT, &action, nullptr);
}

Result<Wishes> Control::poll(ProcessGroup& group) {
    Wishes wishes{.stop = stopSignals != 0};
    if (group.isFirst()) takeCommands(wishes);
    // Only rank 0 fills the last three, so a sum tells them to all.
    auto shared = at::tensor(
        {wishes.stop ? 1.0 : 0.0, wishes.checkpoint ? 1.0 : 0.0, paused_ ? 1.0 : 0.0, wishes.learningRate.value_or(0.0)}, at::kDouble);
    ANNEAL_CHECK(group.sum(shared));
    const auto* values = shared.const_data_ptr<double>();
    wishes.stop = values[0] > 0;
    wishes.checkpoint = values[1] > 0;
    wishes.paused = values[2] > 0 && !wishes.stop;
    wishes.learningRate = values[3] > 0 ? std::optional(values[3]) : std::nullopt;
    return wishes;
}

void Control::takeCommands(Wishes& wishes) {
    for (const auto& command : runs::takeCommands(directory_)) {
        switch (command.kind) {
            case runs::CommandKind::stop: wishes.stop = true; break;
            case runs::CommandKind::checkpoint: wishes.checkpoint = true; break;
            case runs::CommandKind::pause: paused_ = true; break;
            case runs::CommandKind::resume: paused_ = false; break;
            case runs::CommandKind::set: {
                const auto rate = command.arguments.find("learning_rate");
                if (rate != command.arguments.end() && rate->is_number() && rate->get<double>() > 0)
                    wishes.learningRate = rate->get<double>();
                else
                    base::logWarning("set takes learning_rate above 0 only; passed over: " + base::dumpJson(command.arguments));
                break;
            }
        }
    }
}

}  // namespace anneal::train
