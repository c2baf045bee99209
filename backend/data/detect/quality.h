#pragma once
// Signs of poor text, each a number: the rules of Gopher (Rae et al. 2021, table A1) and C4 (Raffel et al. 2020, section 2.2).

#include <array>
#include <optional>
#include <string_view>

namespace anneal::data {

enum class Signal {
    words,
    wordLength,        ///< mean characters a word; words of Chinese and Japanese not counted
    symbols,           ///< '#' and "…" a word
    alphabetic,        ///< share of words with a letter
    stopWords,         ///< how many of eight common English words occur
    bulletLines,       ///< share of lines that begin with a bullet
    ellipsisLines,     ///< share of lines that end with an ellipsis
    endedLines,        ///< share of lines that end with a sentence
    repeatedLines,     ///< share of lines that were there before
    repeatedLineText,  ///< share of characters in such lines
    topTwo,            ///< share of characters in the most frequent pair of words
    topThree,
    topFour,
    repeatedFive,  ///< share of characters in runs of five words that were there before
    braces,        ///< '{' and '}': code, or a template that was not filled in
    loremIpsum,    ///< how often the printer's filler text begins
};
inline constexpr std::size_t kSignals = std::size_t(Signal::loremIpsum) + 1;

/// A bound that poor text breaks.
struct QualityRule {
    std::string_view name;  ///< "max_symbols"
    Signal signal;
    bool least;      ///< the bound is the least good value, else the most
    double bound;    ///< as published
    bool always;     ///< applies to texts of a few words as well
    bool byDefault;  ///< asked for unless told otherwise
    std::string_view reason;
};
extern const std::array<QualityRule, 18> kQualityRules;

using Signals = std::array<std::optional<double>, kSignals>;  ///< nothing where the text has none to measure
/// Any thread.
Signals measureQuality(std::string_view text);

bool breaks(const QualityRule& rule, double bound, const Signals& signals);

}  // namespace anneal::data
