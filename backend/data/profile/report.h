#pragma once
// A profile as one HTML file that needs nothing beside it: light or dark as the reader's system is.

#include <filesystem>
#include <string>

#include "data/profile.h"

namespace anneal::data {

/// `title` names the data set. Fonts are the reader's, colours those of the window's theme. Error "resource_missing".
Result<std::string> profileReport(const Dataset& dataset, const Profile& profile, const std::string& title);

}  // namespace anneal::data
