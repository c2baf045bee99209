#include "data/detect/edit_distance.h"

#include <algorithm>
#include <vector>

#include <unicode/utf8.h>

namespace anneal::data {
namespace {

std::vector<UChar32> charactersOf(std::string_view text) {
    std::vector<UChar32> characters;
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    for (std::int32_t at = 0; at < std::int32_t(text.size());) {
        UChar32 c;
        U8_NEXT(bytes, at, std::int32_t(text.size()), c);
        characters.push_back(c);
    }
    return characters;
}

}  // namespace

std::optional<std::size_t> editDistance(std::string_view a, std::string_view b, std::size_t most) {
    const auto x = charactersOf(a), y = charactersOf(b);
    const auto far = most + 1;
    if (std::max(x.size(), y.size()) - std::min(x.size(), y.size()) > most) return {};
    // Only cells within `most` of the diagonal can stay within it.
    std::vector<std::size_t> row(y.size() + 1);
    for (std::size_t j = 0; j <= y.size(); ++j) row[j] = std::min(j, far);
    for (std::size_t i = 1; i <= x.size(); ++i) {
        const auto begin = i > most ? i - most : 1, end = std::min(y.size(), i + most);
        auto diagonal = row[begin - 1];
        row[begin - 1] = begin == 1 ? std::min(i, far) : far;
        auto best = row[begin - 1];
        for (auto j = begin; j <= end; ++j) {
            const auto above = j == i + most ? far : row[j];
            const auto cell = std::min({above + 1, row[j - 1] + 1, diagonal + (x[i - 1] != y[j - 1]), far});
            diagonal = row[j];
            row[j] = cell;
            best = std::min(best, cell);
        }
        if (best > most) return {};
    }
    return row[y.size()] <= most ? std::optional(row[y.size()]) : std::nullopt;
}

}  // namespace anneal::data
