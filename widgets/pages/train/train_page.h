#pragma once
// Train: what is being made up and the presets, and the wizard that makes a run. Places: "new"; "draft/ID" and "draft/ID/STEP"
// (from 0), where the ID of a draft is that of its document.

#include "pages/page.h"

namespace anneal::pages {

PageInfo trainPage();

}  // namespace anneal::pages
