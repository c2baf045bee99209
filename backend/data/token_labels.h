#pragma once
// Rows of the tokens shape as labelled spans or tagged tokens, however they were written.

#include <functional>
#include <string>
#include <vector>

#include "base/json.h"
#include "base/result.h"
#include "data/shape.h"

namespace anneal::data {

struct LabelledSpan {
    std::int64_t begin = 0, end = 0;  ///< characters (code points), `end` not included
    std::string label;
    bool operator==(const LabelledSpan&) const = default;
};

struct TokenLabels {
    std::vector<std::string> tokens, tags;  ///< of equal number, where the row has tokens
    std::string text;                       ///< where the row has a text
    std::vector<LabelledSpan> spans;        ///< of the text, in order
};

/// Reads token and tag lists; spans as {"start","end","label"}, [start, end, label], or CLUENER's {label: {words: [[start, last]]}}.
/// Error "row_invalid": the lists differ in length, a span lies outside the text, or nothing of this is there.
Result<TokenLabels> toTokenLabels(const Mapping& mapping, const OrderedJson& row, std::int64_t number);

/// Moves every span that toTokenLabels reads, as it was written: by how many characters is asked by where it begins.
void moveSpans(OrderedJson& labels, const std::function<std::int64_t(std::int64_t begin)>& shift);

}  // namespace anneal::data
