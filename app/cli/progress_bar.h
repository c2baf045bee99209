#pragma once

#include <string>

namespace anneal::cli {

/// "██████░░░░" of 24 cells, `share` of them full.
inline std::string progressBar(double share) {
    constexpr int kWidth = 24;
    std::string drawn;
    for (int i = 0; i < kWidth; ++i) drawn += i < int(share * kWidth + 0.5) ? "█" : "░";
    return drawn;
}

}  // namespace anneal::cli
