#pragma once
// Export: a run's model as files that were compared before they bear their name. Its places: empty; a run's id, or a model's folder,
// which is then the source.

#include "pages/page.h"

namespace anneal::pages {

PageInfo exportPage();

}  // namespace anneal::pages
