#include "base/text.h"
#include "support.h"

using namespace anneal;

TEST(Text, broken_utf8_is_replaced_as_python_replaces_it) {
    const std::string r = "\xEF\xBF\xBD";
    EXPECT_EQ(base::replaceInvalidUtf8("a\xff"
                                       "b"),
              "a" + r + "b");
    EXPECT_EQ(base::replaceInvalidUtf8("\xE4\xB8"), r);              // truncated: one mark for the maximal subpart
    EXPECT_EQ(base::replaceInvalidUtf8("\xED\xA0\x80"), r + r + r);  // a surrogate
    EXPECT_EQ(base::replaceInvalidUtf8("\xF0\x9F\x98"
                                       "x"),
              r + "x");
    EXPECT_EQ(base::replaceInvalidUtf8("\xC0\x80"), r + r);  // overlong
    EXPECT_EQ(base::replaceInvalidUtf8("日本\xF0\x9F\x98\x80"), "日本😀");
}

TEST(Text, the_first_broken_byte_is_found) {
    EXPECT_EQ(base::firstInvalidUtf8("ab\xff"), 2u);
    EXPECT_FALSE(base::firstInvalidUtf8("äöü"));
}

TEST(Text, the_nearest_word_is_suggested_and_a_far_one_is_not) {
    const std::vector<std::string> keys{"learning_rate", "lora_rank", "seed"};
    EXPECT_EQ(base::nearest("learning_rat", keys), "learning_rate");
    EXPECT_EQ(base::nearest("lora_rnk", keys), "lora_rank");
    EXPECT_FALSE(base::nearest("zzzzzzzzzzzz", keys));
}

TEST(Text, quantities_read_as_the_window_shows_them) {
    EXPECT_EQ(base::formatBytes(512), "512 B");
    EXPECT_EQ(base::formatBytes(24'051'816'858), "22.4 GiB");
    EXPECT_EQ(base::formatDuration(3780), "1 h 03 min");
    EXPECT_EQ(base::formatDuration(42), "42 s");
    EXPECT_EQ(base::formatCount(40473), "40,473");
    EXPECT_EQ(base::formatCount(-1234567), "-1,234,567");
    EXPECT_EQ(base::formatCount(-123), "-123");
}

TEST(Text, split_and_join_are_inverse) {
    const auto parts = base::split("a,,b", ',');
    EXPECT_EQ(parts, (std::vector<std::string>{"a", "", "b"}));
    EXPECT_EQ(base::join(parts, ","), "a,,b");
    EXPECT_EQ(base::trim(" \t a b\n"), "a b");
}
