#include "base/yaml.h"
#include "support.h"

using namespace anneal;

TEST(Yaml, scalars_read_as_the_core_schema_reads_them) {
    const auto value = base::parseYaml("a: 1\nb: 1e-4\nc: yes\nd: true\ne: '5'\nf:\ng: [x, 2.0]\nh: 1.0e-4\ni: 0x\nj: .5").value();
    EXPECT_EQ(value["a"], 1);
    EXPECT_DOUBLE_EQ(value["b"].get<double>(), 1e-4);
    EXPECT_EQ(value["c"], "yes");
    EXPECT_EQ(value["d"], true);
    EXPECT_EQ(value["e"], "5");
    EXPECT_TRUE(value["f"].is_null());
    EXPECT_EQ(value["g"][0], "x");
    EXPECT_TRUE(value["g"][1].is_number_float());
    EXPECT_DOUBLE_EQ(value["h"].get<double>(), 1e-4);
    EXPECT_EQ(value["i"], "0x");
    EXPECT_DOUBLE_EQ(value["j"].get<double>(), 0.5);
}

TEST(Yaml, a_repeated_key_and_a_syntax_error_name_their_line) {
    const auto twice = base::parseYaml("a: 1\nb: 2\na: 3\n");
    ASSERT_FALSE(twice);
    EXPECT_NE(twice.error().message.find("line 3"), std::string::npos) << twice.error().message;
    const auto broken = base::parseYaml("a: [1\nb: 2\n");
    ASSERT_FALSE(broken);
    EXPECT_NE(broken.error().message.find("line "), std::string::npos) << broken.error().message;
}

TEST(Yaml, what_is_dumped_reads_back_the_same) {
    OrderedJson value = {{"name", "5"},     {"rate", 0.0001},          {"flag", false},
                         {"none", nullptr}, {"list", {1, "two", 3.5}}, {"nested", {{"k", "a: b"}}}};
    EXPECT_EQ(base::parseYaml(base::dumpYaml(value)).value(), value);
}

TEST(Yaml, what_is_not_utf8_or_grows_without_end_is_refused) {
    const auto broken = base::parseYaml("a: 1\nb: \xE4\xDF\n");
    ASSERT_FALSE(broken.has_value());
    EXPECT_EQ(broken.error().code, "yaml_invalid");
    EXPECT_NE(broken.error().message.find("line 2"), std::string::npos);
    EXPECT_EQ(base::parseYaml(std::string_view("a: x\0Ny", 7)).error().code, "yaml_invalid");
    EXPECT_EQ(base::parseYaml("a: \"\\N\"").error().code, "yaml_invalid");  // the library reads half a character
    std::string bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
    for (int i = 1; i < 9; ++i) {
        const auto before = "*a" + std::to_string(i - 1);
        bomb += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [";
        for (int j = 0; j < 10; ++j) bomb += (j ? ", " : "") + before;
        bomb += "]\n";
    }
    EXPECT_EQ(base::parseYaml(bomb).error().code, "yaml_invalid");
}

TEST(Yaml, control_characters_are_written_out_so_that_they_read_back) {
    const OrderedJson value = {{"a", std::string("x\0y", 3)}, {"b", "\x01\x1F\x7F"}, {"c", "one\n\ttwo\r\n"}, {"\x02key", "v"}};
    EXPECT_EQ(base::parseYaml(base::dumpYaml(value)).value(), value);
}
