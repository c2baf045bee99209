#include "base/json.h"
#include "support.h"

using namespace anneal;

TEST(Json, a_mistake_is_named_by_line_and_column) {
    const auto result = base::parseJson("{\"a\": 1,\n \"b\": }");
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, "json_invalid");
    EXPECT_NE(result.error().message.find("line 2, column 7"), std::string::npos) << result.error().message;
}

TEST(Json, a_byte_order_mark_is_skipped) { EXPECT_EQ(base::parseJson("\xEF\xBB\xBF[1]").value()[0], 1); }

TEST(Json, an_empty_text_is_an_error_and_never_throws) {
    EXPECT_FALSE(base::parseJson(""));
    EXPECT_FALSE(base::parseJson(std::string_view("\xff\xfe\0", 3)));
    EXPECT_FALSE(base::readJson("/no/such/file"));
}

TEST(Json, broken_utf8_is_dumped_as_replacement_characters) { EXPECT_EQ(base::dumpJson(Json("a\xff")), "\"a\xEF\xBF\xBD\""); }
