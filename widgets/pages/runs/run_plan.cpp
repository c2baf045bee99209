#include "pages/runs/run_plan.h"

#include <algorithm>

#include "runs/batch_plan.h"
#include "runs/forecast.h"
#include "text/prepared.h"

namespace anneal::pages {
namespace {

std::int64_t tokensOf(const runs::PlannedStep& step, const text::PreparedTokens& tokens) {
    std::int64_t count = 0;
    for (const auto& ranks : step.micro)
        for (const auto& rows : ranks)
            for (const auto row : rows) count += std::int64_t(tokens.length(row));
    return count;
}

}  // namespace

std::int64_t RunPlan::tokensAt(std::int64_t step) const {
    if (step <= 0 || tokens.empty()) return 0;
    return tokens[std::min(std::size_t(step), tokens.size()) - 1];
}

Result<RunPlan> planRun(const runs::RunDirectory& directory, const base::StopToken& stop) {
    ANNEAL_TRY(spec, directory.spec());
    ANNEAL_TRY(train, text::PreparedTokens::open(directory.trainTokens()));
    const auto lengths = train.lengths();
    const runs::BatchPlan batches(spec, {lengths.begin(), lengths.end()}, spec.nprocPerNode);
    const auto total = std::size_t(batches.totalSteps());
    RunPlan plan;
    plan.tokens.reserve(total);
    std::int64_t read = 0;
    for (std::int64_t epoch = 0; plan.tokens.size() < total; ++epoch) {
        if (stop.stopRequested()) return fail("stopped", "stopped");
        const auto steps = batches.epoch(epoch);
        if (steps.empty()) break;
        for (const auto& step : steps) {
            if (plan.tokens.size() == total) break;
            plan.tokens.push_back(read += tokensOf(step, train));
        }
    }
    // The model's folder may be gone by now; what was read stays countable.
    if (const auto forecast = runs::forecastRun(spec, train, {}); forecast && !forecast->devices.empty()) {
        const auto& device = forecast->devices.front();
        plan.memoryBytes = device.memory.total();
        plan.deviceBytes = device.availableBytes;
    }
    return plan;
}

}  // namespace anneal::pages
