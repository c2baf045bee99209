#include "data/augment/synonyms.h"

#include <algorithm>

#include "support.h"

using namespace anneal;

namespace {

class SynonymTest : public testing::Test {
protected:
    std::vector<std::string> of(std::string_view word, bool han = false) {
        auto synonyms = data::Synonyms::open();
        EXPECT_TRUE(test::succeeded(synonyms));
        return synonyms ? *synonyms->of(word, han) : std::vector<std::string>();
    }
    bool has(std::string_view word, const std::string& synonym, bool han = false) {
        const auto all = of(word, han);
        return std::find(all.begin(), all.end(), synonym) != all.end();
    }
};

}  // namespace

TEST_F(SynonymTest, of_english_words_come_from_every_sense_and_base_form) {
    EXPECT_TRUE(has("happy", "glad"));
    EXPECT_TRUE(has("Car", "automobile"));
    EXPECT_TRUE(has("contracts", "sign"));
    EXPECT_FALSE(has("contracts", "contract")) << "the same word";
    EXPECT_TRUE(has("went", "travel")) << "an irregular form";
    EXPECT_TRUE(has("largest", "big")) << "a regular form";
    EXPECT_TRUE(has("motorcar", "auto"));
    EXPECT_TRUE(has("machine", "simple machine")) << "of several words";
    // In the order of the file the first and the last words of an index are found as well.
    EXPECT_FALSE(of("abandon").empty());
    EXPECT_FALSE(of("zygote").empty());
    const auto all = of("run");
    EXPECT_TRUE(std::is_sorted(all.begin(), all.end()));
    EXPECT_EQ(std::adjacent_find(all.begin(), all.end()), all.end());
    EXPECT_EQ(std::count(all.begin(), all.end(), "run"), 0);
    for (const auto& word : all) EXPECT_EQ(word.find_first_not_of("abcdefghijklmnopqrstuvwxyz "), std::string::npos) << word;
}

TEST_F(SynonymTest, of_words_that_hold_a_sentence_together_there_are_none) {
    for (const auto* word : {"the", "It", "can", "have", "in", "don't"}) EXPECT_TRUE(of(word).empty()) << word;
    for (const auto* word : {"的", "我们", "可以"}) EXPECT_TRUE(of(word, true).empty()) << word;
    EXPECT_TRUE(of("xqzzt").empty());
}

TEST_F(SynonymTest, of_chinese_words_share_their_meaning_and_script) {
    EXPECT_TRUE(has("合同", "合约", true));
    EXPECT_FALSE(has("合同", "合約", true));
    EXPECT_TRUE(has("供应商", "供货商", true));
    EXPECT_TRUE(has("電腦", "計算機", true));
    EXPECT_TRUE(of("不存在的词", true).empty());
}

TEST_F(SynonymTest, missing_lexicons_are_named) {
    ::setenv("WNSEARCHDIR", "/no/such/folder", 1);
    const auto synonyms = data::Synonyms::open();
    ::unsetenv("WNSEARCHDIR");
    ASSERT_FALSE(synonyms.has_value());
    EXPECT_EQ(synonyms.error().code, "synonyms_missing");
    EXPECT_NE(synonyms.error().hint.find("wordnet-base"), std::string::npos);
}
