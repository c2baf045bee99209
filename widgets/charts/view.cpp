#include "charts/view.h"

#include <algorithm>

namespace anneal::charts {
namespace {

/// The smallest piece of the whole that can be seen: one point of ten million.
constexpr double kDeepest = 1e-7;

}  // namespace

Range View::range() const {
    switch (mode_) {
        case Mode::all: break;
        case Mode::fixed: return clamped(chosen_);
        case Mode::tail: return clamped({newest_ - chosen_.size(), newest_});
    }
    return whole_;
}

void View::setExtent(const QObject* chart, const Range& extent, double newest) {
    auto& known = extents_[chart];
    if (known.range == extent && known.newest == newest) return;
    known = {extent, newest};
    unite();
}

void View::forget(const QObject* chart) {
    if (extents_.erase(chart) > 0) unite();
}

void View::zoom(double factor, double about) {
    const Range now = range();
    show({about - (about - now.low) * factor, about + (now.high - about) * factor});
}

void View::pan(double by) {
    if (mode_ == Mode::all) return;
    const Range now = range();
    show({now.low + by, now.high + by});
}

void View::show(const Range& range) {
    const Range next = clamped(range);
    mode_ = next == whole_ ? Mode::all : Mode::fixed;
    chosen_ = next;
    Q_EMIT changed();
}

void View::followNewest() {
    chosen_ = range();
    mode_ = Mode::tail;
    Q_EMIT changed();
}

void View::showAll() {
    mode_ = Mode::all;
    Q_EMIT changed();
}

void View::convert(XAxis axis, const std::function<double(double)>& to) {
    if (axis == axis_) return;
    axis_ = axis;
    if (mode_ != Mode::all) chosen_ = {to(chosen_.low), to(chosen_.high)};
    // What the charts told was along the other axis.
    extents_.clear();
}

/// Within the whole, and no smaller than what can be told apart.
Range View::clamped(Range range) const {
    const double size = std::clamp(range.size(), whole_.size() * kDeepest, whole_.size());
    const double low = std::clamp(range.low - (size - range.size()) / 2, whole_.low, whole_.high - size);
    return size == whole_.size() ? whole_ : Range{low, low + size};
}

void View::unite() {
    if (extents_.empty()) return;
    const Range before = range();
    whole_ = extents_.begin()->second.range;
    newest_ = extents_.begin()->second.newest;
    for (const auto& [chart, extent] : extents_) {
        whole_ = {std::min(whole_.low, extent.range.low), std::max(whole_.high, extent.range.high)};
        newest_ = std::max(newest_, extent.newest);
    }
    if (range() != before) Q_EMIT changed();
}

}  // namespace anneal::charts
