#pragma once
// What `tokenizer.ggml.pre` stands for.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"

namespace anneal::text::tokenizer {

struct GgufPre {
    std::vector<std::string> patterns;  ///< each cuts the pieces of the one before, isolated
    bool ignoreMerges = false;
    bool bytes = true;  ///< byte-level; else characters with ▁ for spaces and byte fallback

    /// The components that tokenizer.json would hold.
    Json normalizer() const;
    Json preTokenizer() const;
    Json decoder() const;
};

/// nullopt for a name that is not known here; an absent name is "default".
std::optional<GgufPre> ggufPre(std::string_view name);
/// Whether a file of that type that says nothing about it puts BOS in front.
bool ggufAddsBos(std::string_view name);

}  // namespace anneal::text::tokenizer
