#include "runs/batch_plan.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <random>

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

Rows packInOrder(const std::vector<std::uint32_t>& lengths, std::uint32_t budget) {
    Rows bins;
    std::uint32_t room = 0;
    for (std::uint32_t sample = 0; sample < lengths.size(); ++sample) {
        if (bins.empty() || lengths[sample] > room) {
            bins.emplace_back();
            room = std::max(budget, lengths[sample]);
        }
        bins.back().push_back(sample);
        room -= lengths[sample];
    }
    return bins;
}

/// First-fit decreasing would look for the first bin with room; best fit packs as tightly and finds its bin in a map.
Rows packTightly(const std::vector<std::uint32_t>& lengths, std::uint32_t budget) {
    std::vector<std::uint32_t> order(lengths.size());
    std::iota(order.begin(), order.end(), 0u);
    std::ranges::stable_sort(order, std::greater{}, [&](auto sample) { return lengths[sample]; });
    Rows bins;
    std::multimap<std::uint32_t, std::size_t> roomOf;
    for (const auto sample : order) {
        auto place = roomOf.lower_bound(lengths[sample]);
        std::size_t bin = bins.size();
        std::uint32_t room = std::max(budget, lengths[sample]);
        if (place == roomOf.end()) {
            bins.emplace_back();
        } else {
            std::tie(room, bin) = *place;
            roomOf.erase(place);
        }
        bins[bin].push_back(sample);
        roomOf.emplace(room - lengths[sample], bin);
    }
    return bins;
}

Rows singles(std::size_t count) {
    Rows rows(count);
    for (std::uint32_t sample = 0; sample < count; ++sample) rows[sample] = {sample};
    return rows;
}

std::int64_t ceilDivide(std::int64_t a, std::int64_t b) { return (a + b - 1) / b; }

Rows makeRows(const RunSpec& spec, const std::vector<std::uint32_t>& lengths) {
    if (!spec.packing) return singles(lengths.size());
    const auto budget = static_cast<std::uint32_t>(spec.cutoffLen);
    return spec.shuffle ? packTightly(lengths, budget) : packInOrder(lengths, budget);
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
    const auto byEpochs = static_cast<std::int64_t>(std::ceil(spec_.numTrainEpochs * static_cast<double>(stepsPerEpoch()) - 1e-9));
    return spec_.maxSteps > 0 ? std::min(spec_.maxSteps, byEpochs) : byEpochs;
}

std::int64_t BatchPlan::warmupSteps() const {
    if (spec_.warmupSteps > 0) return spec_.warmupSteps;
    return static_cast<std::int64_t>(std::ceil(spec_.warmupRatio * static_cast<double>(totalSteps()) - 1e-9));
}

}  // namespace anneal::runs
