#include "studio/pages.h"

#include "pages/data/data_page.h"
#include "pages/home/home_page.h"
#include "pages/system/system_page.h"

namespace anneal::studio {

std::vector<pages::PageInfo> allPages() { return {pages::homePage(), pages::dataPage(), pages::systemPage()}; }

}  // namespace anneal::studio
