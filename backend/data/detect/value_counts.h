#pragma once
// How often each value occurs, with bounded memory.

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace anneal::data {

struct ValueCount {
    std::string value;
    std::int64_t count = 0;  ///< exact, or a lower bound
};

/// Exact while at most `most` values differ. Beyond that rare values are given up (Misra and Gries 1982, pruned by the median as in
/// Anderson et al. 2017): counts are then short by at most missing(). The outcome depends on the order of the values.
class ValueCounts {
public:
    explicit ValueCounts(std::size_t most = 1 << 16) : most_(most) {}
    void add(std::string_view value, std::int64_t times = 1);
    void add(const ValueCounts& other);

    bool exact() const { return missing_ == 0; }
    std::int64_t missing() const { return missing_; }
    std::int64_t total() const { return total_; }
    std::size_t kept() const { return counts_.size(); }
    std::int64_t countOf(const std::string& value) const;
    /// The most frequent first; of equally frequent ones in byte order.
    std::vector<ValueCount> top(std::size_t count) const;

private:
    void prune();
    std::size_t most_;
    std::unordered_map<std::string, std::int64_t> counts_;
    std::int64_t missing_ = 0, total_ = 0;
};

}  // namespace anneal::data
