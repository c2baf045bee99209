#include "data/clean/difference.h"

#include <random>
#include <string>

#include <gtest/gtest.h>

#include "base/text.h"

using namespace anneal;

namespace {

std::string shown(const std::string& before, const std::string& after) {
    std::string text;
    for (const auto& span : data::diffSpans(before, after)) {
        if (span.kind == data::DiffSpan::Kind::same) text += before.substr(span.begin, span.size);
        if (span.kind == data::DiffSpan::Kind::removed) text += "{-" + before.substr(span.begin, span.size) + "}";
        if (span.kind == data::DiffSpan::Kind::added) text += "{+" + after.substr(span.begin, span.size) + "}";
    }
    return text;
}

/// `before` with the stretches put in.
std::string rebuilt(const std::string& before, const std::string& after) {
    std::string text;
    std::size_t copied = 0, shift = 0;
    for (const auto& stretch : data::stretchesOf(before, after)) {
        text += before.substr(copied, stretch.at - copied) + after.substr(stretch.at + shift, stretch.inserted);
        copied = stretch.at + stretch.removed;
        shift += stretch.inserted - stretch.removed;
    }
    return text + before.substr(copied);
}

}  // namespace

TEST(Difference, words_are_marked_that_differ) {
    EXPECT_EQ(shown("Notices to Anna Lind at a@b.com", "Notices to [NAME] at [EMAIL]"),
              "Notices to {-Anna Lind}{+[NAME]} at {-a@b.com}{+[EMAIL]}");
    EXPECT_EQ(shown("a b c d e", "x y z d f"), "{-a b c}{+x y z} d {-e}{+f}");
    EXPECT_EQ(shown("the same", "the same"), "the same");
    EXPECT_EQ(shown("", "new"), "{+new}");
    EXPECT_EQ(shown("old", ""), "{-old}");
    EXPECT_EQ(shown("联系人王建国，保密", "联系人[NAME]，保密"), "联系人{-王建国}{+[NAME]}，保密");
    EXPECT_EQ(shown("birminghxm city", "birmingham city"), "{-birminghxm}{+birmingham} city");
}

TEST(Difference, stretches_are_small_and_never_split_a_character) {
    const auto stretches = data::stretchesOf("  a long text that stays  the same all over ", "a long text that stays the same all over");
    ASSERT_EQ(stretches.size(), 3u);
    for (const auto& stretch : stretches) EXPECT_LE(stretch.removed + stretch.inserted, 2u);
    const std::string before = "café", after = "cafè";
    for (const auto& stretch : data::stretchesOf(before, after)) EXPECT_TRUE(base::isValidUtf8(before.substr(stretch.at, stretch.removed)));
}

TEST(Difference, any_text_is_rebuilt_from_its_stretches_and_its_spans) {
    std::mt19937 draw(5);
    const std::vector<std::string> pieces = {"a", "b", " ", "  ", "é", "你", "好", "word", "\n", "other"};
    for (int round = 0; round < 5000; ++round) {
        std::string before, after;
        for (unsigned i = draw() % 60; i > 0; --i) {
            const auto& piece = pieces[draw() % pieces.size()];
            before += piece;
            if (draw() % 8 > 0) after += piece;
            if (draw() % 8 == 0) after += pieces[draw() % pieces.size()];
        }
        ASSERT_EQ(rebuilt(before, after), after) << before;
        std::string fromSpans, toSpans;
        for (const auto& span : data::diffSpans(before, after, round % 3 == 0 ? 5 : 400)) {
            if (span.kind != data::DiffSpan::Kind::added) fromSpans += before.substr(span.begin, span.size);
            if (span.kind == data::DiffSpan::Kind::added) toSpans += after.substr(span.begin, span.size);
            if (span.kind == data::DiffSpan::Kind::same) toSpans += before.substr(span.begin, span.size);
        }
        ASSERT_EQ(fromSpans, before);
        ASSERT_EQ(toSpans, after);
    }
}
