#pragma once
// Scroll bars, sliders, progress bars and splitters.

#include <QStyleOption>

namespace anneal::theme::style {

void drawScrollBar(const QStyleOptionSlider& option, QPainter& painter);
QRect scrollBarPart(const QStyleOptionSlider& option, QStyle::SubControl part);

void drawSlider(const QStyleOptionSlider& option, QPainter& painter);
QRect sliderPart(const QStyleOptionSlider& option, QStyle::SubControl part);

void drawProgress(const QStyleOptionProgressBar& option, QPainter& painter);
void drawSplitter(const QStyleOption& option, QPainter& painter);

constexpr int kScrollBarWidth = 12;
constexpr int kProgressHeight = 4;
constexpr int kSliderHandle = 14;
constexpr int kSliderThickness = 20;
constexpr int kSplitterWidth = 5;

}  // namespace anneal::theme::style
