#pragma once
// Pearson's correlation of every pair of columns, in one pass.

#include <cstdint>
#include <optional>
#include <vector>

namespace anneal::data {

class CoMoments {
public:
    explicit CoMoments(std::size_t columns = 0);
    /// A row's numbers; a pair counts where both are there.
    void add(const std::vector<std::optional<double>>& row);
    /// As if its rows had come here (Chan, Golub and LeVeque 1979).
    void merge(const CoMoments& other);

    struct Pair {
        std::int64_t rows = 0;
        double meanOne = 0, meanOther = 0;
        double squaresOne = 0, squaresOther = 0, products = 0;  ///< of distances from the means
        /// Nothing where a column does not vary, or there are fewer than three rows.
        std::optional<double> correlation() const;
    };
    const Pair& pair(std::size_t one, std::size_t other) const { return pairs_[one * columns_ + other]; }

private:
    std::size_t columns_;
    std::vector<Pair> pairs_;  ///< columns² of which those above the diagonal are used
};

}  // namespace anneal::data
