#pragma once
// Data: what is imported, cleaned, looked at and divided. Its places: "list" (or nothing), "import", and a data set's id.

#include "pages/page.h"

namespace anneal::pages {

PageInfo dataPage();

}  // namespace anneal::pages
