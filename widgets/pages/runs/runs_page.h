#pragma once
// Runs: all of them, one of them live, or some of them side by side. Places: "all", a run's id, "compare/ID,ID,…".

#include "pages/page.h"

namespace anneal::pages {

PageInfo runsPage();

}  // namespace anneal::pages
