#pragma once
// The curves of a run in words: their names and units.

#include "charts/unit.h"
#include "pages/runs/run_curves.h"

namespace anneal::pages {

/// "Train", "Eval": as the legend of a run's own chart has it.
QString lineName(RunCurves::Curve curve);
/// "Train loss", "Learning rate": as a chart's title has it.
QString curveTitle(RunCurves::Curve curve);
charts::Unit curveUnit(RunCurves::Curve curve);

}  // namespace anneal::pages
