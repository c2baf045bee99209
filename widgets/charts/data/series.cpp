#include "charts/data/series.h"

namespace anneal::charts {

void Series::append(Place place, double value) {
    if (!empty() && place.step <= steps_.back()) {
        const std::size_t kept = firstAt(XAxis::step, double(place.step));
        steps_.cut(kept);
        seconds_.cut(kept);
        tokens_.cut(kept);
        values_.cut(kept);
        ++rewound_;
    }
    steps_.append(place.step);
    seconds_.append(seconds_.empty() ? place.seconds : std::max(place.seconds, seconds_.back()));
    tokens_.append(tokens_.empty() ? place.tokens : std::max(place.tokens, tokens_.back()));
    values_.append(value);
}

double Series::x(XAxis axis, std::size_t i) const {
    switch (axis) {
        case XAxis::step: return double(steps_[i]);
        case XAxis::time: return seconds_[i];
        case XAxis::tokens: break;
    }
    return double(tokens_[i]);
}

std::size_t Series::firstAt(XAxis axis, double x, std::size_t first, std::size_t last, std::size_t guess) const {
    switch (axis) {
        case XAxis::step: return steps_.lowerBound(x, first, last, guess);
        case XAxis::time: return seconds_.lowerBound(x, first, last, guess);
        case XAxis::tokens: break;
    }
    return tokens_.lowerBound(x, first, last, guess);
}

std::size_t Series::nearest(XAxis axis, double x) const {
    const std::size_t after = firstAt(axis, x);
    if (after == 0) return 0;
    if (after == size()) return size() - 1;
    return x - this->x(axis, after - 1) <= this->x(axis, after) - x ? after - 1 : after;
}

}  // namespace anneal::charts
