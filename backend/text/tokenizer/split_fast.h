#pragma once
// Hand-written equivalents of the split patterns that most models use.

#include <memory>
#include <string_view>

#include "text/tokenizer/pattern.h"

namespace anneal::text::tokenizer {

/// GPT-2's pattern, which ByteLevel carries implicitly.
extern const char* const kGpt2Pattern;
/// The patterns of tiktoken's cl100k kind: Llama 3 and Qwen2.
extern const char* const kLlama3Pattern;
extern const char* const kQwen2Pattern;

/// The hand-written splitter that equals `expression`, or null.
std::unique_ptr<Pattern> fastPattern(std::string_view expression);

}  // namespace anneal::text::tokenizer
