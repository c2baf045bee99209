#include "runs/batch_plan.h"

#include <algorithm>
#include <cmath>
#include <random>

#include "text/packing.h"

namespace anneal::runs {

namespace {

using Rows = std::vector<std::vector<std::uint32_t>>;

// As transformers' length-grouped sampler: sorted within so many batches, random between them.
constexpr std::int64_t kGroupedBatches = 50;

/// Fisher-Yates on the raw generator: std::shuffle may differ between standard libraries.
template <class T>
void shuffleRows(std::vector<T>& rows, std::uint64_t seed, std::int64_t epoch) {
    std::seed_seq sequence{static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32), static_cast<std::uint32_t>(epoch)};
    std::mt19937_64 random(sequence);
    for (std::size_t i = rows.size(); i > 1; --i) std::swap(rows[i - 1], rows[random() % i]);
}

Rows singles(std::size_t count) {
    Rows rows(count);
    for (std::uint32_t sample = 0; sample < count; ++sample) rows[sample] = {sample};
    return rows;
}

std::int64_t ceilDivide(std::int64_t a, std::int64_t b) { return (a + b - 1) / b; }

Rows makeRows(const RunSpec& spec, const std::vector<std::uint32_t>& lengths) {
    if (!spec.packing) return singles(lengths.size());
    const std::vector<std::int64_t> tokens(lengths.begin(), lengths.end());
    // Prepared under another cutoff_len, a sample may be longer than the budget: it then sets it.
    const auto longest = tokens.empty() ? 0 : *std::ranges::max_element(tokens);
    const auto order = spec.shuffle ? text::PackingOrder::firstFitDecreasing : text::PackingOrder::inOrder;
    return text::planPacking(tokens, std::max<std::int64_t>(spec.cutoffLen, longest), order).value().bins;
}

}  // namespace

BatchPlan::BatchPlan(const RunSpec& spec, std::vector<std::uint32_t> lengths, int worldSize)
    : spec_(spec), lengths_(std::move(lengths)), worldSize_(worldSize), rows_(makeRows(spec_, lengths_)) {}

Rows BatchPlan::rowsOf(std::int64_t epochIndex) const {
    auto rows = rows_;
    if (!spec_.shuffle) return rows;
    shuffleRows(rows, spec_.seed, epochIndex);
    if (!spec_.groupByLength || spec_.packing) return rows;
    const auto group = static_cast<std::ptrdiff_t>(kGroupedBatches * rowsPerStep());
    for (auto from = rows.begin(); from != rows.end();) {
        const auto to = from + std::min(group, rows.end() - from);
        std::stable_sort(from, to, [&](const auto& a, const auto& b) { return lengths_[a.front()] > lengths_[b.front()]; });
        from = to;
    }
    return rows;
}

std::int64_t BatchPlan::rowsPerStep() const {
    return std::int64_t{spec_.perDeviceTrainBatchSize} * spec_.gradientAccumulationSteps * worldSize_;
}

std::vector<PlannedStep> BatchPlan::epoch(std::int64_t index) const {
    const auto rows = rowsOf(index);
    const auto total = static_cast<std::int64_t>(rows.size());
    std::vector<PlannedStep> steps(static_cast<std::size_t>(stepsPerEpoch()));
    std::int64_t next = 0;
    for (auto& step : steps) {
        step.micro.resize(static_cast<std::size_t>(spec_.gradientAccumulationSteps));
        for (auto& micro : step.micro) {
            micro.resize(static_cast<std::size_t>(worldSize_));
            for (auto& rank : micro)
                for (int row = 0; row < spec_.perDeviceTrainBatchSize && next < total; ++row, ++next) {
                    const auto& samples = rows[static_cast<std::size_t>(next)];
                    rank.insert(rank.end(), samples.begin(), samples.end());
                }
        }
        std::erase_if(step.micro, [](const auto& micro) { return micro.front().empty(); });
    }
    return steps;
}

std::int64_t BatchPlan::stepsPerEpoch() const { return ceilDivide(static_cast<std::int64_t>(rows_.size()), rowsPerStep()); }

std::int64_t BatchPlan::totalSteps() const {
    const auto wanted = std::ceil(spec_.numTrainEpochs * static_cast<double>(stepsPerEpoch()) - 1e-9);
    const auto byEpochs = std::max<std::int64_t>(1, static_cast<std::int64_t>(wanted));
    return spec_.maxSteps > 0 ? std::min(spec_.maxSteps, byEpochs) : byEpochs;
}

std::int64_t BatchPlan::warmupSteps() const {
    if (spec_.warmupSteps > 0) return spec_.warmupSteps;
    return static_cast<std::int64_t>(std::ceil(spec_.warmupRatio * static_cast<double>(totalSteps()) - 1e-9));
}

}  // namespace anneal::runs
