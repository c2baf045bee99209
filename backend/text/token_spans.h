#pragma once
// Which tokens show which bytes of a text.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "text/tokenizer.h"

namespace anneal::text {

/// Holds views of the text and the ids it was made from: they must outlive it.
class TokenSpans {
public:
    /// `ids` is tokenizer.encode(text).
    TokenSpans(const Tokenizer& tokenizer, std::string_view text, std::span<const std::int32_t> ids);

    /// Tokens [first, last) that show any byte of [begin, end) of the text; a token across an edge counts.
    std::pair<std::size_t, std::size_t> covering(std::size_t begin, std::size_t end) const;
    /// The bytes that token `index` shows; an empty view if a normalizer changed the text so that they cannot be told.
    std::string_view shown(std::size_t index) const;

private:
    struct Span {
        std::size_t begin, end;
    };
    bool follow(std::string_view text);
    std::size_t agreeing(std::size_t end) const;

    const Tokenizer& tokenizer_;
    std::string_view text_;
    std::span<const std::int32_t> ids_;
    std::vector<Span> spans_;  ///< empty where the spellings do not lead through the text
};

}  // namespace anneal::text
