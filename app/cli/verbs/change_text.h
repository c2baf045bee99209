#pragma once
// A changed cell on one line for a person.

#include <optional>
#include <string>

namespace anneal::cli {

/// "… were taking [-caxxed-]{+called+} beta …": what goes, what comes, and a little of what stands around.
std::string changeText(const std::optional<std::string>& before, const std::optional<std::string>& after);

}  // namespace anneal::cli
