#pragma once
// A text or a list of tokens as words that can be replaced, moved, taken out and put in, while entities stay whole and their labels
// right.

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace anneal::data {

using ByteRange = std::pair<std::size_t, std::size_t>;  ///< begin, end; `end` not included

class WordSequence {
public:
    /// Entities may overlap and need not end where words do; what overlaps is one entity.
    static WordSequence ofText(std::string_view text, std::vector<ByteRange> entities = {});
    /// Tokens with another tag than "O" are entities; those without a letter or a digit are no words.
    static WordSequence ofTokens(const std::vector<std::string>& tokens, const std::vector<std::string>& tags);

    /// Indices of the words that are in no entity, in order.
    const std::vector<std::size_t>& words() const { return words_; }
    std::string_view word(std::size_t index) const { return units_[index].text; }
    bool han(std::size_t index) const { return units_[index].han; }
    /// Indices before which a word can be put: anywhere but within an entity or at the end.
    std::vector<std::size_t> gaps() const;

    /// Written as the old word was: "Buy" for "buy" becomes "Purchase".
    void replace(std::size_t index, std::string_view text);
    void swap(std::size_t a, std::size_t b);
    /// Before the unit, which moves up by one, as all that follow.
    void insert(std::size_t index, std::string_view text);
    /// Takes out words given by ascending indices.
    void erase(const std::vector<std::size_t>& indices);

    std::string text() const;
    /// Tokens and their tags; a token of several words becomes several.
    std::pair<std::vector<std::string>, std::vector<std::string>> tokens() const;
    /// By how many bytes the entity that began at byte `begin` of the text has moved.
    std::int64_t shiftOf(std::size_t begin) const;

private:
    struct Unit {
        std::string gap;  ///< what stands before it
        std::string text, tag;
        bool han = false, entity = false, word = false;
        bool fresh = false;              ///< put in
        std::size_t begin = 0, end = 0;  ///< bytes of the text at first
    };
    void index();
    std::vector<Unit> units_;
    std::vector<std::size_t> words_;
    std::string tail_;
    bool tokens_ = false;
};

}  // namespace anneal::data
