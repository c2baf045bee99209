#pragma once
// How series are told apart: colour and dash by number. After the last colour they repeat with longer dashes.

#include <QPainter>

namespace anneal::charts {

/// In the theme in force.
QColor seriesColor(std::size_t number);
/// Lengths drawn and left out, in pixels; empty: solid.
QList<qreal> seriesDash(std::size_t number);
/// Wide in pixels, with the dash of the number.
QPen seriesPen(std::size_t number, qreal width);

/// A piece of the line in the middle of `rect`, for legends and readings.
void drawSample(QPainter& painter, const QRectF& rect, std::size_t number, const QColor& color);

}  // namespace anneal::charts
