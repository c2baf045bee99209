#pragma once
// A plot for those who do not see it: its newest values as the description, and what the crosshair reads as the value.

namespace anneal::charts {

/// Makes Qt describe every Plot so. Calling it again does nothing.
void describePlots();

}  // namespace anneal::charts
