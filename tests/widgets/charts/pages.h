#pragma once
// Pages of charts as the window shows them, for pictures.

#include <QWidget>

namespace anneal::test {

QWidget* makeRunPage();      ///< a run that is under way: its loss and four small charts
QWidget* makeComparePage();  ///< the evaluations of four runs against the first
QWidget* makeStatesPage();   ///< log axis, zoomed, many runs, empty, busy

}  // namespace anneal::test
