#pragma once
// The window's faces. Set-up makes them from packaged fonts; without them the system's faces serve.

#include <filesystem>

#include <QFont>

#include "theme/tokens.h"

namespace anneal::theme {

/// Where set-up put the faces: beside the installed program, else in the prefix that the build used.
std::filesystem::path fontFolder();

/// Makes every face in `folder` known to Qt. Returns how many there were; none is no failure.
int loadFaces(const std::filesystem::path& folder);

/// The font of a text style at a weight; pixel sizes, so that they follow the display's scale.
QFont makeFont(const Tokens& tokens, TextStyle style, Weight weight);

}  // namespace anneal::theme
