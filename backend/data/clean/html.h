#pragma once
// The text of an HTML fragment.

#include <string>
#include <string_view>

namespace anneal::data {

enum class Links { drop, text, markdown };  ///< the link's words go, stay, or become [words](address)

/// True if the text holds a tag or an entity of HTML: "a < b" does not, nor does <think>.
bool looksLikeHtml(std::string_view text);

/// What a browser would show: scripts and comments gone, blocks on lines of their own, entities as characters. Tags that HTML does not
/// know (<think>, <|im_end|>) and an <image> without attributes, which stands for a picture, stay as they are.
std::string htmlText(std::string_view html, Links links);

}  // namespace anneal::data
