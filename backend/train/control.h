#pragma once
// What the person asks of a run while it trains: commands/ on rank 0, SIGTERM and SIGINT on any rank. Every rank learns the same.

#include <optional>

#include "runs/commands.h"
#include "train/process_group.h"

namespace anneal::train {

struct Wishes {
    bool stop = false;
    bool checkpoint = false;
    bool paused = false;  ///< lasts until a resume or a stop
    std::optional<double> learningRate;
};

class Control {
public:
    /// Takes over SIGTERM and SIGINT of the process: each asks to stop.
    explicit Control(const runs::RunDirectory& directory);

    /// Between two steps, by all ranks together.
    Result<Wishes> poll(ProcessGroup& group);

private:
    void takeCommands(Wishes& wishes);

    runs::RunDirectory directory_;
    bool paused_ = false;
};

}  // namespace anneal::train
