#include "data/profile/correlations.h"

#include <algorithm>
#include <cmath>

namespace anneal::data {

CoMoments::CoMoments(std::size_t columns) : columns_(columns), pairs_(columns * columns) {}

void CoMoments::add(const std::vector<std::optional<double>>& row) {
    for (std::size_t i = 0; i < columns_; ++i) {
        if (!row[i]) continue;
        for (std::size_t j = i + 1; j < columns_; ++j) {
            if (!row[j]) continue;
            auto& pair = pairs_[i * columns_ + j];
            ++pair.rows;
            const double one = *row[i] - pair.meanOne, other = *row[j] - pair.meanOther;
            pair.meanOne += one / double(pair.rows);
            pair.meanOther += other / double(pair.rows);
            pair.squaresOne += one * (*row[i] - pair.meanOne);
            pair.squaresOther += other * (*row[j] - pair.meanOther);
            pair.products += one * (*row[j] - pair.meanOther);
        }
    }
}

void CoMoments::merge(const CoMoments& other) {
    for (std::size_t i = 0; i < pairs_.size(); ++i) {
        auto& a = pairs_[i];
        const auto& b = other.pairs_[i];
        if (b.rows == 0) continue;
        const double rows = double(a.rows + b.rows), share = double(b.rows) / rows;
        const double one = b.meanOne - a.meanOne, two = b.meanOther - a.meanOther;
        const double weight = double(a.rows) * share;
        a.squaresOne += b.squaresOne + one * one * weight;
        a.squaresOther += b.squaresOther + two * two * weight;
        a.products += b.products + one * two * weight;
        a.meanOne += one * share;
        a.meanOther += two * share;
        a.rows += b.rows;
    }
}

std::optional<double> CoMoments::Pair::correlation() const {
    if (rows < 3 || squaresOne <= 0 || squaresOther <= 0) return {};
    return std::clamp(products / std::sqrt(squaresOne * squaresOther), -1.0, 1.0);
}

}  // namespace anneal::data
