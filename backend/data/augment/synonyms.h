#pragma once
// Words that can stand for a word: in English from WordNet, in Chinese from CC-CEDICT.

#include <memory>
#include <shared_mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "data/augment/wordnet.h"

namespace anneal::data {

class Synonyms {
public:
    /// Error "synonyms_missing".
    static Result<Synonyms> open();
    /// In order, each once, never the word itself; none for a word that only holds a sentence together (isFunctionWord) or that is in
    /// neither lexicon. Any thread.
    std::shared_ptr<const std::vector<std::string>> of(std::string_view word, bool han) const;

private:
    /// What was looked up: few words make up most of any text.
    struct Memory {
        std::shared_mutex mutex;
        std::unordered_map<std::string, std::shared_ptr<const std::vector<std::string>>> words;
    };
    Synonyms(WordNet english, SortedLines chinese) : english_(std::move(english)), chinese_(std::move(chinese)) {}
    std::vector<std::string> lookUp(std::string_view word, bool han) const;
    WordNet english_;
    SortedLines chinese_;
    std::unique_ptr<Memory> memory_ = std::make_unique<Memory>();
};

/// English and Chinese words that only hold a sentence together: articles, pronouns, prepositions, auxiliaries, particles. They have
/// no synonyms here: "it" is no abbreviation of information technology, "can" no tin.
bool isFunctionWord(std::string_view word);

}  // namespace anneal::data
