#include "generate/sampler.h"

#include <algorithm>
#include <cmath>
#include <unordered_set>

namespace anneal::generate {
namespace {

struct Scored {
    std::int32_t id;
    double score;
};

// The lower id wins a tie, as argmax has it.
bool likelier(const Scored& a, const Scored& b) { return a.score > b.score || (a.score == b.score && a.id < b.id); }

std::vector<Scored> penalised(std::span<const float> logits, std::span<const std::int32_t> seen, double penalty) {
    std::vector<Scored> scored;
    scored.reserve(logits.size());
    for (std::size_t id = 0; id < logits.size(); ++id) scored.push_back({std::int32_t(id), logits[id]});
    if (penalty != 1.0)
        for (const auto id : std::unordered_set<std::int32_t>(seen.begin(), seen.end()))
            if (id >= 0 && std::size_t(id) < scored.size()) {
                auto& score = scored[std::size_t(id)].score;
                score = score > 0 ? score / penalty : score * penalty;
            }
    std::erase_if(scored, [](const Scored& each) { return !std::isfinite(each.score); });
    return scored;
}

}  // namespace

std::vector<Candidate> candidates(std::span<const float> logits, std::span<const std::int32_t> seen, const SamplingOptions& options) {
    auto scored = penalised(logits, seen, options.repetitionPenalty);
    if (scored.empty()) return {};
    if (options.isGreedy()) return {{std::ranges::min_element(scored, likelier)->id, 1.0}};

    for (auto& each : scored) each.score /= options.temperature;
    const auto kept = options.topK > 0 ? std::min(scored.size(), std::size_t(options.topK)) : scored.size();
    std::partial_sort(scored.begin(), scored.begin() + std::ptrdiff_t(kept), scored.end(), likelier);
    scored.resize(kept);

    std::vector<Candidate> drawn;
    drawn.reserve(kept);
    double sum = 0;
    for (const auto& each : scored) {
        drawn.push_back({each.id, std::exp(each.score - scored.front().score)});
        sum += drawn.back().probability;
    }
    if (options.topP < 1.0) {
        double reached = 0;
        std::size_t nucleus = 0;
        while (nucleus < drawn.size() && (nucleus == 0 || reached < options.topP * sum)) reached += drawn[nucleus++].probability;
        drawn.resize(nucleus);
        sum = reached;
    }
    if (options.minP > 0) {
        const double least = options.minP * drawn.front().probability;
        while (drawn.size() > 1 && drawn.back().probability < least) {
            sum -= drawn.back().probability;
            drawn.pop_back();
        }
    }
    for (auto& each : drawn) each.probability /= sum;
    return drawn;
}

std::int32_t Sampler::next(std::span<const float> logits, std::span<const std::int32_t> seen) {
    const auto drawn = candidates(logits, seen, options_);
    if (drawn.empty()) return -1;
    if (drawn.size() == 1) return drawn.front().id;
    // 53 random bits: std::uniform_real_distribution is not the same on every standard library.
    double left = double(random_() >> 11) * 0x1.0p-53;
    for (const auto& each : drawn) {
        left -= each.probability;
        if (left < 0) return each.id;
    }
    return drawn.back().id;
}

}  // namespace anneal::generate
