#pragma once
// How long a text is, in the unit that a limit is given in, and where to cut it.

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "data/clean/parameter.h"
#include "text/tokenizer.h"

namespace anneal::data {

class LengthMeter {
public:
    /// `unit`: "characters" (code points), "words" (each CJK character is one) or "tokens" of the tokenizer at `path`.
    /// Errors: those of Tokenizer::load; "parameter_invalid" for tokens without a tokenizer.
    static Result<LengthMeter> create(const std::string& unit, const std::string& tokenizerPath);
    /// From the parameters "unit" and "tokenizer".
    static Result<LengthMeter> create(const Settings& settings);

    const std::string& unit() const { return unit_; }
    /// Any thread.
    std::int64_t measure(std::string_view text) const;
    /// The longest front of the text, in bytes, that measures at most `most`; with `wholeWords` it ends between words unless that
    /// would cost more than half of it.
    std::size_t cut(std::string_view text, std::int64_t most, bool wholeWords) const;

private:
    std::string unit_;
    std::shared_ptr<const text::Tokenizer> tokenizer_;
};

/// The parameters that create() reads.
Parameter lengthUnitParameter();
Parameter lengthTokenizerParameter();

}  // namespace anneal::data
