#include "data/augment/word_sequence.h"
#include "data/augment/segments.h"

#include <gtest/gtest.h>

using namespace anneal;
using data::WordSequence;

namespace {

std::vector<std::string> wordsOf(std::string_view text) {
    std::vector<std::string> words;
    for (const auto& place : data::wordPlaces(text)) words.emplace_back(text.substr(place.begin, place.end - place.begin));
    return words;
}

std::string without(std::string_view text, std::vector<std::size_t> words) {
    auto sequence = WordSequence::ofText(text);
    sequence.erase(words);
    return sequence.text();
}

}  // namespace

TEST(Words, end_at_blanks_and_signs_but_not_within_numbers_and_contractions) {
    EXPECT_EQ(wordsOf("Don't pay $1,250.75 (well-known), état."),
              (std::vector<std::string>{"Don't", "pay", "1,250.75", "well-known", "état"}));
    EXPECT_EQ(wordsOf("- 'quoted' -"), (std::vector<std::string>{"quoted"}));
    EXPECT_TRUE(wordsOf(" …! ").empty());
    EXPECT_TRUE(wordsOf("").empty());
}

TEST(Words, of_chinese_are_those_of_the_dictionary) {
    EXPECT_EQ(wordsOf("供应商应当提供合同。ABC公司"), (std::vector<std::string>{"供应", "商", "应当", "提供", "合同", "ABC", "公司"}));
}

TEST(Words, that_go_leave_no_double_blanks_and_no_lone_blank_before_a_sign) {
    EXPECT_EQ(without("the quick brown fox", {1}), "the brown fox");
    EXPECT_EQ(without("a big, red dog.", {1}), "a, red dog.");
    EXPECT_EQ(without("a big dog.", {2}), "a big.");
    EXPECT_EQ(without("a big dog", {2}), "a big");
    EXPECT_EQ(without("Hello, world", {0}), "world");
    EXPECT_EQ(without("see (big dog) run", {1}), "see (dog) run");
    EXPECT_EQ(without("公司提供合同。", {1}), "公司合同。");
    EXPECT_EQ(without("one two three four", {0, 1, 3}), "three");
}

TEST(Words, put_in_are_written_as_their_language_is) {
    auto english = WordSequence::ofText("pay now.");
    english.insert(1, "promptly");
    EXPECT_EQ(english.text(), "pay promptly now.");
    auto chinese = WordSequence::ofText("提供合同");
    chinese.insert(1, "协议");
    EXPECT_EQ(chinese.text(), "提供协议合同");
    auto capital = WordSequence::ofText("Buy it, BUY it");
    capital.replace(0, "purchase");
    capital.replace(2, "purchase");
    EXPECT_EQ(capital.text(), "Purchase it, PURCHASE it");
}

TEST(Words, within_entities_are_none_and_entities_know_where_they_went) {
    const std::string text = "Ms Ada Lovelace met John Smith Jr today";
    const auto ada = text.find("Ada"), john = text.find("John"), smith = text.find("Smith");
    auto words = WordSequence::ofText(text, {{ada, ada + 12}, {john, john + 10}, {smith, smith + 8}});
    ASSERT_EQ(words.words().size(), 3u) << "Ms, met, today";
    EXPECT_EQ(words.word(words.words()[1]), "met");
    words.insert(0, "Dear");
    words.erase({words.words()[2]});
    EXPECT_EQ(words.text(), "Dear Ms Ada Lovelace John Smith Jr today");
    EXPECT_EQ(words.text().substr(ada + std::size_t(words.shiftOf(ada)), 12), "Ada Lovelace");
    EXPECT_EQ(words.text().substr(smith + std::size_t(words.shiftOf(smith)), 8), "Smith Jr");
}

TEST(Words, cut_by_an_entity_stay_with_it) {
    // The dictionary's words need not end where an annotator's do.
    const std::string text = "北京市长";
    for (std::size_t begin = 0; begin < text.size(); begin += 3) {
        for (auto end = begin + 3; end <= text.size(); end += 3) {
            auto words = WordSequence::ofText(text, {{begin, end}});
            EXPECT_EQ(words.text(), text);
            words.erase(words.words());
            EXPECT_NE(words.text().find(text.substr(begin, end - begin)), std::string::npos);
            EXPECT_EQ(words.text().substr(std::size_t(std::int64_t(begin) + words.shiftOf(begin)), end - begin),
                      text.substr(begin, end - begin));
        }
    }
}

TEST(Words, of_token_lists_keep_their_tags) {
    auto words = WordSequence::ofTokens({"Mr", "John", "Smith", "ate", "."}, {"O", "B-PER", "I-PER", "O", "O"});
    EXPECT_EQ(words.words(), (std::vector<std::size_t>{0, 3}));
    EXPECT_EQ(words.gaps(), (std::vector<std::size_t>{0, 1, 3, 4})) << "not within the entity";
    words.replace(3, "dined out");
    words.insert(1, "old");
    const auto [tokens, tags] = words.tokens();
    EXPECT_EQ(tokens, (std::vector<std::string>{"Mr", "old", "John", "Smith", "dined", "out", "."}));
    EXPECT_EQ(tags, (std::vector<std::string>{"O", "O", "B-PER", "I-PER", "O", "O", "O"}));
}
