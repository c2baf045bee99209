#pragma once
// What a Split cuts at: a regular expression, a literal, a class of characters, or a hand-written splitter.

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "base/result.h"

namespace anneal::text::tokenizer {

/// A stretch of the text, and whether the pattern matched it or it lies between matches.
struct Stretch {
    std::size_t begin, end;
    bool match;
};

/// Appends the stretches that cover `text` in order; empty ones may occur. Thread-safe.
class Pattern {
public:
    virtual ~Pattern() = default;
    virtual void find(std::string_view text, std::vector<Stretch>& stretches) const = 0;
};

/// A regular expression in Oniguruma's syntax (what tokenizer.json holds), run by PCRE2's JIT; the common ones are
/// answered by hand-written code. Error "tokenizer_unsupported" if PCRE2 cannot compile it.
Result<std::unique_ptr<Pattern>> regexPattern(const std::string& expression);
std::unique_ptr<Pattern> literalPattern(std::string literal);
/// A component's field `pattern`: {"Regex": …} or {"String": …}.
Result<std::unique_ptr<Pattern>> readPattern(const Json& component);
/// Each character for which `test` holds is a match of its own.
std::unique_ptr<Pattern> charPattern(std::function<bool(char32_t)> test);

}  // namespace anneal::text::tokenizer
