#include "data/data_fixture.h"

#include "data/dataset_info.h"

using namespace anneal;

namespace {
class ShapeOf : public test::DataTest {
protected:
    std::string shape(std::string_view row) {
        auto report = import("rows.jsonl", std::string(row) + "\n");
        return report ? std::string(data::shapeName(report->manifest.mapping.shape)) : report.error().message;
    }
};
}  // namespace

TEST_F(ShapeOf, rows_show_what_they_are) {
    EXPECT_EQ(shape(R"({"instruction":"a","input":"","output":"b"})"), "alpaca");
    EXPECT_EQ(shape(R"({"instruction":"a","output":"b","history":[["x","y"]]})"), "alpaca");
    EXPECT_EQ(shape(R"({"conversations":[{"from":"human","value":"a"},{"from":"gpt","value":"b"}]})"), "sharegpt");
    EXPECT_EQ(shape(R"({"conversation":[{"human":"a","assistant":"b"}]})"), "sharegpt");
    EXPECT_EQ(shape(R"({"messages":[{"role":"user","content":"a"},{"role":"assistant","content":"b"}]})"), "messages");
    EXPECT_EQ(shape(R"({"prompt":"a","completion":"b"})"), "prompt_completion");
    EXPECT_EQ(shape(R"({"question":"a","answer":"b"})"), "prompt_completion");
    EXPECT_EQ(shape(R"({"instruction":"a","response":"b"})"), "prompt_completion");
    EXPECT_EQ(shape(R"({"prompt":"a","chosen":"b","rejected":"c"})"), "preference");
    EXPECT_EQ(shape(R"({"messages":[{"role":"user","content":"a"}],"label":true})"), "kto");
    EXPECT_EQ(shape(R"({"sentence":"good","label":"positive"})"), "classification");
    EXPECT_EQ(shape(R"({"tokens":["a","b"],"ner_tags":["O","B-X"]})"), "tokens");
    EXPECT_EQ(shape(R"({"text":"a","label":{"name":{"a":[[0,0]]}}})"), "tokens");
    EXPECT_EQ(shape(R"({"text":"a","meta":{"url":"b"}})"), "text");
    EXPECT_EQ(shape(R"({"age":3,"weight":1.5})"), "table");
}

TEST_F(ShapeOf, real_files_have_the_shape_they_are_known_for) {
    const auto shared = test::sharedData();
    if (!std::filesystem::exists(shared)) GTEST_SKIP() << "reference data is not beside the checkout";
    struct Case {
        const char* file;
        const char* shape;
        std::int64_t rows;
    };
    for (const auto& one : std::vector<Case>{{"instruct/alpaca_en_demo.json", "alpaca", 999},
                                             {"instruct/alpaca_zh_demo.json", "alpaca", 1000},
                                             {"instruct/glaive_toolcall_en_demo.json", "sharegpt", 300},
                                             {"instruct/v1_sft_demo.jsonl", "messages", 500},
                                             {"instruct/reason_tool_use_demo_50.jsonl", "messages", 50},
                                             {"instruct/identity.json", "alpaca", 91},
                                             {"instruct/ms_swift_fixtures/sharegpt.jsonl", "sharegpt", 3},
                                             {"instruct/ms_swift_fixtures/swift_single.csv", "prompt_completion", 3},
                                             {"instruct/axolotl_fixtures/conversation.json", "sharegpt", 1},
                                             {"preference/dpo_en_demo.json", "preference", 300},
                                             {"preference/v1_dpo_demo.jsonl", "preference", 10},
                                             {"preference/kto_en_demo.json", "kto", 300},
                                             {"classify/tnews_train_few_all.json", "classification", 1185},
                                             {"ner/cluener_dev.jsonl", "tokens", 1343},
                                             {"corpus/c4_demo.jsonl", "text", 290},
                                             {"tabular/flights-2k.json", "table", 2000},
                                             {"tabular/hospital_dirty.csv", "table", 1000},
                                             {"tabular/titanic.csv", "table", 891}}) {
        auto report = importFile(shared / one.file);
        ASSERT_TRUE(test::succeeded(report)) << one.file;
        EXPECT_EQ(data::shapeName(report->manifest.mapping.shape), one.shape) << one.file;
        EXPECT_EQ(report->manifest.rows, one.rows) << one.file;
        EXPECT_EQ(report->manifest.rejected, 0) << one.file;
    }
}

TEST_F(ShapeOf, a_mapping_can_be_given_and_must_name_columns_that_are_there) {
    data::ImportOptions options;
    options.shape = data::Shape::promptCompletion;
    options.columns = {{"prompt", "frage"}, {"response", "antwort"}};
    auto report = import("rows.jsonl", "{\"frage\":\"a\",\"antwort\":\"b\"}\n", options);
    ASSERT_TRUE(test::succeeded(report));
    EXPECT_EQ(report->manifest.mapping.column("response"), "antwort");
    options.columns["response"] = "antwrt";
    options.out = folder / "again";
    const auto failed = import("rows.jsonl", "{\"frage\":\"a\",\"antwort\":\"b\"}\n", options);
    ASSERT_FALSE(failed);
    EXPECT_EQ(failed.error().code, "column_unknown");
    EXPECT_NE(failed.error().hint.find("antwort"), std::string::npos);
}

TEST_F(ShapeOf, dataset_info_names_files_and_their_columns) {
    test::write(folder / "dataset_info.json", R"({
        "qa": {"file_name": "qa.json", "columns": {"prompt": "q", "response": "a"}},
        "chat": {"file_name": "chat.json", "formatting": "sharegpt", "columns": {"messages": "m"},
                 "tags": {"role_tag": "who", "content_tag": "what", "user_tag": "me", "assistant_tag": "it"}},
        "hub": {"hf_hub_url": "someone/something"}})");
    auto qa = data::findInDatasetInfo(folder / "dataset_info.json", "qa");
    ASSERT_TRUE(test::succeeded(qa));
    EXPECT_EQ(qa->mapping->shape, data::Shape::alpaca);
    EXPECT_EQ(qa->mapping->column("response"), "a");
    auto chat = data::findInDatasetInfo(folder / "dataset_info.json", "chat");
    ASSERT_TRUE(test::succeeded(chat));
    EXPECT_EQ(chat->mapping->tags.assistant, "it");
    EXPECT_EQ(data::findInDatasetInfo(folder / "dataset_info.json", "hub").error().code, "dataset_remote");
    const auto missing = data::findInDatasetInfo(folder / "dataset_info.json", "cht");
    ASSERT_FALSE(missing);
    EXPECT_NE(missing.error().hint.find("chat"), std::string::npos);
}
