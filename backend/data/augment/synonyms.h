#pragma once
// Words that can stand for a word: in English from WordNet, in Chinese from CC-CEDICT.

#include <string>
#include <string_view>
#include <vector>

#include "data/augment/wordnet.h"

namespace anneal::data {

class Synonyms {
public:
    /// Error "synonyms_missing".
    static Result<Synonyms> open();
    /// In order, each once, never the word itself; none for a word that only holds a sentence together (isFunctionWord) or that is in
    /// neither lexicon. Any thread.
    std::vector<std::string> of(std::string_view word, bool han) const;

private:
    Synonyms(WordNet english, SortedLines chinese) : english_(std::move(english)), chinese_(std::move(chinese)) {}
    WordNet english_;
    SortedLines chinese_;
};

/// English and Chinese words that only hold a sentence together: articles, pronouns, prepositions, auxiliaries, particles. They have
/// no synonyms here: "it" is no abbreviation of information technology, "can" no tin.
bool isFunctionWord(std::string_view word);

}  // namespace anneal::data
