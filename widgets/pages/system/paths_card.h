#pragma once
// Where things lie: each path with a way to copy it and to see it in the file manager.

#include "controls/card.h"
#include "pages/host.h"

namespace anneal::pages {

controls::Card* makePathsCard(Host& host);

}  // namespace anneal::pages
