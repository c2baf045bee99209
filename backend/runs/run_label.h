#pragma once
// label.json in a run's folder: what people call the run, and whether they laid it aside. Neither touches what it trains.

#include <string>

#include "runs/run_directory.h"

namespace anneal::runs {

struct RunLabel {
    std::string name;  ///< empty: that of its folder
    bool archived = false;

    bool operator==(const RunLabel&) const = default;
};

std::filesystem::path labelFile(const RunDirectory& directory);
/// An empty label where there is none or it cannot be read.
RunLabel readLabel(const RunDirectory& directory);
/// An empty label takes the file away. Error "write_failed".
Status writeLabel(const RunDirectory& directory, const RunLabel& label);
/// What the run is called: its label's name, or its folder's.
std::string nameOf(const RunDirectory& directory, const RunLabel& label);

}  // namespace anneal::runs
