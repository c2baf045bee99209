#include "text/packing.h"

#include <algorithm>
#include <numeric>
#include <string>

namespace anneal::text {
namespace {

/// The room left in each bin as a tournament tree: the first bin with enough room is found in log time.
class Rooms {
public:
    explicit Rooms(std::size_t bins) {
        while (leaves_ < bins) leaves_ *= 2;
        room_.assign(2 * leaves_, 0);
    }
    void set(std::size_t bin, std::int64_t room) {
        auto node = bin + leaves_;
        room_[node] = room;
        while (node /= 2) room_[node] = std::max(room_[2 * node], room_[2 * node + 1]);
    }
    std::int64_t room(std::size_t bin) const { return room_[bin + leaves_]; }
    /// The lowest bin with room for `length`, or `leaves` if none has.
    std::size_t first(std::int64_t length) const {
        if (room_[1] < length) return leaves_;
        std::size_t node = 1;
        while (node < leaves_) node = room_[2 * node] >= length ? 2 * node : 2 * node + 1;
        return node - leaves_;
    }

private:
    std::size_t leaves_ = 1;
    std::vector<std::int64_t> room_;
};

}  // namespace

Result<PackingPlan> planPacking(std::span<const std::int64_t> lengths, std::int64_t budget, PackingOrder order) {
    if (budget < 1)
        return fail("packing_budget", "a bin of " + std::to_string(budget) + " tokens holds nothing", "set cutoff_len to 1 or more");
    const auto tooLong = std::ranges::find_if(lengths, [&](std::int64_t length) { return length > budget; });
    if (tooLong != lengths.end())
        return fail("sample_too_long",
                    "sample " + std::to_string(tooLong - lengths.begin()) + " has " + std::to_string(*tooLong) + " tokens, and a bin has " +
                        std::to_string(budget),
                    "set a cutoff_len no greater than the bin");
    PackingPlan plan;
    plan.budget = budget;
    plan.tokens = std::accumulate(lengths.begin(), lengths.end(), std::int64_t(0));
    if (order == PackingOrder::inOrder) {
        std::int64_t room = 0;
        for (std::uint32_t sample = 0; sample < lengths.size(); ++sample) {
            if (plan.bins.empty() || lengths[sample] > room) {
                plan.bins.emplace_back();
                room = budget;
            }
            plan.bins.back().push_back(sample);
            room -= lengths[sample];
        }
        return plan;
    }
    std::vector<std::uint32_t> byLength(lengths.size());
    std::iota(byLength.begin(), byLength.end(), 0U);
    std::ranges::stable_sort(byLength, std::ranges::greater(), [&](std::uint32_t sample) { return lengths[sample]; });
    Rooms rooms(lengths.size());
    for (std::size_t bin = 0; bin < lengths.size(); ++bin) rooms.set(bin, budget);
    for (const auto sample : byLength) {
        const auto bin = rooms.first(lengths[sample]);
        if (bin >= plan.bins.size()) plan.bins.resize(bin + 1);
        plan.bins[bin].push_back(sample);
        rooms.set(bin, rooms.room(bin) - lengths[sample]);
    }
    for (auto& bin : plan.bins) std::ranges::sort(bin);
    return plan;
}

}  // namespace anneal::text
