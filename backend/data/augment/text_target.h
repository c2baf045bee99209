#pragma once
// A column whose words are varied, with the labels that its words have in another one.

#include <functional>

#include "data/augment/row_copies.h"
#include "data/augment/word_sequence.h"
#include "data/shape.h"

namespace anneal::data {

using VaryWords = std::function<void(WordSequence&)>;

class TextTarget {
public:
    /// Column `column` of the mapping's rows: a text, texts within JSON, or a text or tokens with labelled entities.
    static Result<TextTarget> of(const arrow::Schema& schema, const Mapping& mapping, int column);
    /// Adds the cells that `vary` changes; none where the row has no text or its labels cannot be read. Any thread.
    void vary(const arrow::Table& rows, std::int64_t row, const VaryWords& vary, Cells& cells) const;

private:
    void varyTokens(std::string_view tokens, const std::string& tags, const VaryWords& vary, Cells& cells) const;
    void varySpans(std::string_view text, const std::string& spans, const VaryWords& vary, Cells& cells) const;
    int column_ = 0, labels_ = -1;
    bool json_ = false;
    Mapping mapping_;  ///< where there are labels
};

}  // namespace anneal::data
