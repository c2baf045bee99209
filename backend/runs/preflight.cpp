#include "runs/preflight.h"

#include <algorithm>
#include <cmath>
#include <unordered_set>

#include "base/text.h"
#include "runs/preflight_data.h"
#include "runs/preflight_machine.h"

namespace anneal::runs {
namespace {

using Level = Check::Level;

constexpr std::int64_t kFewSteps = 30;  // below, an optimiser with warmup has hardly begun
constexpr double kUnlike = 5;           // times from the usual rate

struct RateRange {
    double low, usual, high;
};

/// Rates at which each method is known to learn and not to break, for AdamW.
RateRange usualRates(const RunSpec& spec) {
    if (spec.trainFromScratch) return {5e-5, 3e-4, 3e-3};
    if (spec.finetuningType == FinetuningType::lora) return {2e-5, 2e-4, 1e-3};
    return {1e-6, 2e-5, 1e-4};
}

std::string rate(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%g", value);
    return text;
}

Check checkLearningRate(const PreflightInput& input) {
    const auto& spec = input.spec;
    const auto [low, usual, high] = usualRates(spec);
    Check check{.id = "learning_rate", .facts = {{"learning_rate", spec.learningRate}, {"low", low}, {"high", high}, {"usual", usual}}};
    if (spec.learningRate >= low && spec.learningRate <= high) {
        check.message = "the learning rate is usual for " + toText(spec.finetuningType);
        return check;
    }
    const bool far = spec.learningRate < low / kUnlike || spec.learningRate > high * kUnlike;
    check.level = far ? Level::warning : Level::note;
    check.message = "the learning rate " + rate(spec.learningRate) + " is unusual: " + toText(spec.finetuningType) + " learns from " +
                    rate(low) + " to " + rate(high);
    check.hint = "set learning_rate to " + rate(usual);
    check.fix = {{"learning_rate", usual}};
    return check;
}

/// The most rows a step that still make enough steps; 0 where even one row makes too few.
std::int64_t rowsForEnoughSteps(const PreflightInput& input, std::int64_t rows) {
    const auto& [spec, forecast] = std::tie(input.spec, input.forecast);
    const std::int64_t ranks = spec.nprocPerNode;
    // Of packed rows no more is known than that the last step has one.
    const auto perEpoch = spec.packing ? (forecast.stepsPerEpoch - 1) * rows * ranks + 1 : static_cast<std::int64_t>(input.train.samples());
    const auto steps = [&](std::int64_t perStep) {
        return double((perEpoch + perStep * ranks - 1) / (perStep * ranks)) * spec.numTrainEpochs;
    };
    while (rows > 0 && steps(rows) < double(kFewSteps)) --rows;
    return rows;
}

/// Fewer, larger steps than the schedule can shape.
Check checkSteps(const PreflightInput& input) {
    const auto& [spec, forecast] = std::tie(input.spec, input.forecast);
    Check check{.id = "steps", .facts = {{"steps", forecast.steps}, {"epochs", spec.numTrainEpochs}}};
    check.message = base::formatCount(forecast.steps) + " steps";
    if (forecast.steps >= kFewSteps || spec.maxSteps > 0) return check;
    check.level = Level::warning;
    check.message = "only " + base::formatCount(forecast.steps) + " optimiser steps: the model hardly changes";
    const std::int64_t rows = std::int64_t(spec.perDeviceTrainBatchSize) * spec.gradientAccumulationSteps;
    const auto wanted = std::min<std::int64_t>(rowsForEnoughSteps(input, rows), spec.perDeviceTrainBatchSize);
    if (wanted > 0) {
        check.hint = "fewer rows a step, or more epochs";
        check.facts["rows_per_step"] = rows;
        check.facts["suggested"] = wanted;
        check.fix = {{"gradient_accumulation_steps", 1}, {"per_device_train_batch_size", wanted}};
    } else {
        const double epochs = std::ceil(spec.numTrainEpochs * double(kFewSteps) / double(std::max<std::int64_t>(1, forecast.steps)));
        check.hint = "set num_train_epochs to " + rate(epochs);
        check.facts["suggested_epochs"] = epochs;
        check.fix = {{"num_train_epochs", epochs}};
    }
    return check;
}

Check checkWarmup(const PreflightInput& input) {
    const auto& forecast = input.forecast;
    Check check{.id = "warmup",
                .message = "the warmup leaves steps to train",
                .facts = {{"warmup_steps", forecast.warmupSteps}, {"steps", forecast.steps}}};
    const bool warms = input.spec.lrSchedulerType != LrScheduler::constant;
    if (!warms || forecast.warmupSteps * 2 <= forecast.steps || forecast.steps < 3) return check;
    check.level = Level::warning;
    check.message = "the warmup takes " + base::formatCount(forecast.warmupSteps) + " of " + base::formatCount(forecast.steps) + " steps";
    check.hint = "warm up for a tenth of the steps";
    check.fix = {{"warmup_steps", nullptr}, {"warmup_ratio", 0.1}};
    return check;
}

Check checkHeldOut(const PreflightInput& input) {
    const auto& spec = input.spec;
    Check check{.id = "held_out", .message = "rows are held out for evaluation"};
    if (input.eval) {
        check.facts = {{"rows", input.eval->samples()}};
        return check;
    }
    check.level = Level::warning;
    check.message = "no rows are held out: nobody would see when the model begins to learn by heart";
    check.facts = {{"rows", 0}};
    if (input.train.samples() >= 20) {
        check.hint = "hold out a twentieth: set val_size to 0.05";
        check.fix = {{"val_size", 0.05}, {"eval_dataset", nullptr}};
    }
    (void)spec;
    return check;
}

/// Too few evaluations for early stopping to act, or none between the ends.
Check checkEvaluations(const PreflightInput& input) {
    const auto& [spec, forecast] = std::tie(input.spec, input.forecast);
    const auto points = forecast.evaluations;
    const auto needed = std::max<std::int64_t>(3, spec.earlyStoppingPatience + 1);
    Check check{
        .id = "evaluations", .message = base::formatCount(points) + " evaluations", .facts = {{"evaluations", points}, {"needed", needed}}};
    if (!input.eval || points >= needed || forecast.steps < 2 * needed) return check;
    const auto every = std::max<std::int64_t>(1, forecast.steps / (2 * needed));
    check.level = Level::note;
    check.message =
        base::formatCount(points) + " evaluations are too few to stop early with patience " + std::to_string(spec.earlyStoppingPatience);
    check.hint = "evaluate each " + base::formatCount(every) + " steps";
    check.facts["every"] = every;
    check.fix = {{"eval_strategy", "steps"}, {"eval_steps", every}};
    return check;
}

Check checkCheckpoints(const PreflightInput& input) {
    const auto& [spec, forecast] = std::tie(input.spec, input.forecast);
    constexpr double kLong = 20 * 60;  // seconds that nobody likes to lose
    Check check{.id = "checkpoints",
                .message = "checkpoints are kept on the way",
                .facts = {{"kept", forecast.disk.checkpoints}, {"steps", forecast.steps}}};
    const bool none = spec.saveStrategy == IntervalStrategy::no ||
                      (spec.saveStrategy == IntervalStrategy::steps && spec.saveSteps >= forecast.steps) ||
                      (spec.saveStrategy == IntervalStrategy::epoch && forecast.stepsPerEpoch >= forecast.steps);
    if (!none || forecast.seconds.value_or(kLong + 1) < kLong || forecast.steps < 10) return check;
    const auto every = std::max<std::int64_t>(1, forecast.steps / 5);
    check.level = Level::note;
    check.message = "no checkpoint before the end: after a power cut it starts again";
    check.hint = "save each " + base::formatCount(every) + " steps";
    check.facts["every"] = every;
    check.fix = {{"save_strategy", "steps"}, {"save_steps", every}};
    return check;
}

}  // namespace

std::string toText(Check::Level level) {
    switch (level) {
        case Level::passed: return "passed";
        case Level::note: return "note";
        case Level::warning: return "warning";
        case Level::blocking: return "blocking";
    }
    return {};
}

OrderedJson toJson(const Check& check) {
    auto fix = OrderedJson::object();
    for (const auto& [key, value] : check.fix) fix[key] = value;
    return {{"check", check.id},  {"level", toText(check.level)}, {"message", check.message},
            {"hint", check.hint}, {"facts", check.facts},         {"fix", fix}};
}

std::vector<Check> preflight(const PreflightInput& input) {
    std::vector<Check> checks = dataChecks(input);
    for (auto* look : {checkLearningRate, checkSteps, checkWarmup, checkHeldOut, checkEvaluations, checkCheckpoints})
        checks.push_back(look(input));
    for (auto& check : machineChecks(input)) checks.push_back(std::move(check));
    std::ranges::stable_sort(checks, [](const Check& a, const Check& b) { return a.level > b.level; });
    return checks;
}

}  // namespace anneal::runs
