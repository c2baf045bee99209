#pragma once
// What stands around the lines: grid, the x axis, the words at the ticks.

#include "charts/plot/axes.h"
#include "charts/plot/ticks.h"
#include "theme/tokens.h"

namespace anneal::charts {

struct Frame {
    std::vector<Tick> x, y;
    bool verticals = true;  ///< grid lines at the ticks of x too
};

constexpr int kTickGap = 8;  ///< between an axis and its words

/// What the words need at the left and the bottom.
int leftMargin(const Frame& frame);
int bottomMargin();

void drawGrid(QPainter& painter, const Axes& axes, const Frame& frame);
/// The words at the ends move inwards rather than out of `whole`.
void drawAxes(QPainter& painter, const Axes& axes, const Frame& frame, const QRectF& whole);
/// Small words on a ground of their own, through which nothing shines that was drawn before.
void drawNote(QPainter& painter, const QRectF& box, const QString& text, theme::Role ink);

}  // namespace anneal::charts
