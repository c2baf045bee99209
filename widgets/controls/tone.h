#pragma once
// What a chip, a message or a bar says at a glance; a word or an icon always stands beside the colour.

#include <string_view>

#include "theme/tokens.h"

namespace anneal::controls {

enum class Tone { neutral, accent, success, warning, danger };

theme::Role textRole(Tone tone);
theme::Role subtleRole(Tone tone);
theme::Role fillRole(Tone tone);
std::string_view iconOf(Tone tone);

}  // namespace anneal::controls
