#include "export/divergence.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace anneal::exporting {
namespace {

double logSumExp(std::span<const float> row, float largest) {
    double sum = 0;
    for (const float logit : row) sum += std::exp(double(logit) - largest);
    return largest + std::log(sum);
}

}  // namespace

void Divergence::add(std::span<const float> reference, std::span<const float> other, std::size_t vocab) {
    for (std::size_t start = 0; start + vocab <= reference.size(); start += vocab) {
        const auto p = reference.subspan(start, vocab), q = other.subspan(start, vocab);
        const auto bestP = std::ranges::max_element(p), bestQ = std::ranges::max_element(q);
        agreed_ += bestP - p.begin() == bestQ - q.begin();
        const double normP = logSumExp(p, *bestP), normQ = logSumExp(q, *bestQ);
        double kl = 0;
        for (std::size_t i = 0; i < vocab; ++i) {
            const double difference = std::fabs(double(p[i]) - q[i]);
            if (!(difference <= maxDifference_))
                maxDifference_ = std::isfinite(difference) ? difference : std::numeric_limits<double>::infinity();
            const double logP = p[i] - normP;
            kl += std::exp(logP) * (logP - (q[i] - normQ));
        }
        klSum_ += std::isfinite(kl) ? std::max(kl, 0.0) : std::numeric_limits<double>::infinity();
        ++positions_;
    }
}

}  // namespace anneal::exporting
