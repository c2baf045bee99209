#pragma once
// The offline switch: one for the window and the command line, kept as a file in the data folder.

#include "base/result.h"

namespace anneal::base {

bool isOffline();
Status setOffline(bool offline);
/// Before anything that leaves this machine. Error "offline" says what was not done.
Status requireNetwork(std::string_view what);

}  // namespace anneal::base
