#pragma once
// Splitting pieces at a pattern, with the five things that can become of a delimiter.

#include <memory>

#include "text/tokenizer/pre_tokenizer.h"

namespace anneal::text::tokenizer {

enum class SplitBehavior { removed, isolated, mergedWithPrevious, mergedWithNext, contiguous };

std::unique_ptr<const PreTokenizer> splitter(std::unique_ptr<const Pattern> pattern, SplitBehavior behavior, bool invert);
/// The field `behavior`; Isolated if absent.
Result<SplitBehavior> readBehavior(const Json& component);

}  // namespace anneal::text::tokenizer
