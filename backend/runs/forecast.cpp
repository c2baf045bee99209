#include "runs/forecast.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/files.h"
#include "runs/batch_plan.h"
#include "runs/compute_dtype.h"
#include "runs/run_directory.h"
#include "system/probe.h"

namespace anneal::runs {

namespace {

constexpr double kForwardShare = 1.0 / 3;  // of a training step's work: backward costs twice the forward

std::vector<std::uint32_t> lengthsOf(const text::PreparedTokens& tokens) {
    std::vector<std::uint32_t> lengths(tokens.samples());
    for (std::size_t i = 0; i < lengths.size(); ++i) lengths[i] = static_cast<std::uint32_t>(tokens.length(i));
    return lengths;
}

BatchPlan planOf(const RunSpec& spec, const text::PreparedTokens& train) { return BatchPlan(spec, lengthsOf(train), spec.nprocPerNode); }

struct Counts {
    std::int64_t tokens = 0, trained = 0;
    Counts& operator+=(const Counts& other) {
        tokens += other.tokens;
        trained += other.trained;
        return *this;
    }
};

Counts countSample(const text::PreparedTokens& tokens, std::size_t sample) {
    const auto flags = tokens.trained(sample);
    return {static_cast<std::int64_t>(flags.size()),
            std::count(flags.begin() + std::min<std::ptrdiff_t>(1, std::ssize(flags)), flags.end(), 1)};
}

Counts countSteps(const text::PreparedTokens& tokens, const std::vector<PlannedStep>& steps, std::int64_t first) {
    Counts counts;
    for (std::int64_t i = 0; i < first; ++i)
        for (const auto& micro : steps[static_cast<std::size_t>(i)].micro)
            for (const auto& rank : micro)
                for (const auto sample : rank) counts += countSample(tokens, sample);
    return counts;
}

Counts countRun(const BatchPlan& plan, const text::PreparedTokens& tokens) {
    Counts epoch, run;
    for (std::size_t sample = 0; sample < tokens.samples(); ++sample) epoch += countSample(tokens, sample);
    const auto whole = plan.totalSteps() / plan.stepsPerEpoch(), rest = plan.totalSteps() % plan.stepsPerEpoch();
    run = {epoch.tokens * whole, epoch.trained * whole};
    if (rest > 0) run += countSteps(tokens, plan.epoch(whole), rest);
    return run;
}

/// The estimate with what a few real steps showed in its place.
MemoryParts measured(MemoryParts parts, const Calibration& calibration, std::int64_t largest, bool cuda) {
    if (calibration.runtimeBytes > 0 && !cuda) parts.runtime = calibration.runtimeBytes;
    if (cuda) parts.runtime = 0;  // the allocator's peak leaves the context out
    const auto rest = parts.weights + parts.gradients + parts.optimizer + parts.runtime;
    const double scale = calibration.largestTokens > 0 ? double(largest) / double(calibration.largestTokens) : 1;
    parts.activations = std::max<std::int64_t>(0, static_cast<std::int64_t>(double(calibration.peakBytes - rest) * scale));
    return parts;
}

std::vector<DeviceForecast> devicesOf(const RunSpec& spec, const MemoryParts& memory, bool cuda, const system::Machine& machine) {
    std::vector<DeviceForecast> devices;
    if (cuda) {
        for (int rank = 0; rank < spec.nprocPerNode && rank < std::max<int>(1, int(machine.gpus.size())); ++rank) {
            DeviceForecast device{"cuda", "no GPU found", 1, memory, 0, false};
            if (rank < int(machine.gpus.size())) {
                device.name = machine.gpus[static_cast<std::size_t>(rank)].name;
                device.availableBytes = static_cast<std::int64_t>(machine.gpus[static_cast<std::size_t>(rank)].memoryFreeBytes);
            }
            devices.push_back(device);
        }
    } else {
        devices.push_back(
            {"cpu", machine.cpu.name, spec.nprocPerNode, memory, static_cast<std::int64_t>(machine.memory.availableBytes), false});
    }
    for (auto& device : devices) device.fits = device.memory.total() * device.ranks <= device.availableBytes;
    return devices;
}

std::int64_t evaluations(const RunSpec& spec, const BatchPlan& plan) {
    const auto steps = plan.totalSteps();
    switch (spec.evalStrategy) {
        case IntervalStrategy::no: return 1;
        case IntervalStrategy::steps: return std::max<std::int64_t>(1, steps / spec.evalSteps.value_or(steps));
        case IntervalStrategy::epoch: return (steps + plan.stepsPerEpoch() - 1) / plan.stepsPerEpoch();
    }
    return 1;
}

/// Checkpoints that are kept, with the best beside the newest, and the result.
DiskForecast diskOf(const RunSpec& spec, const catalogue::ModelConfig& config, const BatchPlan& plan, const text::PreparedTokens& train,
                    const std::optional<text::PreparedTokens>& eval) {
    std::int64_t saves = 1;
    if (spec.saveStrategy == IntervalStrategy::steps) saves += (plan.totalSteps() - 1) / spec.saveSteps;
    if (spec.saveStrategy == IntervalStrategy::epoch) saves = (plan.totalSteps() + plan.stepsPerEpoch() - 1) / plan.stepsPerEpoch();
    if (spec.saveTotalLimit > 0) saves = std::min<std::int64_t>(saves, spec.saveTotalLimit + (eval ? 1 : 0));
    if (spec.saveStrategy == IntervalStrategy::no) saves = 0;
    const auto tokenBytes = [](const text::PreparedTokens& tokens) {
        return static_cast<std::int64_t>(tokens.manifest().tokens * 5 + (tokens.samples() + 1) * 8);
    };
    return {saves, saves * checkpointBytes(spec, config), resultBytes(spec, config), tokenBytes(train) + (eval ? tokenBytes(*eval) : 0)};
}

}  // namespace

std::int64_t largestMicroBatch(const RunSpec& spec, const text::PreparedTokens& train, std::int64_t steps) {
    constexpr std::int64_t kEpochsLookedAt = 3;
    const auto plan = planOf(spec, train);
    std::int64_t left = steps > 0 ? steps : plan.totalSteps();
    std::int64_t largest = 0;
    for (std::int64_t epoch = 0; epoch < kEpochsLookedAt && left > 0; ++epoch)
        for (const auto& step : plan.epoch(epoch)) {
            if (left-- <= 0) break;
            for (const auto& micro : step.micro)
                for (const auto& rank : micro) {
                    std::int64_t tokens = 0;
                    for (const auto sample : rank) tokens += static_cast<std::int64_t>(train.length(sample));
                    largest = std::max(largest, tokens);
                }
        }
    return largest;
}

Result<Forecast> forecastRun(const RunSpec& spec, const text::PreparedTokens& train, const std::optional<text::PreparedTokens>& eval,
                             const std::optional<Calibration>& calibration) {
    ANNEAL_TRY(config, catalogue::ModelConfig::read(spec.modelNameOrPath));
    const auto machine = system::probeMachine();
    const bool cuda = spec.device == DeviceKind::cuda || (spec.device == DeviceKind::automatic && !machine.gpus.empty());
    const auto plan = planOf(spec, train);
    const auto counts = countRun(plan, train);

    Forecast forecast;
    forecast.parameters = config.parameterCount();
    forecast.trainedParameters = trainedParameters(spec, config);
    forecast.steps = plan.totalSteps();
    forecast.tokens = counts.tokens;
    forecast.trainedTokens = counts.trained;
    forecast.calibration = calibration;
    const auto largest = largestMicroBatch(spec, train);
    forecast.stepsPerEpoch = plan.stepsPerEpoch();
    forecast.warmupSteps = plan.warmupSteps();
    forecast.evaluations = eval ? evaluations(spec, plan) : 0;
    forecast.dtype = resolvedDtype(spec, config, cuda, machine.cpu.fastBf16());
    auto memory = estimateMemory(spec, config, largest, cuda, forecast.dtype == ComputeDtype::bf16);
    if (calibration && calibration->peakBytes > 0) memory = measured(memory, *calibration, largest, cuda);
    forecast.devices = devicesOf(spec, memory, cuda, machine);
    forecast.disk = diskOf(spec, config, plan, train, eval);
    forecast.diskBytes = forecast.disk.total();
    forecast.freeDiskBytes =
        static_cast<std::int64_t>(base::freeBytes(spec.outputDir.empty() ? runsHome() : std::filesystem::path(spec.outputDir)));
    if (calibration && calibration->tokensPerSecond > 0) {
        const double evaluated = eval ? double(forecast.evaluations) * double(eval->manifest().tokens) : 0;
        const double rate = calibration->tokensPerSecond;
        forecast.time = {calibration->startSeconds, double(counts.tokens) / rate, evaluated * kForwardShare / rate};
        forecast.seconds = forecast.time->total();
    }
    return forecast;
}

bool Forecast::fits() const {
    return diskBytes <= freeDiskBytes && std::ranges::all_of(devices, [](const auto& device) { return device.fits; });
}

OrderedJson Forecast::toJson() const {
    OrderedJson document;
    document["devices"] = OrderedJson::array();
    for (const auto& device : devices)
        document["devices"].push_back({{"kind", device.kind},
                                       {"name", device.name},
                                       {"ranks", device.ranks},
                                       {"memory_bytes",
                                        {{"weights", device.memory.weights},
                                         {"optimizer", device.memory.optimizer},
                                         {"gradients", device.memory.gradients},
                                         {"activations", device.memory.activations},
                                         {"runtime", device.memory.runtime},
                                         {"total", device.memory.total()}}},
                                       {"available_bytes", device.availableBytes},
                                       {"fits", device.fits}});
    document["seconds"] = seconds ? OrderedJson(*seconds) : OrderedJson();
    document["disk_bytes"] = diskBytes;
    document["free_disk_bytes"] = freeDiskBytes;
    document["steps"] = steps;
    document["trained_tokens"] = trainedTokens;
    document["tokens"] = tokens;
    document["parameters"] = parameters;
    document["trained_parameters"] = trainedParameters;
    if (calibration)
        document["measured"] = {{"steps", calibration->steps},
                                {"tokens_per_second", calibration->tokensPerSecond},
                                {"start_seconds", calibration->startSeconds},
                                {"peak_memory_bytes", calibration->peakBytes}};
    return document;
}

}  // namespace anneal::runs
