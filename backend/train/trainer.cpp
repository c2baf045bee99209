#include "train/trainer.h"

#include <chrono>
#include <cmath>
#include <thread>

#include <ATen/ATen.h>

#include "base/hash.h"
#include "base/log.h"
#include "base/text.h"
#include "nn/adapters/lora.h"
#include "nn/random_state.h"
#include "train/checkpoint.h"
#include "train/environment.h"
#include "train/objective.h"
#include "train/trainee.h"
#include "train/validation.h"

namespace anneal::train {

namespace {

constexpr std::chrono::minutes kRankTimeout{30};

std::string dataHash(const text::PreparedManifest& manifest) { return base::sha256(Json(manifest.sha256).dump()); }

std::int64_t trainedCount(const runs::PlannedStep& planned, const Samples& samples) {
    std::int64_t count = 0;
    for (const auto& ranks : planned.micro)
        for (const auto& rows : ranks) count += samples.trainedCount(rows);
    return count;
}

std::string rowList(const std::vector<std::uint32_t>& rows) {
    std::vector<std::string> names;
    for (const auto row : rows) names.push_back(std::to_string(row));
    return base::join(names, ", ");
}

}  // namespace

Result<TrainOutcome> Trainer::train(const runs::RunDirectory& directory, const RankEnvironment& environment, runs::RunRecorder* recorder,
                                    TrainOutcome& reached) {
    ANNEAL_TRY(parts, load(directory, environment, recorder));
    Trainer trainer(std::move(parts));
    auto outcome = trainer.run();
    reached.step = trainer.state_.step;
    reached.summary = trainer.summary();
    return outcome;
}

Result<Trainer::Parts> Trainer::load(const runs::RunDirectory& directory, const RankEnvironment& environment, runs::RunRecorder* recorder) {
    ANNEAL_TRY(spec, directory.spec());
    auto heartbeat = std::make_unique<runs::HeartbeatThread>(directory, environment.rank);
    heartbeat->update(0, "loading");
    setThreads(spec, environment);
    ANNEAL_TRY(device, openTrainingDevice(spec, environment));
    ANNEAL_TRY(group, ProcessGroup::connect(environment, kRankTimeout));

    if (group.isFirst()) removeRemnants(directory);
    // Rank 0 says where all continue from: on a shared disk two ranks may not see the same newest checkpoint.
    const auto newest = group.isFirst() ? newestCheckpoint(directory) : std::nullopt;
    auto from = at::full({1}, newest ? newest->step : -1, at::kLong);
    ANNEAL_CHECK(group.broadcast(from));
    const auto fromStep = from.item<std::int64_t>();
    const auto checkpoint = fromStep >= 0 ? directory.checkpoint(fromStep) : std::filesystem::path();

    ANNEAL_TRY(config, catalogue::ModelConfig::read(spec.modelNameOrPath));
    ANNEAL_TRY(samples, Samples::open(directory.trainTokens(), config));
    std::optional<Samples> held;
    if (std::filesystem::exists(directory.evalTokens())) {
        ANNEAL_TRY(opened, Samples::open(directory.evalTokens(), config));
        held = std::move(opened);
    }
    ANNEAL_TRY(model, loadTrainee(spec, checkpoint, device, trainingDtype(spec, config, device)));
    return Parts{directory, spec, device, std::move(group), recorder, std::move(heartbeat), checkpoint, std::move(model), samples, held};
}

Trainer::Trainer(Parts parts)
    : parts_(std::move(parts)),
      plan_(parts_.spec, parts_.samples.lengths(), parts_.group.size()),
      totalSteps_(plan_.totalSteps()),
      schedule_(parts_.spec.lrSchedulerType, totalSteps_, plan_.warmupSteps()),
      optimizer_(parts_.model->parameters().trainable(), {.beta1 = parts_.spec.adamBeta1,
                                                          .beta2 = parts_.spec.adamBeta2,
                                                          .epsilon = parts_.spec.adamEpsilon,
                                                          .weightDecay = parts_.spec.weightDecay}),
      gradients_(parts_.model->parameters().trainable()),
      control_(parts_.directory) {
    state_.learningRate = parts_.spec.learningRate;
    state_.dataHash = dataHash(parts_.samples.tokens().manifest());
    state_.environment = reproducibilityEnvironment(parts_.device, parts_.group.size());
    at::manual_seed(parts_.spec.seed + static_cast<std::uint64_t>(parts_.group.rank()));
}

Status Trainer::start() {
    std::vector<std::string> changes;
    if (!parts_.checkpoint.empty()) {
        const auto now = state_.environment;
        ANNEAL_CHECK(resume());
        changes = environmentChanges(std::exchange(state_.environment, now), now);
    }
    if (!parts_.recorder) return {};
    ANNEAL_CHECK(parts_.recorder->begin(state_.step, totalSteps_));
    if (!parts_.checkpoint.empty()) ANNEAL_CHECK(note("note", "resumed from step " + std::to_string(state_.step)));
    if (!changes.empty())
        ANNEAL_CHECK(note("warning", "resumed elsewhere: the last bits may differ from those of a run never stopped (" +
                                         base::join(changes, "; ") + ")"));
    return {};
}

Status Trainer::resume() {
    const auto fresh = dataHash(parts_.samples.tokens().manifest());
    ANNEAL_TRY(state, readTrainerState(parts_.checkpoint));
    if (state.dataHash != fresh)
        return fail("checkpoint_mismatch", parts_.checkpoint.string() + " was trained on other tokens than tokens/train holds now",
                    "start a new run for the new data, or bring the old tokens back");
    state_ = std::move(state);
    ANNEAL_CHECK(readOptimizer(parts_.checkpoint, optimizer_, state_.step));
    ANNEAL_TRY(random, readRandomState(parts_.checkpoint, parts_.group.rank()));
    if (random.defined()) nn::setRandomState(random, parts_.device);
    savedStep_ = state_.step;
    convergedEarly_ = outOfPatience();
    return {};
}

Result<TrainOutcome> Trainer::run() {
    ANNEAL_CHECK(start());
    while (state_.step < totalSteps_ && !stopped_ && !convergedEarly_) {
        const auto started = std::chrono::steady_clock::now();
        const auto& planned = nextStep();
        ANNEAL_TRY(update, step(planned));
        const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - started;
        account(planned, update, seconds.count());
        ANNEAL_CHECK(log(update));
        if (parts_.held && due(parts_.spec.evalStrategy, parts_.spec.evalSteps.value_or(1))) ANNEAL_CHECK(validate());
        if (due(parts_.spec.saveStrategy, parts_.spec.saveSteps)) ANNEAL_CHECK(save());
        ANNEAL_CHECK(obey());
    }
    if (stopped_) {
        ANNEAL_CHECK(save());
        return TrainOutcome{runs::RunState::stopped, state_.step, summary()};
    }
    if (parts_.held && state_.evaluatedStep != state_.step) ANNEAL_CHECK(validate());
    if (parts_.spec.saveStrategy != runs::IntervalStrategy::no) ANNEAL_CHECK(save());
    ANNEAL_CHECK(writeResult());
    return TrainOutcome{runs::RunState::done, state_.step, summary()};
}

const runs::PlannedStep& Trainer::nextStep() {
    const auto perEpoch = plan_.stepsPerEpoch();
    if (const auto wanted = state_.step / perEpoch; wanted != plannedEpoch_) {
        epochSteps_ = plan_.epoch(wanted);
        plannedEpoch_ = wanted;
    }
    return epochSteps_.at(static_cast<std::size_t>(state_.step % perEpoch));
}

Result<Trainer::Update> Trainer::step(const runs::PlannedStep& planned) {
    gradients_.clear();
    parts_.model->setTraining(true);
    Update update{.loss = {.sum = 0, .tokens = trainedCount(planned, parts_.samples)}, .gradNorm = 0};
    if (update.loss.tokens == 0) return update;

    std::vector<at::Tensor> losses;  // of this rank's micro-batches; undefined where nothing is trained
    for (const auto& ranks : planned.micro) {
        auto loss = crossEntropySum(*parts_.model, parts_.samples.tokens(), ranks[static_cast<std::size_t>(parts_.group.rank())]);
        if (loss.defined()) {
            (loss / static_cast<double>(update.loss.tokens)).backward();
            gradients_.collect();
        }
        losses.push_back(loss.defined() ? loss.detach() : at::Tensor());
    }
    auto sum = at::zeros({1}, at::kDouble);
    for (const auto& loss : losses)
        if (loss.defined()) sum += loss.to(at::kCPU, at::kDouble);
    ANNEAL_CHECK(parts_.group.sum(sum));
    ANNEAL_CHECK(gradients_.reduce(parts_.group));
    update.loss.sum = sum.item<double>();
    update.gradNorm = gradients_.norm();
    ANNEAL_CHECK(checkFinite(planned, update, losses));

    if (parts_.spec.maxGradNorm > 0) gradients_.clip(update.gradNorm, parts_.spec.maxGradNorm);
    optimizer_.step(learningRate(), gradients_.tensors());
    return update;
}

Status Trainer::checkFinite(const runs::PlannedStep& planned, const Update& update, const std::vector<at::Tensor>& losses) {
    if (std::isfinite(update.loss.sum) && std::isfinite(update.gradNorm)) return {};
    const auto ranks = static_cast<std::int64_t>(parts_.group.size());
    auto broken = at::zeros({static_cast<std::int64_t>(losses.size()), ranks}, at::kDouble);
    for (std::size_t i = 0; i < losses.size(); ++i)
        if (losses[i].defined() && !std::isfinite(losses[i].item<double>()))
            broken[static_cast<std::int64_t>(i)][parts_.group.rank()] = 1.0;
    ANNEAL_CHECK(parts_.group.sum(broken));

    const bool lossIsFinite = broken.sum().item<double>() == 0;
    std::vector<std::uint32_t> rows;
    for (std::size_t i = 0; i < planned.micro.size(); ++i)
        for (std::size_t rank = 0; rank < planned.micro[i].size(); ++rank)
            if (lossIsFinite || broken[static_cast<std::int64_t>(i)][static_cast<std::int64_t>(rank)].item<double>() > 0)
                rows.insert(rows.end(), planned.micro[i][rank].begin(), planned.micro[i][rank].end());
    return fail(
        "loss_not_finite",
        std::string(lossIsFinite ? "the gradient" : "the loss") + " is not a finite number at step " + std::to_string(state_.step + 1) +
            ", samples " + rowList(rows),
        "look at these rows of tokens/train; lower learning_rate, or set compute_dtype: fp32; then resume from the last checkpoint");
}

void Trainer::account(const runs::PlannedStep& planned, const Update& update, double seconds) {
    ++state_.step;
    state_.sinceLogged.add(update.loss);
    state_.overRun.add(update.loss);
    std::int64_t tokens = 0;
    for (const auto& ranks : planned.micro)
        for (const auto& rows : ranks) tokens += parts_.samples.tokenCount(rows);
    state_.tokens += tokens;
    state_.seconds += seconds;
    tokensSinceLogged_ += tokens;
    secondsSinceLogged_ += seconds;
    beat("training");
}

}  // namespace anneal::train
