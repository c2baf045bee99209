// What a run leaves behind while it trains: rows of metrics, evaluations, checkpoints, its result.
#include <chrono>
#include <thread>

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>

#include "base/files.h"
#include "base/seal.h"
#include "nn/random_state.h"
#include "nn/weights/safetensors.h"
#include "train/checkpoint.h"
#include "train/environment.h"
#include "train/trainer.h"
#include "train/validation.h"

namespace anneal::train {

namespace {

constexpr std::chrono::milliseconds kPausePoll{200};

}  // namespace

double Trainer::learningRate() const { return state_.learningRate * schedule_.factor(state_.step); }

double Trainer::epoch() const { return static_cast<double>(state_.step) / static_cast<double>(plan_.stepsPerEpoch()); }

bool Trainer::outOfPatience() const {
    const auto patience = parts_.spec.earlyStoppingPatience;
    return patience > 0 && state_.evaluationsWithoutGain >= patience;
}

bool Trainer::due(runs::IntervalStrategy strategy, std::int64_t every) const {
    switch (strategy) {
        case runs::IntervalStrategy::no: return false;
        case runs::IntervalStrategy::steps: return state_.step % every == 0;
        case runs::IntervalStrategy::epoch: return state_.step % plan_.stepsPerEpoch() == 0;
    }
    return false;
}

Status Trainer::note(const std::string& kind, const std::string& message, const Json& data) {
    return parts_.recorder ? parts_.recorder->event(kind, message, data) : Status();
}

void Trainer::beat(const std::string& phase) {
    auto gauges = Json::object();
    if (parts_.device.is_cuda()) gauges["gpu_peak_bytes"] = peakMemoryBytes(parts_.device);
    parts_.heartbeat->update(state_.step, phase, gauges);
}

Status Trainer::log(const Update& update) {
    if (parts_.recorder) ANNEAL_CHECK(parts_.recorder->progress(state_.step));
    if (state_.step % parts_.spec.loggingSteps != 0 && state_.step != totalSteps_) return {};
    runs::Metric row;
    row.step = state_.step;
    row.epoch = epoch();
    row.loss = state_.sinceLogged.mean();
    row.learningRate = state_.learningRate * schedule_.factor(state_.step - 1);
    row.gradNorm = update.gradNorm;
    if (secondsSinceLogged_ > 0) row.tokensPerSecond = static_cast<double>(tokensSinceLogged_) / secondsSinceLogged_;
    state_.sinceLogged = {};
    tokensSinceLogged_ = 0;
    secondsSinceLogged_ = 0;
    return parts_.recorder ? parts_.recorder->metric(row) : Status();
}

Status Trainer::validate() {
    beat("evaluating");
    ANNEAL_TRY(total, train::validate(*parts_.model, *parts_.held, parts_.spec.perDeviceEvalBatchSize, parts_.group));
    state_.evaluatedStep = state_.step;
    state_.evalLoss = total.mean();
    const double loss = *state_.evalLoss;
    if (parts_.recorder) ANNEAL_CHECK(parts_.recorder->evaluation(state_.step, loss));

    if (!state_.bestEvalLoss || loss < *state_.bestEvalLoss) {
        state_.bestEvalLoss = loss;
        state_.bestStep = state_.step;
        state_.evaluationsWithoutGain = 0;
        return parts_.spec.saveStrategy == runs::IntervalStrategy::no ? Status() : save();
    }
    ++state_.evaluationsWithoutGain;
    if (!outOfPatience()) return {};
    convergedEarly_ = true;
    return note("early_stop", "no gain in " + std::to_string(state_.evaluationsWithoutGain) + " evaluations; the best was at step " +
                                  std::to_string(state_.bestStep));
}

Status Trainer::save() {
    if (savedStep_ == state_.step) return {};
    beat("saving");
    ANNEAL_TRY(randomStates, parts_.group.gather(nn::randomState(parts_.device)));
    if (parts_.group.isFirst())
        ANNEAL_CHECK(writeCheckpoint(parts_.directory, *parts_.model, optimizer_, state_, randomStates, parts_.spec.modelNameOrPath));
    savedStep_ = state_.step;
    if (!parts_.group.isFirst()) return {};
    pruneCheckpoints(parts_.directory, parts_.spec.saveTotalLimit, state_.bestStep);
    return note("checkpoint", "checkpoint of step " + std::to_string(state_.step), {{"step", state_.step}});
}

Status Trainer::obey() {
    ANNEAL_TRY(wishes, control_.poll(parts_.group));
    const bool pausing = wishes.paused;
    if (pausing && parts_.recorder) ANNEAL_CHECK(parts_.recorder->setState(runs::RunState::paused));
    for (;;) {
        if (wishes.learningRate) {
            state_.learningRate = *wishes.learningRate;
            savedStep_ = -1;  // a checkpoint of this step does not know the new rate
            ANNEAL_CHECK(note("command", "learning_rate set", {{"learning_rate", state_.learningRate}}));
        }
        if (wishes.checkpoint) ANNEAL_CHECK(save());
        if (!wishes.paused) break;
        beat("paused");
        std::this_thread::sleep_for(kPausePoll);
        ANNEAL_TRY(next, control_.poll(parts_.group));
        wishes = next;
    }
    stopped_ = wishes.stop;
    return pausing && parts_.recorder ? parts_.recorder->setState(runs::RunState::running) : Status();
}

Status Trainer::writeResult() {
    if (!parts_.group.isFirst()) return {};
    beat("saving");
    if (parts_.spec.loadBestModelAtEnd && state_.bestEvalLoss && state_.bestStep != state_.step) ANNEAL_CHECK(loadBest());
    // FP32 masters of a run whose products were BF16 hold no more than BF16 used.
    const auto dtype = parts_.model->dtype() == at::kFloat ? std::nullopt : std::optional(parts_.model->dtype());
    result_ = parts_.model->adapter ? parts_.directory.adapter() : parts_.directory.model();
    return train::writeResult(result_, *parts_.model, parts_.spec.modelNameOrPath, dtype);
}

Status Trainer::loadBest() {
    const auto best = parts_.directory.checkpoint(state_.bestStep);
    if (!base::isComplete(best)) return note("warning", "the best checkpoint is gone; the result is the last step's");
    ANNEAL_CHECK(base::checkSeal(best));
    const auto adapter = best / "adapter_model.safetensors";
    ANNEAL_TRY(reader, nn::SafetensorsReader::open(parts_.model->adapter ? adapter : best));
    at::NoGradGuard noGrad;
    for (const auto& parameter : parts_.model->parameters().trainable()) {
        ANNEAL_TRY(tensor, reader.tensor(parameter.name));
        parameter.tensor.copy_(tensor);
    }
    return {};
}

runs::RunSummary Trainer::summary() const {
    runs::RunSummary summary;
    summary.trainLoss = state_.overRun.mean();
    summary.evalLoss = state_.evalLoss;
    if (state_.bestEvalLoss) {
        summary.bestEvalLoss = state_.bestEvalLoss;
        summary.bestStep = state_.bestStep;
    }
    if (state_.seconds > 0) summary.tokensPerSecond = static_cast<double>(state_.tokens) / state_.seconds;
    summary.peakMemoryBytes = peakMemoryBytes(parts_.device);
    // A run that was stopped has no result folder, or that of an earlier end; its newest checkpoint loads in the same way.
    const auto folder = base::isComplete(result_) ? result_
                        : savedStep_ > 0          ? parts_.directory.checkpoint(savedStep_)
                                                  : std::filesystem::path();
    (parts_.model->adapter ? summary.adapter : summary.model) = folder.string();
    return summary;
}

}  // namespace anneal::train
