#pragma once
// Random numbers that a key settles: the same for any number of threads and in any order of the rows.

#include <cmath>
#include <cstdint>
#include <initializer_list>
#include <numbers>
#include <utility>
#include <vector>

#include "data/mixed_bits.h"

namespace anneal::data {

__extension__ using Wide = unsigned __int128;

class Random {
public:
    /// Unlike streams for unlike keys, e.g. {seed, row, copy}.
    explicit Random(std::initializer_list<std::uint64_t> key) {
        for (const auto part : key) state_ = mixedBits(state_ ^ part);
    }

    std::uint64_t bits() { return mixedBits(state_ += 0x9E3779B97F4A7C15u); }
    /// 0 … count − 1; `count` is at least 1.
    std::size_t below(std::size_t count) { return std::size_t((static_cast<Wide>(bits()) * count) >> 64); }
    /// In [0, 1).
    double unit() { return double(bits() >> 11) * 0x1p-53; }
    double between(double least, double most) { return least + (most - least) * unit(); }
    bool chance(double probability) { return unit() < probability; }
    /// Of mean 0 and deviation 1 (Box and Muller 1958).
    double normal() { return std::sqrt(-2 * std::log(1 - unit())) * std::cos(2 * std::numbers::pi * unit()); }
    template <class T>
    void shuffle(std::vector<T>& values) {
        for (auto left = values.size(); left > 1; --left) std::swap(values[left - 1], values[below(left)]);
    }

private:
    std::uint64_t state_ = 0;
};

}  // namespace anneal::data
