#pragma once
// Post-processors: the special tokens that frame a text.

#include <cstdint>
#include <vector>

#include "base/json.h"
#include "base/result.h"

namespace anneal::text::tokenizer {

/// Ids before and after a single sequence.
struct Frame {
    std::vector<int32_t> before, after;
    void enclose(const Frame& outer);
};

/// The frame that `post_processor` of tokenizer.json puts round one sequence; null gives an empty one.
Result<Frame> readFrame(const Json& postProcessor);

}  // namespace anneal::text::tokenizer
