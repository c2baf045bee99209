#pragma once
// Stop strings in text that arrives piece by piece.

#include <string>
#include <string_view>
#include <vector>

namespace anneal::generate {

/// Hands text on as soon as it cannot be the start of a stop string any more.
class StopText {
public:
    explicit StopText(std::vector<std::string> stops);

    /// The text that is final now. After a match nothing more is: what stood before the stop string was the end.
    std::string push(std::string_view piece);
    /// What was held back, at the end of the answer.
    std::string finish();
    bool matched() const { return matched_; }

private:
    std::size_t heldBack() const;
    std::vector<std::string> stops_;
    std::string pending_;
    bool matched_ = false;
};

}  // namespace anneal::generate
