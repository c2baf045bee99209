#pragma once
// Every control and its states on pages of 1440 × 900, to be looked at beside the design's pictures.

#include <QWidget>

namespace anneal::test {

QWidget* makePartsPage();
QWidget* makeRowsPage();
QWidget* makeFloatsPage();

/// Rings every widget that was marked with this property, as if the keyboard had led there.
inline constexpr auto kFocused = "focused";
void showFocus(QWidget& page);

}  // namespace anneal::test
