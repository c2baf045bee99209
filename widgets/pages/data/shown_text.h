#pragma once
// Cells as a table shows them: one line, no longer than anyone reads there, with what a recipe changed marked.

#include <string_view>
#include <vector>

#include "controls/marked_text.h"

namespace anneal::pages {

inline constexpr int kShownCharacters = 240;

/// One line of the text's beginning; line ends and tabs become visible signs.
QString shownLine(std::string_view text);
/// What `after` has instead of `before`, added words marked as `mark`; with `removed`, what went stands beside it.
std::vector<controls::TextPart> shownChange(std::string_view before, std::string_view after, controls::TextPart::Mark mark, bool removed);
/// `text` with those words marked that the other side has not.
std::vector<controls::TextPart> shownSide(std::string_view before, std::string_view after, bool showsBefore);
/// A figure of a column's values: whole ones without digits after the point, and those that may be years without a divider.
QString shownNumber(double value);
QString plainText(const std::vector<controls::TextPart>& parts);

}  // namespace anneal::pages
