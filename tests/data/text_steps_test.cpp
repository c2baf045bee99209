#include "data/clean/mojibake.h"
#include "data/clean_fixture.h"

using namespace anneal;

namespace {

using TextSteps = test::CleanTest;

}  // namespace

TEST_F(TextSteps, texts_are_edited_also_inside_messages_and_roles_stay) {
    EXPECT_EQ(cleaned(R"({"messages":[{"role":" user ","content":"  a\u00a0 b \r\n"},{"role":"assistant","content":"e\u0301"}], "n": 1.50})"
                      "\n",
                      "steps: [normalise_whitespace, trim, normalise_unicode]"),
              "{\"messages\":[{\"role\":\" user \",\"content\":\"a b\"},{\"role\":\"assistant\",\"content\":\"é\"}],\"n\":1.5}\n");
    EXPECT_EQ(step(0).changed, 1);
    EXPECT_EQ(step(0).changedCells, 1);
}

TEST_F(TextSteps, trim_takes_every_kind_of_gap_and_null_stays_null) {
    EXPECT_EQ(cleaned("{\"text\":\"\\u3000\\ufeff a \\u200b\\n\"}\n{\"text\":null}\n{\"text\":\"b\"}\n", "steps: [trim]"),
              "{\"text\":\"a\"}\n{\"text\":null}\n{\"text\":\"b\"}\n");
    EXPECT_EQ(step(0).changed, 1);
    EXPECT_EQ(cleanedText("   ", "trim"), "");
}

TEST_F(TextSteps, whitespace_keeps_indentation_and_one_blank_line) {
    EXPECT_EQ(cleanedText("a \t b\r\n\r\n\r\n\r\n    code\xC2\xA0x\xE2\x80\xA8z", "normalise_whitespace"), "a b\n\n    code x\nz");
    EXPECT_EQ(cleanedText("a\n\n\nb", "{normalise_whitespace: {blank_lines: 0}}"), "a\nb");
    EXPECT_EQ(cleanedText("already clean\ntext", "normalise_whitespace"), "already clean\ntext");
    EXPECT_EQ(step(0).changed, 0);
}

TEST_F(TextSteps, unicode_forms_are_those_of_the_standard) {
    EXPECT_EQ(cleanedText("e\xCC\x81", "normalise_unicode"), "é");
    EXPECT_EQ(cleanedText("é", "{normalise_unicode: {form: NFD}}"), "e\xCC\x81");
    EXPECT_EQ(cleanedText("ＡＢＣ１２３ ﬁ ㎏", "{normalise_unicode: {form: NFKC}}"), "ABC123 fi kg");
    EXPECT_EQ(cleanedText("①é", "{normalise_unicode: {form: NFKD}}"), "1e\xCC\x81");
}

TEST_F(TextSteps, control_characters_and_colour_codes_go) {
    EXPECT_EQ(cleanedText("\x1B[1;31mred\x1B[0m\a tab\tline\nend\x7F", "strip_control"), "red tab\tline\nend");
}

TEST_F(TextSteps, mojibake_is_repaired_and_lost_text_is_told) {
    EXPECT_EQ(data::repairMojibake("itâ€™s a cafÃ©"), "it’s a café");
    EXPECT_EQ(data::repairMojibake("naïve café – “quoted” 你好"), "naïve café – “quoted” 你好");
    EXPECT_TRUE(data::looksDamaged("lost \xEF\xBF\xBD"));
    EXPECT_FALSE(data::looksDamaged("whole – “text” 你好"));
    EXPECT_EQ(cleanedText("itâ€™s", "repair_encoding"), "it’s");
    EXPECT_EQ(cleanedText("lost \xEF\xBF\xBD", "repair_encoding"), "(dropped)");
    EXPECT_EQ(cleanedText("lost \xEF\xBF\xBD", "{repair_encoding: {damaged: keep}}"), "lost \xEF\xBF\xBD");
    EXPECT_EQ(cleanedText("itâ€™s", "{repair_encoding: {action: drop}}"), "(dropped)");
}

TEST_F(TextSteps, columns_are_checked_before_anything_is_read) {
    const std::string rows = "{\"text\":\" a \",\"n\":1}\n";
    EXPECT_EQ(errorOf(rows, "steps: [trim: {columns: [txt]}]").code, "column_unknown");
    EXPECT_NE(errorOf(rows, "steps: [trim: {columns: [txt]}]").hint.find("text"), std::string::npos);
    EXPECT_EQ(errorOf(rows, "steps: [trim: {columns: [n]}]").code, "column_type");
    EXPECT_NE(errorOf(rows, "steps: [trim, {trim: {columns: [n]}}]").message.find("step 2"), std::string::npos);
}
