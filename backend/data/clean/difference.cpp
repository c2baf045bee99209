#include "data/clean/difference.h"

#include <algorithm>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace anneal::data {
namespace {

constexpr std::size_t kAnchor = 8;  // bytes that must agree for two texts to have met again
constexpr std::size_t kReach = 24;  // how far to look for them

bool isWordByte(char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

bool continues(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

enum class Sort { word, blank, single };

Sort sortOf(UChar32 c) {
    if (c >= 0 && u_isUWhiteSpace(c)) return Sort::blank;
    if (c >= 0 && u_isalnum(c) && !u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC)) return Sort::word;
    return Sort::single;
}

/// Words, gaps, and every other character by itself.
std::vector<std::string_view> piecesOf(std::string_view text) {
    std::vector<std::string_view> pieces;
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto size = std::int32_t(text.size());
    std::int32_t begin = 0;
    Sort last = Sort::single;
    for (std::int32_t at = 0; at < size;) {
        const auto start = at;
        UChar32 c;
        U8_NEXT(bytes, at, size, c);
        const auto sort = sortOf(c);
        if (start > begin && (sort != last || sort == Sort::single)) {
            pieces.push_back(text.substr(std::size_t(begin), std::size_t(start - begin)));
            begin = start;
        }
        last = sort;
    }
    if (begin < size) pieces.push_back(text.substr(std::size_t(begin)));
    return pieces;
}

using Pieces = std::vector<std::string_view>;

/// For each of `a`, then of `b`, whether it is part of the longest common subsequence; nothing if more than `most` are not.
bool commonPieces(const Pieces& a, const Pieces& b, std::size_t most, std::vector<bool>& inA, std::vector<bool>& inB) {
    const auto n = std::ptrdiff_t(a.size()), m = std::ptrdiff_t(b.size());
    const auto limit = std::ptrdiff_t(std::min(most, a.size() + b.size()));
    std::vector<std::vector<std::ptrdiff_t>> history;
    std::vector<std::ptrdiff_t> reach(std::size_t(2 * limit + 2), 0);
    const auto at = [&](std::vector<std::ptrdiff_t>& row, std::ptrdiff_t k) -> std::ptrdiff_t& { return row[std::size_t(k + limit)]; };
    std::ptrdiff_t edits = -1;
    for (std::ptrdiff_t d = 0; d <= limit && edits < 0; ++d) {
        history.push_back(reach);
        for (auto k = -d; k <= d; k += 2) {
            auto x = k == -d || (k != d && at(reach, k - 1) < at(reach, k + 1)) ? at(reach, k + 1) : at(reach, k - 1) + 1;
            auto y = x - k;
            while (x < n && y < m && a[std::size_t(x)] == b[std::size_t(y)]) ++x, ++y;
            at(reach, k) = x;
            if (x >= n && y >= m) edits = d;
        }
    }
    if (edits < 0) return false;
    inA.assign(a.size(), false);
    inB.assign(b.size(), false);
    auto x = n, y = m;
    for (auto d = edits; d >= 0; --d) {
        auto& row = history[std::size_t(d)];
        const auto k = x - y;
        const bool down = d > 0 && (k == -d || (k != d && at(row, k - 1) < at(row, k + 1)));
        const auto fromK = d == 0 ? k : down ? k + 1 : k - 1;
        const auto fromX = d == 0 ? 0 : at(row, fromK);
        const auto fromY = d == 0 ? 0 : fromX - fromK;
        const auto afterX = d == 0 ? 0 : down ? fromX : fromX + 1;
        while (x > afterX) {
            --x, --y;
            inA[std::size_t(x)] = inB[std::size_t(y)] = true;
        }
        x = fromX;
        y = fromY;
    }
    return true;
}

bool isGap(std::string_view piece) { return sortOf(static_cast<unsigned char>(piece.front())) == Sort::blank; }

/// A gap between two changes is part of them: "Anna Lind" → "[NAME]" is one change, not two.
void joinOverGaps(const Pieces& a, const Pieces& b, std::vector<bool>& inA, std::vector<bool>& inB) {
    for (std::size_t i = 0, j = 0;; ++i, ++j) {
        const auto beginA = i, beginB = j;
        for (;;) {
            while (i < a.size() && !inA[i]) ++i;
            while (j < b.size() && !inB[j]) ++j;
            if (i == a.size()) break;
            const bool changedBefore = i > beginA || j > beginB;
            const bool changedBehind = (i + 1 < a.size() && !inA[i + 1]) || (j + 1 < b.size() && !inB[j + 1]);
            if (!isGap(a[i]) || !changedBefore || !changedBehind) break;
            inA[i++] = inB[j++] = false;
        }
        for (auto x = i, y = j; x > beginA && y > beginB && a[x - 1] == b[y - 1];) inA[--x] = inB[--y] = true;
        if (i == a.size()) return;
    }
}

class Spans {
public:
    void add(DiffSpan::Kind kind, std::size_t begin, std::size_t size) {
        if (size == 0) return;
        if (!spans_.empty() && spans_.back().kind == kind && spans_.back().begin + spans_.back().size == begin)
            spans_.back().size += size;
        else
            spans_.push_back({kind, begin, size});
    }
    std::vector<DiffSpan> take() { return std::move(spans_); }

private:
    std::vector<DiffSpan> spans_;
};

/// A hull that ends inside a word grows to the word's ends, so that the difference reads well.
Hull wholeWords(Hull hull, std::string_view before, std::string_view after) {
    const auto cut = [](std::string_view text, std::size_t at) {
        return at > 0 && at < text.size() && isWordByte(text[at - 1]) && isWordByte(text[at]);
    };
    while (cut(before, hull.at) || cut(after, hull.at)) {
        --hull.at;
        ++hull.removed;
        ++hull.inserted;
    }
    while (cut(before, hull.at + hull.removed) || cut(after, hull.at + hull.inserted)) {
        ++hull.removed;
        ++hull.inserted;
    }
    return hull;
}

}  // namespace

Hull hullOf(std::string_view before, std::string_view after) {
    const auto shorter = std::min(before.size(), after.size());
    std::size_t front =
        std::size_t(std::mismatch(before.begin(), before.begin() + std::ptrdiff_t(shorter), after.begin()).first - before.begin());
    while (front > 0 && ((front < before.size() && continues(before[front])) || (front < after.size() && continues(after[front])))) --front;
    std::size_t back = 0;
    while (back < shorter - front && before[before.size() - 1 - back] == after[after.size() - 1 - back]) ++back;
    while (back > 0 && continues(before[before.size() - back])) --back;
    return {front, before.size() - front - back, after.size() - front - back};
}

std::vector<Hull> stretchesOf(std::string_view before, std::string_view after) {
    // Both ends are compared first, so that what remains begins and ends with a difference.
    const auto whole = hullOf(before, after);
    const auto beforeEnd = whole.at + whole.removed, afterEnd = whole.at + whole.inserted;
    std::vector<Hull> stretches;
    auto i = whole.at, j = whole.at;
    const auto meets = [&](std::size_t x, std::size_t y) {
        if (x == beforeEnd || y == afterEnd) return x == beforeEnd && y == afterEnd;
        if (continues(before[x]) || continues(after[y])) return false;
        const auto rest = std::min({kAnchor, beforeEnd - x, afterEnd - y});
        return rest == std::min(kAnchor, std::max(beforeEnd - x, afterEnd - y)) && before.compare(x, rest, after, y, rest) == 0;
    };
    while (i < beforeEnd || j < afterEnd) {
        Hull stretch{i, beforeEnd - i, afterEnd - j};
        for (std::size_t steps = 1; steps <= kReach; ++steps) {
            for (std::size_t removed = 0; removed <= steps; ++removed) {
                const auto inserted = steps - removed;
                if (i + removed > beforeEnd || j + inserted > afterEnd || !meets(i + removed, j + inserted)) continue;
                stretch.removed = removed;
                stretch.inserted = inserted;
                steps = kReach;
                break;
            }
        }
        stretches.push_back(stretch);
        i += stretch.removed;
        j += stretch.inserted;
        while (i < beforeEnd && j < afterEnd && before[i] == after[j]) ++i, ++j;
        while (i > stretch.at + stretch.removed && ((i < beforeEnd && continues(before[i])) || (j < afterEnd && continues(after[j]))))
            --i, --j;
    }
    return stretches;
}

std::vector<DiffSpan> diffSpans(std::string_view before, std::string_view after, std::size_t mostEdits) {
    const auto hull = wholeWords(hullOf(before, after), before, after);
    Spans spans;
    spans.add(DiffSpan::Kind::same, 0, hull.at);
    const auto a = piecesOf(before.substr(hull.at, hull.removed));
    const auto b = piecesOf(after.substr(hull.at, hull.inserted));
    std::vector<bool> inA, inB;
    if (!commonPieces(a, b, mostEdits, inA, inB)) {
        spans.add(DiffSpan::Kind::removed, hull.at, hull.removed);
        spans.add(DiffSpan::Kind::added, hull.at, hull.inserted);
    } else {
        joinOverGaps(a, b, inA, inB);
        auto x = hull.at, y = hull.at;
        for (std::size_t i = 0, j = 0; i < a.size() || j < b.size();) {
            if (i < a.size() && !inA[i]) {
                spans.add(DiffSpan::Kind::removed, x, a[i].size());
                x += a[i++].size();
            } else if (j < b.size() && !inB[j]) {
                spans.add(DiffSpan::Kind::added, y, b[j].size());
                y += b[j++].size();
            } else {
                spans.add(DiffSpan::Kind::same, x, a[i].size());
                x += a[i++].size();
                y += b[j++].size();
            }
        }
    }
    spans.add(DiffSpan::Kind::same, hull.at + hull.removed, before.size() - hull.at - hull.removed);
    return spans.take();
}

}  // namespace anneal::data
