#include "data/samples.h"

#include "data/data_fixture.h"

using namespace anneal;

namespace {

class Samples : public test::DataTest {
protected:
    std::vector<text::Sample> samples(std::string_view rows, data::ImportOptions options = {}) {
        std::vector<text::Sample> all;
        auto report = import("rows.jsonl", rows, std::move(options));
        EXPECT_TRUE(test::succeeded(report));
        if (!report) return all;
        collect(report->dataset, all);
        return all;
    }
    static void collect(const std::filesystem::path& folder, std::vector<text::Sample>& all) {
        auto dataset = data::Dataset::open(folder);
        ASSERT_TRUE(test::succeeded(dataset));
        const auto status = data::forEachSample(*dataset, [&](text::Sample&& sample) -> Status {
            all.push_back(std::move(sample));
            return {};
        });
        EXPECT_TRUE(test::succeeded(status.transform([] { return 0; })));
    }
    static std::string turns(const text::Sample& sample) {
        std::string text;
        for (const auto& message : sample.messages)
            text += message.role + "(" + message.content + ")" + (message.toolCalls.is_null() ? "" : message.toolCalls.dump());
        return text;
    }
};

}  // namespace

TEST_F(Samples, alpaca_rows_become_turns_with_system_and_history) {
    const auto all = samples(R"({"instruction":"do","input":"this","output":"done","system":"be kind","history":[["hi","hello"]]}
{"instruction":"do","input":"","output":"ok"}
)");
    ASSERT_EQ(all.size(), 2u);
    EXPECT_EQ(turns(all[0]), "system(be kind)user(hi)assistant(hello)user(do\nthis)assistant(done)");
    EXPECT_EQ(turns(all[1]), "user(do)assistant(ok)");
    EXPECT_EQ(all[1].row, 2);
}

TEST_F(Samples, every_spelling_of_a_role_is_understood) {
    const auto all = samples(
        R"({"conversations":[{"from":"system","value":"s"},{"from":"human","value":"a"},{"from":"function_call","value":"{\"name\":\"f\",\"arguments\":{\"x\":1}}"},{"from":"observation","value":"r"},{"from":"gpt","value":"b"}]}
{"conversations":[{"from":"prompter","value":"a"},{"from":"chatgpt","value":"b"}]}
)");
    ASSERT_EQ(all.size(), 2u);
    EXPECT_EQ(turns(all[0]),
              R"(system(s)user(a)assistant()[{"type":"function","function":{"name":"f","arguments":{"x":1}}}]tool(r)assistant(b))");
    EXPECT_EQ(turns(all[1]), "user(a)assistant(b)");
}

TEST_F(Samples, pairs_and_text_stay_bare) {
    const auto pair = samples("{\"prompt\":\"a\",\"completion\":\"b\"}\n");
    ASSERT_EQ(pair.size(), 1u);
    EXPECT_EQ(pair[0].kind(), text::Sample::Kind::completion);
    EXPECT_EQ(pair[0].completion, "b");
    const auto question = samples("{\"question\":\"a\",\"answer\":\"b\"}\n");
    EXPECT_EQ(turns(question.at(0)), "user(a)assistant(b)");
    const auto plain = samples("{\"text\":\"abc\"}\n");
    EXPECT_EQ(plain.at(0).text, "abc");
}

TEST_F(Samples, an_unknown_role_names_its_row) {
    auto report = import(
        "rows.jsonl", "{\"messages\":[{\"role\":\"user\",\"content\":\"a\"}]}\n{\"messages\":[{\"role\":\"wizard\",\"content\":\"a\"}]}\n");
    ASSERT_TRUE(test::succeeded(report));
    auto dataset = data::Dataset::open(report->dataset);
    const auto status = data::forEachSample(*dataset, [](text::Sample&&) -> Status { return {}; });
    ASSERT_FALSE(status);
    EXPECT_EQ(status.error().code, "role_unknown");
    EXPECT_NE(status.error().message.find("row 2"), std::string::npos);
}

TEST_F(Samples, real_conversations_give_turns) {
    const auto shared = test::sharedData();
    if (!std::filesystem::exists(shared)) GTEST_SKIP() << "reference data is not beside the checkout";
    for (const auto* name :
         {"instruct/glaive_toolcall_en_demo.json", "instruct/v1_sft_demo.jsonl", "instruct/reason_tool_use_demo_50.jsonl",
          "instruct/alpaca_zh_demo.json", "preference/dpo_en_demo.json", "preference/kto_en_demo.json",
          "instruct/ms_swift_fixtures/sharegpt.jsonl", "instruct/torchtune_fixtures/hh_rlhf_tiny.json"}) {
        auto report = importFile(shared / name);
        ASSERT_TRUE(test::succeeded(report)) << name;
        std::vector<text::Sample> all;
        collect(report->dataset, all);
        ASSERT_EQ(std::int64_t(all.size()), report->manifest.rows) << name;
        for (const auto& sample : all) ASSERT_GE(sample.messages.size(), 2u) << name << " row " << sample.row;
    }
}

TEST_F(Samples, dialogues_written_as_one_text_become_turns) {
    const auto all = samples(
        R"({"chosen":"\n\nHuman: Hi\n\nthere\n\nAssistant: Hello\n\nHuman: Bye\n\nAssistant: See you","rejected":"\n\nHuman: Hi\n\nAssistant: No"})"
        "\n");
    ASSERT_EQ(all.size(), 1u);
    EXPECT_EQ(turns(all[0]), "user(Hi\n\nthere)assistant(Hello)user(Bye)assistant(See you)");
}
