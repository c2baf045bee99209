#pragma once
// Chat: two models side by side, or one. Its places: empty, the conversation; "cases"; "trial", the blind comparison; "history"; a
// run's id, which stands against its base; a model's folder or a GGUF file.

#include "pages/page.h"

namespace anneal::pages {

PageInfo chatPage();

}  // namespace anneal::pages
