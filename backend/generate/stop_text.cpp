#include "generate/stop_text.h"

#include <algorithm>
#include <utility>

namespace anneal::generate {

StopText::StopText(std::vector<std::string> stops) : stops_(std::move(stops)) { std::erase(stops_, std::string()); }

/// Bytes at the end of `pending_` that may still become a stop string.
std::size_t StopText::heldBack() const {
    std::size_t held = 0;
    for (const auto& stop : stops_)
        for (auto length = std::min(stop.size() - 1, pending_.size()); length > held; --length)
            if (pending_.ends_with(std::string_view(stop).substr(0, length))) held = length;
    return held;
}

std::string StopText::push(std::string_view piece) {
    if (matched_) return {};
    pending_ += piece;
    auto first = std::string::npos;
    for (const auto& stop : stops_) first = std::min(first, pending_.find(stop));
    matched_ = first != std::string::npos;
    const auto final = matched_ ? first : pending_.size() - heldBack();
    auto out = pending_.substr(0, final);
    pending_.erase(0, matched_ ? std::string::npos : final);
    return out;
}

std::string StopText::finish() { return std::exchange(pending_, {}); }

}  // namespace anneal::generate
