#pragma once
// Decoders: from vocabulary spellings back to text.

#include <memory>
#include <string>
#include <vector>

#include "base/json.h"
#include "base/result.h"

namespace anneal::text::tokenizer {

/// Rewrites the list of token texts. Thread-safe.
class Decoder {
public:
    virtual ~Decoder() = default;
    virtual void apply(std::vector<std::string>& tokens) const = 0;
};

using Decoders = std::vector<std::unique_ptr<const Decoder>>;

/// The chain that `decoder` of tokenizer.json describes; null gives an empty chain.
Result<Decoders> readDecoders(const Json& decoder);

/// The chain's text; without decoders the tokens stand apart by spaces, as `tokenizers` has it.
std::string decodeTokens(const Decoders& chain, std::vector<std::string> tokens);

}  // namespace anneal::text::tokenizer
