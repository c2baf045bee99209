#pragma once
// What runs came to, side by side, and the few sentences that say most of it.

#include "pages/runs/compare_table.h"
#include "pages/runs/live_run.h"

namespace anneal::pages {

struct Compared {
    runs::RunOverview run;
    const RunCurves* curves = nullptr;
};

/// Best eval loss, eval loss at the last step that all reached, train loss, speed, memory, time; the best of each is marked.
std::vector<CompareTable::Row> resultRows(const std::vector<Compared>& runs);
/// The last step at which every run was evaluated; none where there is none.
std::optional<std::int64_t> commonStep(const std::vector<Compared>& runs);
/// At most three sentences about the others against the first.
QStringList inShort(const std::vector<Compared>& runs);

}  // namespace anneal::pages
