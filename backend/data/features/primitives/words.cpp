#include <algorithm>
#include <cctype>
#include <cmath>

#include "data/features/primitives/families.h"

namespace anneal::data::features {
namespace {

/// Between spaces, tabs and line ends, what is more than ASCII punctuation.
double wordCount(std::string_view text) {
    double count = 0;
    bool within = false;
    for (const char c : text) {
        const bool gap = c == ' ' || c == '\n' || c == '\t';
        if (gap) within = false;
        if (gap || within || std::ispunct(static_cast<unsigned char>(c))) continue;
        within = true;
        ++count;
    }
    return count;
}

double characterCount(std::string_view text) {
    return double(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

template <double (*measure)(std::string_view)>
void texts(const Rows& rows, std::span<double> out) {
    for (std::size_t i = 0; i < out.size(); ++i)
        out[i] = std::isnan(rows.first[i]) ? kNone : measure((*rows.words)[std::size_t(rows.first[i])]);
}

}  // namespace

std::vector<Primitive> wordPrimitives() {
    const Kind text = {Meaning::text};
    return {
        {"num_characters", "How long a text is", "characters of {}", {{text}}, kCounted, nullptr, texts<characterCount>, Integers::always},
        {"num_words", "How many words a text has", "words of {}", {{text}}, kCounted, nullptr, texts<wordCount>, Integers::always},
    };
}

}  // namespace anneal::data::features
