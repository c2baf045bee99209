#pragma once
// The stages of a project and what each has come to, in words.

#include "pages/page.h"

namespace anneal::pages {

struct Stage {
    enum class State { todo, live, done };

    State state = State::todo;
    std::string icon;  ///< while it is to do
    QString title;
    QString value;
    QString detail;
    double share = -1;  ///< of a live one; below 0: not known
    QString page, place;
};

/// Runs and data sets of the current project, newest first; what was laid aside is not among them.
std::vector<const runs::RunOverview*> projectRuns(const bridge::Services& services);
std::vector<const bridge::DatasetEntry*> projectDatasets(const bridge::Services& services);

/// Those whose pages the window has.
std::vector<Stage> projectStages(const Context& context);

}  // namespace anneal::pages
