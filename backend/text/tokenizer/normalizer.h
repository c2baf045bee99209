#pragma once
// Normalizers: what happens to the text before it is split, as tokenizer.json names them.

#include <memory>
#include <string>
#include <vector>

#include "base/json.h"
#include "base/result.h"

namespace anneal::text::tokenizer {

/// Rewrites valid UTF-8 in place. Thread-safe.
class Normalizer {
public:
    virtual ~Normalizer() = default;
    virtual void apply(std::string& text) const = 0;
};

using Normalizers = std::vector<std::unique_ptr<const Normalizer>>;

/// The chain that `normalizer` of tokenizer.json describes; null gives an empty chain.
Result<Normalizers> readNormalizers(const Json& normalizer);

/// SentencePiece's remove_extra_whitespaces: runs of spaces become one, none at the ends.
std::unique_ptr<const Normalizer> spaceCollapser();

void normalize(const Normalizers& chain, std::string& text);

}  // namespace anneal::text::tokenizer
