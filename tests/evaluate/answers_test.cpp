#include <gtest/gtest.h>

#include "evaluate/answers.h"

namespace anneal::evaluate {
namespace {

TEST(Answers, exact_match_forgives_outer_white_space_only) {
    EXPECT_TRUE(exactMatch(" Paris\n", "Paris"));
    EXPECT_FALSE(exactMatch("paris", "Paris"));
    EXPECT_FALSE(exactMatch("Paris .", "Paris."));
}

TEST(Answers, accuracy_compares_the_words) {
    EXPECT_TRUE(sameAnswer("The  Eiffel-Tower!", "eiffeltower"));
    EXPECT_TRUE(sameAnswer("An apple", "apple"));
    EXPECT_FALSE(sameAnswer("apples", "apple"));
    EXPECT_TRUE(sameAnswer("北京", "北京"));
    EXPECT_FALSE(sameAnswer("北京", "上海"));
}

TEST(Answers, token_f1_counts_common_words_with_multiplicity) {
    EXPECT_DOUBLE_EQ(tokenF1("red green green", "green blue"), 2.0 * 1 / 5);
    EXPECT_DOUBLE_EQ(tokenF1("", ""), 1);
    EXPECT_DOUBLE_EQ(tokenF1("x", ""), 0);
}

TEST(Answers, scores_are_means_over_samples) {
    AnswerScores scores;
    scores.add("Yes", "Yes");
    scores.add("yes.", "Yes");
    scores.add("no", "Yes");
    const auto json = scores.toJson();
    EXPECT_DOUBLE_EQ(json.at("exact_match"), 1.0 / 3);
    EXPECT_DOUBLE_EQ(json.at("accuracy"), 2.0 / 3);
    EXPECT_DOUBLE_EQ(json.at("token_f1"), 2.0 / 3);
    EXPECT_EQ(json.at("generated"), 3);
    EXPECT_DOUBLE_EQ(AnswerScores().toJson().at("exact_match"), 0);
}

}  // namespace
}  // namespace anneal::evaluate
