#pragma once
// Colour laid on an image column by column, each column's pixels as far as they are covered.

#include <array>
#include <vector>

#include <QImage>

namespace anneal::charts {

class Ink {
public:
    /// `image` is ARGB32_Premultiplied. A column comes in `parts` of its width. Where `replaces`, the colour takes the place of
    /// what lies below rather than being laid over it.
    Ink(QImage& image, const QColor& color, int parts, bool replaces);
    ~Ink() { layTile(); }
    Ink(const Ink&) = delete;
    Ink& operator=(const Ink&) = delete;

    /// The next part of the column is covered from `top` to `bottom`, in pixels from the image's top.
    void cover(double top, double bottom);
    /// Lays what was covered. Columns come from the left.
    void finishColumn(int column);

private:
    static constexpr int kTile = 16;  ///< columns in one line of the processor's cache

    void clear();
    void blend(int column, int from, int to);
    void layTile();

    QRgb* pixels_;
    qsizetype stride_;
    int width_, height_;
    QRgb color_;
    QRgb taken_;  ///< how much of what lies below goes where a pixel is covered wholly
    int parts_;
    std::vector<std::uint16_t> cover_;  ///< of each row; one more than there are, for a stretch may end at the last one's end
    int first_, last_;                  ///< rows that are covered at all
    int covered_;                       ///< parts of the column that are covered anywhere
    int solidFrom_, solidTo_;           ///< rows that every part covers wholly
    int tile_ = 0;                      ///< the first column of those whose solid rows wait to be laid together
    std::array<int, kTile> from_{}, to_{};
};

}  // namespace anneal::charts
