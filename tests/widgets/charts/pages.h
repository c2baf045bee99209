#pragma once
// Pages of charts as the window shows them, for pictures.

#include <QWidget>

#include "charts/chart.h"
#include "controls/card.h"

namespace anneal::test {

QWidget* makeRunPage();      ///< a run that is under way: its loss and four small charts
QWidget* makeComparePage();  ///< the evaluations of four runs against the first
QWidget* makeKindsPage();    ///< a legend below, a log axis, time and tokens, a zoom, many runs at once
QWidget* makeCountsPage();   ///< histograms and confusion matrices
QWidget* makeFacesPage();    ///< empty, busy and stopped by an error

/// `chart` on a card of its own.
inline QWidget* onCard(QWidget* chart, int padding) {
    auto* card = new controls::Card(padding);
    card->body().addWidget(chart);
    return card;
}

}  // namespace anneal::test
