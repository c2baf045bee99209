#pragma once
// Steps that replace wrong spellings of values by right ones, which they have found among all rows.

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "data/clean/step.h"

namespace anneal::data {

/// One spelling to replace: in a column, in rows of a group (0: in all).
struct Repair {
    std::int32_t column = 0;  ///< index among the step's columns
    std::uint64_t group = 0;
    std::string from, to;
};

class Repairs {
public:
    void add(Repair repair);
    /// The right spelling; null if there is nothing to replace.
    const std::string* find(std::int32_t column, std::uint64_t group, std::string_view value) const;
    bool empty() const { return repairs_.empty(); }
    Result<Knowledge> knowledge() const;
    Status recall(const Knowledge& knowledge);

private:
    std::vector<Repair> repairs_;
    std::unordered_multimap<std::uint64_t, std::size_t> index_;
};

/// True if `value` can be a misspelling of `right`: its digits are the same. What 9x was is anyone's guess, and 97 is not 98.
bool mayBeMisspelt(std::string_view value, std::string_view right);

}  // namespace anneal::data
