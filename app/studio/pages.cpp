#include "studio/pages.h"

#include "pages/chat/chat_page.h"
#include "pages/data/data_page.h"
#include "pages/export/export_page.h"
#include "pages/home/home_page.h"
#include "pages/models/models_page.h"
#include "pages/runs/runs_page.h"
#include "pages/system/system_page.h"
#include "pages/train/train_page.h"

namespace anneal::studio {

std::vector<pages::PageInfo> allPages() {
    return {pages::homePage(), pages::dataPage(), pages::modelsPage(), pages::trainPage(),
            pages::runsPage(), pages::chatPage(), pages::exportPage(), pages::systemPage()};
}

}  // namespace anneal::studio
