#include "shell/fuzzy.h"

#include <algorithm>
#include <vector>

namespace anneal::shell {
namespace {

constexpr int kLetter = 1;
constexpr int kInRow = 6;
constexpr int kWordStart = 8;
constexpr int kTextStart = 4;
constexpr int kNever = -1'000'000;

bool startsWord(const QString& text, int at) {
    if (at == 0) return true;
    const QChar before = text[at - 1], here = text[at];
    if (!before.isLetterOrNumber()) return true;
    return (before.isLower() && here.isUpper()) || (before.isLetter() && here.isDigit());
}

}  // namespace

std::optional<Match> fuzzyMatch(const QString& pattern, const QString& text) {
    QString wanted;
    for (const QChar letter : pattern)
        if (!letter.isSpace()) wanted += letter.toCaseFolded();
    const int letters = int(wanted.size()), width = int(text.size());
    if (letters == 0) return Match{};
    if (letters > width) return {};

    // best[i][j]: the best score with letter i at place j; from[i][j]: the place of letter i - 1 then.
    std::vector best(letters, std::vector(width, kNever)), from(letters, std::vector(width, -1));
    for (int i = 0; i < letters; ++i) {
        int bestBefore = kNever, bestPlace = -1;
        for (int j = i; j < width; ++j) {
            if (i > 0 && j > 0 && best[i - 1][j - 1] > bestBefore) {
                bestBefore = best[i - 1][j - 1];
                bestPlace = j - 1;
            }
            if (text[j].toCaseFolded() != wanted[i]) continue;
            const int here = kLetter + (startsWord(text, j) ? kWordStart : 0) + (j == 0 ? kTextStart : 0);
            if (i == 0) {
                best[i][j] = here;
                continue;
            }
            const int inRow = best[i - 1][j - 1] + kInRow;
            const bool joins = inRow >= bestBefore;
            if (bestBefore > kNever || inRow > 0) {
                best[i][j] = here + std::max(bestBefore, inRow);
                from[i][j] = joins ? j - 1 : bestPlace;
            }
        }
    }
    const auto& last = best.back();
    const auto end = std::ranges::max_element(last);
    if (*end < 0) return {};
    Match match{.score = *end - width / 8};  // of two equal ones the shorter
    for (int i = letters - 1, j = int(end - last.begin()); i >= 0; j = from[i--][j]) match.places.prepend(j);
    return match;
}

}  // namespace anneal::shell
