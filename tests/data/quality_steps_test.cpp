#include "data/clean_fixture.h"
#include "data/detect/conversation.h"
#include "data/detect/quality.h"
#include "data/detect/refusal.h"

using namespace anneal;

namespace {

using QualitySteps = test::CleanTest;

const std::string kProse =
    "The supplier shall deliver the goods to the place that the parties have agreed on. If the goods are late by more than ten days, the "
    "buyer "
    "may end the contract and claim damages. Neither party is liable for a delay that it could not foresee when the contract was made.";

double signal(std::string_view text, data::Signal which) { return data::measureQuality(text)[std::size_t(which)].value_or(-1); }

std::string brokenRule(std::string_view text) {
    const auto signals = data::measureQuality(text);
    for (const auto& rule : data::kQualityRules)
        if (rule.byDefault && data::breaks(rule, rule.bound, signals)) return std::string(rule.name);
    return "";
}

std::string repeated(std::string_view text, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) all += text;
    return all;
}

}  // namespace

TEST_F(QualitySteps, signals_are_what_they_are_called) {
    using data::Signal;
    EXPECT_EQ(signal("one two three", Signal::words), 3);
    EXPECT_DOUBLE_EQ(signal("one three fives", Signal::wordLength), 13 / 3.0);
    EXPECT_DOUBLE_EQ(signal("# a b… c...", Signal::symbols), 0.75);
    EXPECT_DOUBLE_EQ(signal("a 1 b 22", Signal::alphabetic), 0.5);
    EXPECT_EQ(signal("The end of it, and that", Signal::stopWords), 4);
    EXPECT_DOUBLE_EQ(signal("- a\n- b\nc\n\nd", Signal::bulletLines), 0.5);
    EXPECT_DOUBLE_EQ(signal("more…\nend.", Signal::ellipsisLines), 0.5);
    EXPECT_DOUBLE_EQ(signal("A line.\nanother\n他说。", Signal::endedLines), 2 / 3.0);
    EXPECT_DOUBLE_EQ(signal("a\nbb\na\nbb", Signal::repeatedLines), 0.5);
    EXPECT_DOUBLE_EQ(signal("a\nbbb\na", Signal::repeatedLineText), 0.2);
    EXPECT_DOUBLE_EQ(signal("ab cd ab cd ef gh", Signal::topTwo), 8 / 12.0);
    EXPECT_DOUBLE_EQ(signal("a b c d e f", Signal::topTwo), 0);
    EXPECT_DOUBLE_EQ(signal("a b c d e x a b c d e", Signal::repeatedFive), 5 / 11.0);
    EXPECT_EQ(signal("{x}", Signal::braces), 2);
    EXPECT_EQ(signal("Lorem Ipsum dolor", Signal::loremIpsum), 1);
}

TEST_F(QualitySteps, chinese_is_not_judged_by_blanks) {
    using data::Signal;
    EXPECT_EQ(signal("合同自签订之日起生效", Signal::words), 10);
    EXPECT_EQ(signal("合同自签订之日起生效", Signal::wordLength), -1);  // has none
    EXPECT_EQ(signal("合同自签订之日起生效", Signal::stopWords), -1);
    EXPECT_EQ(brokenRule("供应商应当在双方约定的地点交付货物。如果交货迟延超过十日，买方可以解除合同并要求赔偿损失。"), "");
}

TEST_F(QualitySteps, each_kind_of_poor_text_breaks_its_rule) {
    EXPECT_EQ(brokenRule(kProse), "");
    EXPECT_EQ(brokenRule(repeated("buy now cheap watches ", 12)), "max_top_2gram");
    EXPECT_EQ(brokenRule(repeated("#win #prize now ", 10)), "max_symbols");
    EXPECT_EQ(brokenRule(repeated("3.5001 17999 99401 4017 ", 10)), "min_alphabetic");
    EXPECT_EQ(brokenRule(kProse + "\nLorem ipsum dolor sit amet"), "max_lorem_ipsum");
    EXPECT_EQ(brokenRule(kProse + " " + kProse), "max_repeated_5grams");
}

TEST_F(QualitySteps, rows_that_break_a_rule_go_and_say_which) {
    std::string rows = OrderedJson{{"text", kProse}}.dump() + "\n" + OrderedJson{{"text", repeated("spam spam ", 30)}}.dump() + "\n" +
                       OrderedJson{{"text", "short but fine fine"}}.dump() + "\n";
    cleaned(rows, "steps: [filter_quality]");
    EXPECT_EQ(report.rowsOut, 2);
    cleaned(rows, "steps: [filter_quality: {rules: [min_words], min_words: 10}]");
    EXPECT_EQ(report.rowsOut, 2);
    cleaned(rows, "steps: [filter_quality: {rules: [max_top_2gram], max_top_2gram: 1}]");
    EXPECT_EQ(report.rowsOut, 3);
    EXPECT_EQ(errorOf(rows, "steps: [filter_quality: {rules: [max_word]}]").code, "parameter_invalid");
}

TEST_F(QualitySteps, refusals_are_known_from_answers_about_them) {
    for (const auto* refusal : {"As an AI language model, I cannot have opinions.", "I’m sorry, but I can’t help with that request.",
                                "Sure. As a large language model, I don't browse.", "很抱歉，我无法提供相关信息。",
                                "作为一个人工智能语言模型，我没有感情。", "I cannot fulfill this request."})
        EXPECT_TRUE(data::refusalIn(refusal)) << refusal;
    for (const auto* answer : {"The customer wrote: I'm sorry, but I can't come. It was polite of him.",
                               "She works as a language teacher and model.", "An AI language model predicts the next token.",
                               "人工智能是计算机科学的一个分支。", "对不起，我来晚了。", "I cannot recommend this book enough."})
        EXPECT_FALSE(data::refusalIn(answer)) << answer;
}

TEST_F(QualitySteps, rows_with_refusals_or_empty_answers_go) {
    const std::string rows = R"({"instruction":"Write: As an AI language model","input":"","output":"Done."}
{"instruction":"b","input":"","output":"As an AI language model, I cannot."}
{"instruction":"c","input":"","output":"  "}
)";
    cleaned(rows, "steps: [drop_refusals]");
    EXPECT_EQ(report.rowsOut, 1);
    cleaned(rows, "steps: [drop_refusals: {empty: false}]");
    EXPECT_EQ(report.rowsOut, 2);
    cleaned(rows, "steps: [drop_refusals: {columns: [instruction]}]");
    EXPECT_EQ(report.rowsOut, 2);
    cleaned(R"({"messages":[{"role":"user","content":"hi"},{"role":"assistant","content":"I'm just an AI, sorry."}]}
{"messages":[{"role":"user","content":"I'm just an AI fan"},{"role":"assistant","content":"hello"}]}
)",
            "steps: [drop_refusals]");
    EXPECT_EQ(report.rowsOut, 1);
    EXPECT_EQ(errorOf("{\"id\":1,\"x\":2}\n", "steps: [drop_refusals]").code, "column_unknown");
}

TEST_F(QualitySteps, conversations_that_a_template_would_trip_over_go) {
    const auto turns = [](std::initializer_list<std::pair<const char*, const char*>> list) {
        auto messages = OrderedJson::array();
        for (const auto& [role, content] : list) messages.push_back({{"role", role}, {"content", content}});
        return OrderedJson{{"messages", messages}}.dump() + "\n";
    };
    const auto rows =
        turns({{"system", "s"}, {"user", "a"}, {"assistant", "b"}}) + turns({{"user", "a"}, {"user", "b"}, {"assistant", "c"}}) +
        turns({{"user", "a"}, {"assistant", "b"}, {"user", "c"}}) + turns({{"user", "a"}, {"assistant", ""}}) +
        turns({{"user", "a"}, {"wizard", "b"}}) + turns({{"user", "a"}, {"assistant", "b"}, {"system", "s"}, {"assistant", "c"}});
    const auto left = [&](const std::string& problems) {
        cleaned(rows, "steps: [filter_conversations" + (problems.empty() ? "" : ": {problems: [" + problems + "]}") + "]");
        return report.rowsOut;
    };
    EXPECT_EQ(left(""), 1);
    EXPECT_EQ(left("roles_out_of_order"), 4);
    EXPECT_EQ(left("no_answer"), 5);
    EXPECT_EQ(left("empty_turn"), 5);
    EXPECT_EQ(left("unknown_role"), 5);
}

TEST_F(QualitySteps, real_instructions_are_mostly_good) {
    const auto file = test::sharedData() / "instruct/alpaca_en_demo.json";
    if (!std::filesystem::exists(file)) GTEST_SKIP() << "no reference data";
    auto imported = importFile(file);
    auto result =
        clean(imported->dataset,
              "steps: [filter_conversations: {problems: [malformed, unknown_role, roles_out_of_order]}, drop_refusals, filter_quality]");
    ASSERT_TRUE(test::succeeded(result));
    EXPECT_EQ(result->steps[0].dropped, 0);
    // Some thirty of its answers begin "As an AI", as a reader finds.
    EXPECT_GE(result->steps[1].dropped, 22);
    EXPECT_LE(result->steps[1].dropped, 32);
    EXPECT_LT(result->steps[2].dropped, result->rowsIn / 5);
}
