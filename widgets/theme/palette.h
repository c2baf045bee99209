#pragma once
// Qt's own palette from the tokens, for what Qt draws itself: text selections, placeholders, rich text, native dialogs.

#include <QPalette>

#include "theme/tokens.h"

namespace anneal::theme {

QPalette makePalette(const EnumArray<Role, QColor>& colors);

}  // namespace anneal::theme
