#pragma once
// The keys of RUN.yaml and their values as people read them.

#include <QString>

#include "base/json.h"

namespace anneal::pages {

/// "Learning rate" for learning_rate; a key without a name of its own is its name.
QString settingName(const std::string& key);
/// Rates as 2e-4, paths by their last part, lists with commas, nothing as a dash.
QString settingValue(const std::string& key, const OrderedJson& value);

}  // namespace anneal::pages
