#include "data/detect/minhash.h"

#include <algorithm>
#include <cmath>

// One version of the kernel an instruction set; the loader picks. Sanitizers cannot run in the picker.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define ANNEAL_VECTOR __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define ANNEAL_VECTOR
#endif

namespace anneal::data {
namespace {

constexpr double kMissed = 0.002;
constexpr int kMostHashes = 160, kMostBands = 64;
constexpr std::size_t kLanes = 64;  // four AVX-512 registers of minima at a time

std::uint64_t scrambled(std::uint64_t value) {  // splitmix64
    value += 0x9E3779B97F4A7C15u;
    value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9u;
    value = (value ^ (value >> 27)) * 0x94D049BB133111EBu;
    return value ^ (value >> 31);
}

/// lows[j] = min over i of hashes[i] * factors[j] + addends[j], for kLanes of j.
ANNEAL_VECTOR void lowest(const std::uint64_t* hashes, std::size_t count, const std::uint32_t* factors, const std::uint32_t* addends,
                          std::uint32_t* lows) {
    std::uint32_t low[kLanes];
    for (auto& one : low) one = 0xFFFFFFFFu;
    for (std::size_t i = 0; i < count; ++i) {
        const auto hash = std::uint32_t(hashes[i] >> 32);
        for (std::size_t j = 0; j < kLanes; ++j) {
            const auto value = hash * factors[j] + addends[j];
            low[j] = value < low[j] ? value : low[j];
        }
    }
    for (std::size_t j = 0; j < kLanes; ++j) lows[j] = low[j];
}

}  // namespace

Banding Banding::forThreshold(double threshold) {
    Banding best{kMostBands, 1};
    for (int rows = 1; rows <= kMostHashes; ++rows) {
        const auto meets = std::pow(threshold, rows);
        const int bands = meets >= 1 ? 1 : int(std::ceil(std::log(kMissed) / std::log1p(-meets)));
        if (bands > kMostBands || bands * rows > kMostHashes) break;
        best = {bands, rows};
        if (meets >= 1 && rows >= 16) break;
    }
    return best;
}

MinHash::MinHash(Banding banding) : banding_(banding) {
    const auto needed = std::size_t(banding.bands * banding.rows);
    const auto padded = (needed + kLanes - 1) / kLanes * kLanes;
    for (std::size_t i = 0; i < padded; ++i) {
        const auto random = scrambled(i + 1);
        factors_.push_back(std::uint32_t(random) | 1);
        addends_.push_back(std::uint32_t(random >> 32));
    }
}

void MinHash::bandsOf(const std::vector<std::uint64_t>& hashes, std::vector<std::uint32_t>& bands) const {
    std::vector<std::uint32_t> lows(factors_.size());
    for (std::size_t j = 0; j < lows.size(); j += kLanes) lowest(hashes.data(), hashes.size(), &factors_[j], &addends_[j], &lows[j]);
    bands.resize(std::size_t(banding_.bands));
    for (int band = 0; band < banding_.bands; ++band) {
        std::uint64_t hash = std::uint64_t(band);
        for (int row = 0; row < banding_.rows; ++row) hash = scrambled(hash ^ lows[std::size_t(band * banding_.rows + row)]);
        bands[std::size_t(band)] = std::uint32_t(hash >> 32);
    }
}

}  // namespace anneal::data
