#pragma once
// Home: where one left off, the runs of late, what needs a decision. It has no places.

#include "pages/page.h"

namespace anneal::pages {

PageInfo homePage();

}  // namespace anneal::pages
