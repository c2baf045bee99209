#pragma once
// Texts brought to a common form before they are compared.

#include <string>
#include <string_view>

namespace anneal::data {

struct Folding {
    enum class Space { keep, collapse, remove };
    bool ignoreCase = false;  ///< Unicode simple case folding
    Space space = Space::keep;
    bool ignorePunctuation = false;

    bool operator==(const Folding&) const = default;
};

/// Appends the folded text. White space at both ends goes where it is collapsed.
void fold(std::string_view text, const Folding& folding, std::string& out);

}  // namespace anneal::data
