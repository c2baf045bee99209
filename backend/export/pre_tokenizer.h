#pragma once
// How a tokenizer.json splits text before BPE, as the name that llama.cpp gives to the same splitting.

#include <string>

#include "base/json.h"

namespace anneal::exporting {

/// `tokenizer` is the parsed tokenizer.json of a byte-level BPE. The answer is the value of tokenizer.ggml.pre.
/// Error "pre_tokenizer_unknown" where llama.cpp has no splitting with this definition.
Result<std::string> ggufPreTokenizer(const Json& tokenizer);

}  // namespace anneal::exporting
