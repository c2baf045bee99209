#include <gtest/gtest.h>

#include "generate/stop_text.h"

namespace anneal::generate {
namespace {

TEST(StopText, text_without_a_stop_passes_through) {
    StopText text({});
    EXPECT_EQ(text.push("hello"), "hello");
    EXPECT_EQ(text.finish(), "");
    EXPECT_FALSE(text.matched());
}

TEST(StopText, a_stop_string_split_over_pieces_is_found_and_never_shown) {
    StopText text({"</end>"});
    EXPECT_EQ(text.push("answer</"), "answer");
    EXPECT_EQ(text.push("en"), "");
    EXPECT_EQ(text.push("d> more"), "");
    EXPECT_TRUE(text.matched());
    EXPECT_EQ(text.push("ignored"), "");
    EXPECT_EQ(text.finish(), "");
}

TEST(StopText, a_false_start_is_handed_on) {
    StopText text({"\n\n"});
    EXPECT_EQ(text.push("a\n"), "a");
    EXPECT_EQ(text.push("b"), "\nb");
    EXPECT_EQ(text.push("\n"), "");
    EXPECT_EQ(text.finish(), "\n");
}

TEST(StopText, the_earliest_of_several_stops_ends_the_answer) {
    StopText text({"zz", "b"});
    EXPECT_EQ(text.push("aabzz"), "aa");
    EXPECT_TRUE(text.matched());
}

TEST(StopText, empty_stops_are_ignored) {
    StopText text({""});
    EXPECT_EQ(text.push("x"), "x");
    EXPECT_FALSE(text.matched());
}

}  // namespace
}  // namespace anneal::generate
