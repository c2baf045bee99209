#pragma once
// What turns one word into ids.

#include <cstdint>
#include <string_view>
#include <vector>

namespace anneal::text::tokenizer {

/// Thread-safe.
class Model {
public:
    virtual ~Model() = default;
    /// Appends the ids of `word`, which is not empty.
    virtual void encode(std::string_view word, std::vector<int32_t>& ids) const = 0;
};

}  // namespace anneal::text::tokenizer
