#include "charts/plot/ink.h"

#include <algorithm>

namespace anneal::charts {
namespace {

/// Full cover of a pixel, as parts of it are counted.
constexpr QRgb kFull = 256;

/// `share` of kFull of a colour over another, which keeps what `taken` leaves. Red with blue and alpha with green at a time.
QRgb blended(QRgb below, QRgb color, QRgb taken, QRgb share) {
    constexpr QRgb kPair = 0x00FF00FF;
    const QRgb left = kFull - (taken * share >> 8);
    const auto mix = [&](QRgb over, QRgb under) { return (over * share + under * left) >> 8 & kPair; };
    return mix(color & kPair, below & kPair) | mix(color >> 8 & kPair, below >> 8 & kPair) << 8;
}

}  // namespace

Ink::Ink(QImage& image, const QColor& color, int parts, bool replaces)
    : pixels_(reinterpret_cast<QRgb*>(image.bits())),
      stride_(image.bytesPerLine() / qsizetype(sizeof(QRgb))),
      width_(image.width()),
      height_(image.height()),
      color_(qPremultiply(color.rgba())),
      taken_(replaces ? kFull : QRgb(color.alpha() + (color.alpha() >> 7))),
      parts_(parts),
      cover_(std::size_t(image.height()) + 1) {
    clear();
}

void Ink::cover(double top, double bottom) {
    top = std::clamp(top, 0.0, double(height_));
    bottom = std::clamp(bottom, 0.0, double(height_));
    if (!(bottom > top)) return;
    const int weight = int(kFull) / parts_;
    const int from = int(top), to = int(bottom);
    first_ = std::min(first_, from);
    last_ = std::max(last_, std::min(to, height_ - 1));
    ++covered_;
    solidFrom_ = std::max(solidFrom_, from + 1);
    solidTo_ = std::min(solidTo_, to);
    if (from == to) return void(cover_[std::size_t(from)] += std::uint16_t((bottom - top) * weight));
    cover_[std::size_t(from)] += std::uint16_t((from + 1 - top) * weight);
    for (int row = from + 1; row < to; ++row) cover_[std::size_t(row)] += std::uint16_t(weight);
    cover_[std::size_t(to)] += std::uint16_t((bottom - to) * weight);
}

void Ink::finishColumn(int column) {
    if (column >= tile_ + kTile) {
        layTile();
        tile_ = column / kTile * kTile;
    }
    if (last_ < first_) return;
    // Most of a line that jumps covers its pixels wholly, which needs no blending.
    const bool solid = covered_ == parts_ && taken_ == kFull && solidFrom_ < solidTo_;
    blend(column, first_, solid ? solidFrom_ : last_ + 1);
    if (solid) {
        from_[std::size_t(column - tile_)] = solidFrom_;
        to_[std::size_t(column - tile_)] = solidTo_;
        blend(column, solidTo_, last_ + 1);
    }
    std::fill(cover_.begin() + first_, cover_.begin() + last_ + 2, std::uint16_t(0));
    clear();
}

void Ink::clear() {
    first_ = height_;
    last_ = -1;
    covered_ = solidFrom_ = 0;
    solidTo_ = height_;
}

void Ink::blend(int column, int from, int to) {
    for (int row = from; row < to; ++row) {
        auto& pixel = pixels_[row * stride_ + column];
        pixel = blended(pixel, color_, taken_, std::min<QRgb>(cover_[std::size_t(row)], kFull));
    }
}

/// The rows that all columns have in common are filled across: a column's pixels lie in as many pages of memory.
void Ink::layTile() {
    const auto columns = std::size_t(std::min(kTile, width_ - tile_));
    const int from = *std::max_element(from_.begin(), from_.begin() + columns), to = *std::min_element(to_.begin(), to_.begin() + columns);
    const auto rowOf = [&](int row) { return pixels_ + row * stride_ + tile_; };
    for (int row = from; row < to; ++row) std::fill_n(rowOf(row), columns, color_);
    for (std::size_t i = 0; i < columns; ++i) {
        for (int row = from_[i]; row < std::min(to_[i], from); ++row) rowOf(row)[i] = color_;
        for (int row = std::max({from_[i], from, to}); row < to_[i]; ++row) rowOf(row)[i] = color_;
    }
    from_ = to_ = {};
}

}  // namespace anneal::charts
