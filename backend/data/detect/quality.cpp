#include "data/detect/quality.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include <unicode/uchar.h>
#include <unicode/utf8.h>
#include <xxhash.h>

#include "base/text.h"
#include "data/texts.h"
#include "data/words.h"

namespace anneal::data {
namespace {

struct Word {
    std::string_view text;
    std::int64_t characters = 0;
    std::uint64_t hash = 0;
    bool ideograph = false;
    bool letters = false;
};

bool holdsLetter(std::string_view word) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(word.data());
    for (std::int32_t at = 0; at < std::int32_t(word.size());) {
        UChar32 c;
        U8_NEXT(bytes, at, std::int32_t(word.size()), c);
        if (c >= 0 && u_isalpha(c)) return true;
    }
    return false;
}

std::vector<Word> wordsOf(std::string_view text) {
    std::vector<Word> words;
    forEachWord(text, [&](std::string_view word, bool ideograph) {
        words.push_back({word, characterCount(word), XXH3_64bits(word.data(), word.size()), ideograph, ideograph || holdsLetter(word)});
    });
    return words;
}

/// Lines that hold something, without blanks at their ends.
std::vector<std::string_view> linesOf(std::string_view text) {
    std::vector<std::string_view> lines;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        if (const auto line = base::trim(text.substr(at, end - at)); !line.empty()) lines.push_back(line);
        at = end + 1;
    }
    return lines;
}

template <std::size_t Count>
bool startsWithAny(std::string_view text, const std::array<std::string_view, Count>& fronts) {
    return std::any_of(fronts.begin(), fronts.end(), [&](auto front) { return text.starts_with(front); });
}
template <std::size_t Count>
bool endsWithAny(std::string_view text, const std::array<std::string_view, Count>& ends) {
    return std::any_of(ends.begin(), ends.end(), [&](auto end) { return text.ends_with(end); });
}

std::size_t occurrences(std::string_view text, std::string_view of) {
    std::size_t count = 0;
    for (auto at = text.find(of); at != std::string_view::npos; at = text.find(of, at + of.size())) ++count;
    return count;
}

class Measurement {
public:
    explicit Measurement(std::string_view text) : text_(text), words_(wordsOf(text)), lines_(linesOf(text)) {}

    Signals run() {
        set(Signal::words, double(words_.size()));
        set(Signal::braces, double(std::count_if(text_.begin(), text_.end(), [](char c) { return c == '{' || c == '}'; })));
        set(Signal::loremIpsum, double(occurrences(base::toLower(text_), "lorem ipsum")));
        if (words_.empty()) return signals_;
        measureWords();
        measureLines();
        set(Signal::topTwo, topShare(2));
        set(Signal::topThree, topShare(3));
        set(Signal::topFour, topShare(4));
        set(Signal::repeatedFive, repeatedShare(5));
        return signals_;
    }

private:
    void set(Signal signal, double value) { signals_[std::size_t(signal)] = value; }

    void measureWords() {
        static constexpr std::array<std::string_view, 8> stops = {"the", "be", "to", "of", "and", "that", "have", "with"};
        std::size_t letters = 0, spelt = 0;
        std::int64_t characters = 0;
        std::array<bool, stops.size()> met{};
        for (const auto& word : words_) {
            letters += word.letters;
            if (word.ideograph) continue;
            ++spelt;
            characters += word.characters;
            if (word.text.size() > 4) continue;
            const auto stop = std::find(stops.begin(), stops.end(), base::toLower(word.text));
            if (stop != stops.end()) met[std::size_t(stop - stops.begin())] = true;
        }
        const auto count = double(words_.size());
        // Chinese and Japanese have no words between blanks whose length or frequency would tell anything.
        if (2 * spelt > words_.size()) {
            set(Signal::wordLength, double(characters) / double(spelt));
            set(Signal::stopWords, double(std::count(met.begin(), met.end(), true)));
        }
        set(Signal::alphabetic, double(letters) / count);
        set(Signal::symbols, double(occurrences(text_, "#") + occurrences(text_, "...") + occurrences(text_, "…")) / count);
    }

    void measureLines() {
        static constexpr std::array<std::string_view, 8> bullets = {"- ", "* ", "• ", "●", "▪", "■", "·", "‣"};
        static constexpr std::array<std::string_view, 2> ellipses = {"...", "…"};
        static constexpr std::array<std::string_view, 12> ends = {".", "!", "?", "\"", "”", "’", "。", "！", "？", "」", "』", "…"};
        std::unordered_set<std::string_view> seen;
        std::size_t bullet = 0, ellipsis = 0, ended = 0, repeated = 0, characters = 0, repeatedCharacters = 0;
        for (const auto line : lines_) {
            bullet += startsWithAny(line, bullets);
            ellipsis += endsWithAny(line, ellipses);
            ended += endsWithAny(line, ends);
            characters += line.size();
            if (seen.insert(line).second) continue;
            ++repeated;
            repeatedCharacters += line.size();
        }
        const auto count = double(lines_.size());
        set(Signal::bulletLines, double(bullet) / count);
        set(Signal::ellipsisLines, double(ellipsis) / count);
        set(Signal::endedLines, double(ended) / count);
        set(Signal::repeatedLines, double(repeated) / count);
        set(Signal::repeatedLineText, double(repeatedCharacters) / double(characters));
    }

    std::uint64_t hashOf(std::size_t first, std::size_t size) const {
        std::uint64_t hash = 0;
        for (std::size_t i = first; i < first + size; ++i) hash = hash * 0x9FB21C651E98DF25u + words_[i].hash;
        return hash;
    }
    std::int64_t charactersOf(std::size_t first, std::size_t size) const {
        std::int64_t characters = 0;
        for (std::size_t i = first; i < first + size; ++i) characters += words_[i].characters;
        return characters;
    }

    /// Share of the words' characters that are in the most frequent run of `size` words, if it occurs more than once.
    double topShare(std::size_t size) const {
        if (words_.size() < size) return 0;
        std::unordered_map<std::uint64_t, std::pair<std::int64_t, std::int64_t>> runs;  // times, characters each
        std::int64_t most = 0, times = 0;
        for (std::size_t i = 0; i + size <= words_.size(); ++i) {
            auto& run = runs[hashOf(i, size)];
            if (run.first++ == 0) run.second = charactersOf(i, size);
            if (run.first > 1 && (run.first > times || (run.first == times && run.first * run.second > most))) {
                times = run.first;
                most = run.first * run.second;
            }
        }
        return std::min(1.0, double(most) / double(charactersOf(0, words_.size())));
    }

    /// Share of the words' characters that are in a run of `size` words that was there before.
    double repeatedShare(std::size_t size) const {
        std::unordered_set<std::uint64_t> seen;
        std::size_t counted = 0;
        std::int64_t repeated = 0;
        for (std::size_t i = 0; i + size <= words_.size(); ++i) {
            if (seen.insert(hashOf(i, size)).second) continue;
            for (counted = std::max(counted, i); counted < i + size; ++counted) repeated += words_[counted].characters;
        }
        return double(repeated) / double(charactersOf(0, words_.size()));
    }

    std::string_view text_;
    std::vector<Word> words_;
    std::vector<std::string_view> lines_;
    Signals signals_{};
};

}  // namespace

const std::array<QualityRule, 18> kQualityRules = {{
    {"min_words", Signal::words, true, 50, true, false, "Fewest words"},
    {"max_words", Signal::words, false, 100000, true, true, "Most words"},
    {"min_word_length", Signal::wordLength, true, 3, false, true, "Shortest mean word, in characters; not of Chinese and Japanese"},
    {"max_word_length", Signal::wordLength, false, 10, false, true, "Longest mean word, in characters; not of Chinese and Japanese"},
    {"max_symbols", Signal::symbols, false, 0.1, false, true, "Most hash signs and ellipses a word"},
    {"min_alphabetic", Signal::alphabetic, true, 0.8, false, true, "Smallest share of words with a letter"},
    {"min_stop_words", Signal::stopWords, true, 2, false, false, "Fewest of the words the, be, to, of, and, that, have, with"},
    {"max_bullet_lines", Signal::bulletLines, false, 0.9, false, true, "Largest share of lines that begin with a bullet"},
    {"max_ellipsis_lines", Signal::ellipsisLines, false, 0.3, false, true, "Largest share of lines that end with an ellipsis"},
    {"min_ended_lines", Signal::endedLines, true, 0.5, false, false, "Smallest share of lines that end with a sentence"},
    {"max_repeated_lines", Signal::repeatedLines, false, 0.3, false, true, "Largest share of lines that repeat an earlier one"},
    {"max_repeated_line_text", Signal::repeatedLineText, false, 0.2, false, true, "Largest share of characters in repeated lines"},
    {"max_top_2gram", Signal::topTwo, false, 0.2, false, true, "Largest share of characters in the most frequent pair of words"},
    {"max_top_3gram", Signal::topThree, false, 0.18, false, true, "Largest share of characters in the most frequent three words in a row"},
    {"max_top_4gram", Signal::topFour, false, 0.16, false, true, "Largest share of characters in the most frequent four words in a row"},
    {"max_repeated_5grams", Signal::repeatedFive, false, 0.15, false, true,
     "Largest share of characters in five words in a row that came before"},
    {"max_braces", Signal::braces, false, 0, true, false, "Most curly brackets"},
    {"max_lorem_ipsum", Signal::loremIpsum, false, 0, true, true, "How often the filler text \"lorem ipsum\" may begin"},
}};

Signals measureQuality(std::string_view text) { return Measurement(text).run(); }

bool breaks(const QualityRule& rule, double bound, const Signals& signals) {
    const auto& value = signals[std::size_t(rule.signal)];
    return value && (rule.least ? *value < bound : *value > bound);
}

}  // namespace anneal::data
