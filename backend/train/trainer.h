#pragma once
// The training loop of one rank.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "nn/causal_lm.h"
#include "runs/batch_plan.h"
#include "runs/heartbeat.h"
#include "runs/run_recorder.h"
#include "train/adamw.h"
#include "train/control.h"
#include "train/gradients.h"
#include "train/rank.h"
#include "train/samples.h"
#include "train/schedule.h"
#include "train/trainer_state.h"

namespace anneal::train {

class Trainer {
public:
    /// `recorder`: null on all ranks but the first. `reached` says how far it came, also when it fails.
    static Result<TrainOutcome> train(const runs::RunDirectory& directory, const RankEnvironment& environment, runs::RunRecorder* recorder,
                                      TrainOutcome& reached);

private:
    struct Update {
        LossTotal loss;   ///< before the update
        double gradNorm;  ///< before clipping
    };
    /// What is loaded once and lives as long as the run.
    struct Parts {
        runs::RunDirectory directory;
        runs::RunSpec spec;
        at::Device device;
        ProcessGroup group;
        runs::RunRecorder* recorder;
        std::unique_ptr<runs::HeartbeatThread> heartbeat;
        std::filesystem::path checkpoint;  ///< to continue from; empty: none
        std::unique_ptr<nn::CausalLm> model;
        Samples samples;
        std::optional<Samples> held;  ///< evaluation samples
    };

    explicit Trainer(Parts parts);
    static Result<Parts> load(const runs::RunDirectory& directory, const RankEnvironment& environment, runs::RunRecorder* recorder);
    Status start();
    Status resume();
    Result<TrainOutcome> run();

    const runs::PlannedStep& nextStep();
    Result<Update> step(const runs::PlannedStep& planned);
    void account(const runs::PlannedStep& planned, const Update& update, double seconds);
    Status log(const Update& update);
    Status validate();
    Status save();
    Status obey();
    Status writeResult();
    Status loadBest();

    double learningRate() const;
    double epoch() const;
    bool outOfPatience() const;
    bool due(runs::IntervalStrategy strategy, std::int64_t every) const;
    Status checkFinite(const runs::PlannedStep& planned, const Update& update, const std::vector<at::Tensor>& losses);
    Status note(const std::string& kind, const std::string& message, const Json& data = Json::object());
    runs::RunSummary summary() const;
    void beat(const std::string& phase);

    Parts parts_;
    runs::BatchPlan plan_;
    std::vector<runs::PlannedStep> epochSteps_;
    std::int64_t plannedEpoch_ = -1;
    std::int64_t totalSteps_;
    Schedule schedule_;
    AdamW optimizer_;
    Gradients gradients_;
    Control control_;
    TrainerState state_;
    std::int64_t tokensSinceLogged_ = 0;
    double secondsSinceLogged_ = 0;
    std::int64_t savedStep_ = -1;
    std::filesystem::path result_;  ///< written in this life; empty before
    bool stopped_ = false;
    bool convergedEarly_ = false;
};

}  // namespace anneal::train
