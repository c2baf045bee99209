#pragma once
// The next token from one row of logits.

#include <cstdint>
#include <random>
#include <span>
#include <vector>

namespace anneal::generate {

struct SamplingOptions {
    bool greedy = false;             ///< the most likely token, the lowest id on a tie; only repetitionPenalty applies
    double temperature = 1.0;        ///< 0 is greedy
    int topK = 0;                    ///< 0: all
    double topP = 1.0;               ///< nucleus, Holtzman et al. 2020
    double minP = 0.0;               ///< share of the most likely token's probability, Nguyen et al. 2024
    double repetitionPenalty = 1.0;  ///< divides positive and multiplies negative logits of tokens seen, Keskar et al. 2019
    std::uint64_t seed = 42;

    bool isGreedy() const { return greedy || temperature <= 0; }
    /// Greedy without a penalty needs no logits on the host: an argmax on the device does.
    bool plainGreedy() const { return isGreedy() && repetitionPenalty == 1.0; }
};

/// A token that may be drawn, with its probability.
struct Candidate {
    std::int32_t id;
    double probability;
};

/// The distribution that is drawn from, most likely first, summing to 1: penalty, temperature, top-k, top-p, min-p in
/// transformers' order. `seen` are the ids of prompt and answer so far. Non-finite logits are never candidates; empty
/// when there is no other.
std::vector<Candidate> candidates(std::span<const float> logits, std::span<const std::int32_t> seen, const SamplingOptions& options);

/// Draws with a generator of its own: the same seed, logits and calls give the same tokens on every platform.
class Sampler {
public:
    explicit Sampler(SamplingOptions options) : options_(options), random_(options.seed) {}
    const SamplingOptions& options() const { return options_; }
    /// Returns -1 if no logit is finite.
    std::int32_t next(std::span<const float> logits, std::span<const std::int32_t> seen);

private:
    SamplingOptions options_;
    std::mt19937_64 random_;
};

}  // namespace anneal::generate
