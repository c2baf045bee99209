#pragma once
// The texts inside JSON text: every string value but keys and role names ({"role":"user"}), found without building a tree.

#include <functional>
#include <string>
#include <string_view>

namespace anneal::data {

/// Writes the new value to `out` (empty when called) and says whether it differs.
using TextEdit = std::function<bool(std::string_view text, std::string& out)>;

/// Calls `visit` with each text. What is not JSON has none.
void visitJsonTexts(std::string_view json, const std::function<void(std::string_view)>& visit);

/// Writes the JSON with each text edited to `out`, all else as it was, and says whether any differs.
bool editJsonTexts(std::string_view json, const TextEdit& edit, std::string& out);

}  // namespace anneal::data
