#include "studio/pages.h"

#include "pages/home/home_page.h"

namespace anneal::studio {

std::vector<pages::PageInfo> allPages() { return {pages::homePage()}; }

}  // namespace anneal::studio
