#pragma once
// The pages of the window, in the order of the rail.

#include "pages/page.h"

namespace anneal::studio {

std::vector<pages::PageInfo> allPages();

}  // namespace anneal::studio
