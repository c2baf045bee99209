#include "charts/scene.h"

#include <bit>
#include <cmath>

#include "charts/data/spans.h"

namespace anneal::charts {
namespace {

constexpr double kRoom = 0.05;
constexpr std::size_t kSamples = 256;
constexpr double kOutermost = 0.02;  ///< of the samples, at either end
constexpr double kSpikeRoom = 0.75;  ///< beyond the other samples, as a share of what they span

/// A little more at both ends, by the axis' own measure.
Range withRoom(const Extremes& found, Scale scale) {
    if (scale == Scale::log) {
        if (found.empty()) return {0.1, 10};
        const double factor = std::max(std::pow(found.high / found.low, kRoom), 1.05);
        return {found.low / factor, found.high * factor};
    }
    if (found.empty()) return {0, 1};
    const double size = found.high - found.low;
    const double room = size > 0 ? size * kRoom : std::max(std::abs(found.high) * kRoom, 1e-9);
    const double low = found.low - room;
    return {found.low >= 0 ? std::max(0.0, low) : low, found.high + room};
}

/// The extremes of values that lie under a smooth line: a spike may not flatten that line, so it is left out where it stands far
/// beyond a sample of the others.
Extremes withoutSpikes(const Track& values, std::size_t first, std::size_t last) {
    const auto whole = values.extremes(first, last);
    const std::size_t stride = std::bit_ceil((last - first) / kSamples + 1);
    std::vector<double> samples;
    // The same points for every stretch that holds them, so that the axis stands still while one pans.
    for (std::size_t i = (first + stride - 1) / stride * stride; i < last; i += stride)
        if (std::isfinite(values[i])) samples.push_back(values[i]);
    if (samples.empty()) return whole;
    std::ranges::sort(samples);
    const auto outer = std::size_t(double(samples.size()) * kOutermost);
    const double low = samples[outer], high = samples[samples.size() - 1 - outer];
    const double room = (high - low) * kSpikeRoom;
    Extremes found;
    found.add(std::max(whole.low, low - room));
    found.add(std::min(whole.high, high + room));
    return found;
}

}  // namespace

bool Scene::isEmpty() const {
    return std::ranges::all_of(lines, [](const Line& line) { return line.look.planned || line.series->empty(); });
}

const Track& Scene::track(Line& line) {
    if (!isSmooth(line)) return line.series->values();
    line.means.setWeight(smoothing);
    return line.means.of(*line.series);
}

std::optional<Range> Scene::extent() const {
    std::optional<Range> found;
    for (const auto& line : lines) {
        if (line.series->empty()) continue;
        const double first = line.series->x(axis, 0), last = line.series->x(axis, line.series->size() - 1);
        found = found ? Range{std::min(found->low, first), std::max(found->high, last)} : Range{first, last};
    }
    if (!found) return found;
    if (end) found->high = std::max(found->high, end->along(axis));
    // An axis from the beginning, unless the beginning is far away.
    if (found->low > 0 && found->low < 0.1 * found->high) found->low = 0;
    if (!(found->size() > 0)) found->high = found->low + 1;
    return found;
}

std::optional<double> Scene::newest() const {
    std::optional<double> found;
    for (const auto& line : lines) {
        if (line.look.planned || line.series->empty()) continue;
        const double last = line.series->x(axis, line.series->size() - 1);
        found = std::max(found.value_or(last), last);
    }
    return found;
}

Range Scene::values(const Range& x) {
    Extremes shown;
    for (auto& line : lines) {
        if (line.hidden) continue;
        auto [first, last] = within(*line.series, axis, x);
        // The neighbours outside pull the line towards them.
        if (first > 0 && first < line.series->size()) --first;
        last = std::min(last + 1, line.series->size());
        const auto& raw = line.series->values();
        if (scale == Scale::log) {
            shown.add(track(line).positiveExtremes(first, last));
            if (isSmooth(line)) shown.add(raw.positiveExtremes(first, last));
        } else {
            shown.add(track(line).extremes(first, last));
            if (isSmooth(line)) shown.add(withoutSpikes(raw, first, last));
        }
    }
    for (const auto& reference : references)
        if (scale == Scale::linear || reference.value > 0) shown.add(reference.value);
    auto range = withRoom(shown, scale);
    if (floor && (scale == Scale::linear || *floor > 0)) range.low = *floor;
    if (ceiling) range.high = *ceiling;
    if (!(range.size() > 0)) range.high = scale == Scale::log ? range.low * 10 : range.low + 1;
    return range;
}

std::size_t Scene::leftOut(const Range& x) const {
    std::size_t count = 0;
    for (const auto& line : lines) {
        if (line.hidden || line.look.planned) continue;
        const auto [first, last] = within(*line.series, axis, x);
        count += line.series->values().countNotPositive(first, last);
    }
    return count;
}

}  // namespace anneal::charts
