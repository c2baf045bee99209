#include "runs/preflight_machine.h"

#include <algorithm>

#include "base/text.h"

namespace anneal::runs {
namespace {

using Level = Check::Level;
using Changes = std::vector<std::pair<std::string, OrderedJson>>;

constexpr double kTight = 0.9;

std::string bytes(std::int64_t number) { return base::formatBytes(static_cast<std::uint64_t>(std::max<std::int64_t>(0, number))); }

/// A smaller way to the same result, and what it takes in memory.
struct Way {
    Changes changes;
    RunSpec spec;
    std::int64_t tokens;
};

/// From the cheapest change on: fewer rows at once with the same rows a step, activations computed again, both, an adapter.
std::vector<Way> smallerWays(const PreflightInput& input) {
    const auto& spec = input.spec;
    const auto largest = largestMicroBatch(spec, input.train);
    std::vector<Way> ways;
    const auto halve = [&](const Way& from) {
        auto way = from;
        if (way.spec.perDeviceTrainBatchSize < 2) return way;
        way.spec.perDeviceTrainBatchSize /= 2;
        way.spec.gradientAccumulationSteps *= 2;
        way.tokens = (way.tokens + 1) / 2;
        std::erase_if(way.changes, [](const auto& change) {
            return change.first == "per_device_train_batch_size" || change.first == "gradient_accumulation_steps";
        });
        way.changes.emplace_back("per_device_train_batch_size", way.spec.perDeviceTrainBatchSize);
        way.changes.emplace_back("gradient_accumulation_steps", way.spec.gradientAccumulationSteps);
        return way;
    };
    const auto down = [&](Way way) {
        ways.push_back(way);
        while (way.spec.perDeviceTrainBatchSize > 1) ways.push_back(way = halve(way));
    };
    const Way now{{}, spec, largest};
    down(now);
    auto again = now;
    again.spec.gradientCheckpointing = true;
    again.changes.emplace_back("gradient_checkpointing", true);
    if (!spec.gradientCheckpointing) down(again);
    if (spec.finetuningType != FinetuningType::lora && !spec.trainFromScratch) {
        auto adapter = again;
        adapter.spec.finetuningType = FinetuningType::lora;
        adapter.changes.emplace_back("finetuning_type", "lora");
        adapter.changes.emplace_back("learning_rate", nullptr);
        down(adapter);
    }
    ways.erase(ways.begin());
    return ways;
}

Check checkMemory(const PreflightInput& input) {
    Check check{.id = "memory", .message = "the run fits in memory"};
    const auto& devices = input.forecast.devices;
    const auto worst =
        std::ranges::max_element(devices, {}, [](const auto& each) { return each.memory.total() * each.ranks - each.availableBytes; });
    if (worst == devices.end()) return check;
    const auto needed = worst->memory.total() * worst->ranks;
    check.facts = {{"needed", needed}, {"available", worst->availableBytes}, {"device", worst->name}};
    const bool tight = worst->fits && double(needed) > kTight * double(worst->availableBytes);
    if (worst->fits && !tight) return check;
    check.level = tight ? Level::note : Level::blocking;
    check.message = "it takes about " + bytes(needed) + " of " + bytes(worst->availableBytes) + " that are free on " + worst->name;
    const bool cuda = worst->kind == "cuda";
    const auto room = std::int64_t(kTight * double(worst->availableBytes)) / std::max(1, worst->ranks);
    for (const auto& way : smallerWays(input)) {
        const auto total = estimateMemory(way.spec, input.config, way.tokens, cuda, input.forecast.dtype == ComputeDtype::bf16).total();
        if (total > room) continue;
        check.fix = way.changes;
        check.facts["after"] = total * worst->ranks;
        std::vector<std::string> keys;
        for (const auto& [key, value] : way.changes) keys.push_back(key + ": " + base::dumpJson(value));
        check.hint = "set " + base::join(keys, ", ") + ": about " + bytes(total * worst->ranks);
        return check;
    }
    check.hint = "choose a smaller base model";
    return check;
}

Check checkDisk(const PreflightInput& input) {
    const auto& forecast = input.forecast;
    Check check{.id = "disk",
                .message = "the run fits on the disk",
                .facts = {{"needed", forecast.diskBytes}, {"available", forecast.freeDiskBytes}}};
    if (forecast.diskBytes <= forecast.freeDiskBytes) return check;
    check.level = Level::blocking;
    check.message = "it writes " + bytes(forecast.diskBytes) + " and " + bytes(forecast.freeDiskBytes) + " are free";
    const auto rest = forecast.disk.resultBytes + forecast.disk.tokenBytes;
    const auto one = forecast.disk.checkpoints > 0 ? forecast.disk.checkpointBytes / forecast.disk.checkpoints : 0;
    if (rest + (input.eval ? 2 : 1) * one <= forecast.freeDiskBytes) {
        check.hint = "keep one checkpoint: set save_total_limit to 1";
        check.fix = {{"save_total_limit", 1}};
    } else if (rest <= forecast.freeDiskBytes) {
        check.hint = "keep no checkpoint: set save_strategy to no";
        check.fix = {{"save_strategy", "no"}};
    } else {
        check.hint = "free some space, or choose another output_dir";
    }
    return check;
}

Check checkRanks(const PreflightInput& input) {
    const auto& spec = input.spec;
    const auto& devices = input.forecast.devices;
    const bool cuda = !devices.empty() && devices.front().kind == "cuda";
    Check check{.id = "ranks", .message = "each rank has a device", .facts = {{"ranks", spec.nprocPerNode}, {"devices", devices.size()}}};
    if (!cuda || std::size_t(spec.nprocPerNode) <= devices.size()) return check;
    check.level = Level::blocking;
    check.message = std::to_string(spec.nprocPerNode) + " ranks and " + std::to_string(devices.size()) + " GPUs";
    check.hint = "set nproc_per_node to " + std::to_string(devices.size());
    check.fix = {{"nproc_per_node", devices.size()}};
    return check;
}

}  // namespace

std::vector<Check> machineChecks(const PreflightInput& input) { return {checkMemory(input), checkDisk(input), checkRanks(input)}; }

}  // namespace anneal::runs
