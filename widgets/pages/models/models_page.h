#pragma once
// Models: those on this machine and those that can be fetched, and each with its configuration, template and tokenizer. Places: a
// model's name.

#include "pages/page.h"

namespace anneal::pages {

PageInfo modelsPage();

}  // namespace anneal::pages
