#pragma once
// System: what this machine can do, what it should have, what fills its disk, and how the window looks and speaks.
// Places: "doctor", "hardware", "storage", "general", "shortcuts", "licences".

#include "pages/page.h"

namespace anneal::pages {

PageInfo systemPage();

}  // namespace anneal::pages
