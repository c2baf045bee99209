#include "data/data_fixture.h"

#include "data/dataset_info.h"
#include "data/mapping_file.h"
#include "data/token_labels.h"

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
        std::int64_t rejected = 0;
    };
    const std::vector<Case> expected = {{"instruct/alpaca_en_demo.json", "alpaca", 999},
                                        {"instruct/alpaca_seed_tasks.jsonl", "alpaca", 174, 1},  // one row has a damaged escape
                                        {"instruct/alpaca_zh_demo.json", "alpaca", 1000},
                                        {"instruct/axolotl_fixtures/alpaca/alpaca.json", "alpaca", 2},
                                        {"instruct/axolotl_fixtures/conversation.json", "sharegpt", 1},
                                        {"instruct/axolotl_fixtures/conversation.missingturns.json", "sharegpt", 1},
                                        {"instruct/axolotl_fixtures/conversation.tokenized.json", "table", 1},
                                        {"instruct/axolotl_fixtures/conversation.tokenized_llama2chat.json", "table", 1},
                                        {"instruct/belle_zh_seed_tasks.jsonl", "alpaca", 175},
                                        {"instruct/glaive_toolcall_en_demo.json", "sharegpt", 300},
                                        {"instruct/gsm8k_train.jsonl.gz", "prompt_completion", 7473},
                                        {"instruct/identity.json", "alpaca", 91},
                                        {"instruct/mllm_demo.json", "messages", 6},
                                        {"instruct/ms_swift_fixtures/alpaca.csv", "alpaca", 3},
                                        {"instruct/ms_swift_fixtures/alpaca.jsonl", "alpaca", 3},
                                        {"instruct/ms_swift_fixtures/alpaca2.csv", "alpaca", 3},
                                        {"instruct/ms_swift_fixtures/chatml.jsonl", "messages", 3},
                                        {"instruct/ms_swift_fixtures/conversations.jsonl", "sharegpt", 3},
                                        {"instruct/ms_swift_fixtures/multi_modal_1.jsonl", "prompt_completion", 3},
                                        {"instruct/ms_swift_fixtures/multi_modal_2.jsonl", "prompt_completion", 3},
                                        {"instruct/ms_swift_fixtures/multi_modal_3.jsonl", "prompt_completion", 3},
                                        {"instruct/ms_swift_fixtures/sharegpt.jsonl", "sharegpt", 3},
                                        {"instruct/ms_swift_fixtures/swift_multi.json", "prompt_completion", 3},
                                        {"instruct/ms_swift_fixtures/swift_multi.jsonl", "prompt_completion", 3},
                                        {"instruct/ms_swift_fixtures/swift_pre.csv", "text", 3},
                                        {"instruct/ms_swift_fixtures/swift_pre.jsonl", "text", 3},
                                        {"instruct/ms_swift_fixtures/swift_single.csv", "prompt_completion", 3},
                                        {"instruct/ms_swift_fixtures/swift_single.jsonl", "prompt_completion", 3},
                                        {"instruct/reason_tool_use_demo_50.jsonl", "messages", 50},
                                        {"instruct/torchtune_fixtures/alpaca_tiny.json", "alpaca", 100},
                                        {"instruct/torchtune_fixtures/chat_tiny.json", "sharegpt", 1},
                                        {"instruct/torchtune_fixtures/hh_rlhf_tiny.json", "preference", 1},
                                        {"instruct/torchtune_fixtures/instruct_tiny.json", "prompt_completion", 2},
                                        {"instruct/torchtune_fixtures/stack_exchange_paired_tiny.json", "preference", 25},
                                        {"instruct/torchtune_fixtures/vqa_tiny.json", "prompt_completion", 1},
                                        {"instruct/v1_sft_demo.jsonl", "messages", 500},
                                        {"preference/dpo_en_demo.json", "preference", 300},
                                        {"preference/kto_en_demo.json", "kto", 300},
                                        {"preference/v1_dpo_demo.jsonl", "preference", 10},
                                        {"classify/ag_news_1500.csv", "classification", 1500},
                                        {"classify/cola_in_domain_dev.tsv", "classification", 527},
                                        {"classify/cola_in_domain_train.tsv", "classification", 8551},
                                        {"classify/cuad_category_descriptions.csv", "table", 41},
                                        {"classify/cuad_master_clauses.csv", "table", 200},
                                        {"classify/eprstmt_test_public.json", "classification", 610},
                                        {"classify/eprstmt_train_few_all.json", "classification", 160},
                                        {"classify/sst2_dev.tsv", "classification", 872},
                                        {"classify/sst2_train.tsv", "classification", 6920},
                                        {"classify/tnews_test_public.json", "classification", 2010},
                                        {"classify/tnews_train_few_all.json", "classification", 1185},
                                        {"ner/cluener_dev.jsonl", "tokens", 1343},
                                        {"ner/cluener_train.jsonl", "tokens", 6000},
                                        {"ner/german_ler_dev.conll", "tokens", 2500},
                                        {"ner/sec_filings_FIN3_test.conll", "tokens", 303},
                                        {"ner/sec_filings_FIN5_train.conll", "tokens", 1164},
                                        {"audio/mllm_audio_demo.json", "messages", 3},
                                        {"images/stamps/captions.jsonl", "images", 32},
                                        {"corpus/c4_demo.jsonl", "text", 290},
                                        {"tabular/cdnow_sample.txt", "table", 6919},
                                        {"tabular/flights-2k.json", "table", 2000},
                                        {"tabular/hospital_constraints.txt", "text", 15},
                                        {"tabular/hospital_dirty.csv", "table", 1000},
                                        {"tabular/titanic.csv", "table", 891}};
    std::set<std::string> listed;
    for (const auto& one : expected) {
        auto report = importFile(shared / one.file);
        ASSERT_TRUE(test::succeeded(report)) << one.file;
        EXPECT_EQ(data::shapeName(report->manifest.mapping.shape), one.shape) << one.file;
        EXPECT_EQ(report->manifest.rows, one.rows) << one.file;
        EXPECT_EQ(report->manifest.rejected, one.rejected) << one.file;
        // The one conversation of this file has an empty answer: no row of it fits.
        if (std::string_view(one.file).find("missingturns") != std::string_view::npos)
            EXPECT_EQ(report->warnings.size(), 1u);
        else
            EXPECT_GT(report->manifest.confidence, 0.5) << one.file;
        listed.insert(one.file);
    }
    for (const auto* part : {"instruct", "preference", "classify", "ner"})
        for (const auto& entry : std::filesystem::recursive_directory_iterator(shared / part)) {
            const auto name = entry.path().lexically_relative(shared).string();
            if (entry.is_regular_file() && entry.path().extension() != ".jpg" && entry.path().filename() != "dataset_info.json") {
                EXPECT_TRUE(listed.count(name)) << name << " is not in the table";
            }
        }
}

TEST_F(ShapeOf, preference_and_kto_rows_are_known_in_every_usual_form) {
    EXPECT_EQ(shape(R"({"chosen":"\n\nHuman: a\n\nAssistant: b","rejected":"\n\nHuman: a\n\nAssistant: c"})"), "preference");
    EXPECT_EQ(
        shape(
            R"({"prompt":[{"role":"user","content":"a"}],"chosen":[{"role":"assistant","content":"b"}],"rejected":[{"role":"assistant","content":"c"}]})"),
        "preference");
    EXPECT_EQ(
        shape(
            R"({"conversations":[{"from":"human","value":"a"}],"chosen":{"from":"gpt","value":"b"},"rejected":{"from":"gpt","value":"c"}})"),
        "preference");
    EXPECT_EQ(shape(R"({"instruction":"a","input":"","chosen":"b","rejected":"c"})"), "preference");
    EXPECT_EQ(shape(R"({"prompt":"a","completion":"b","label":true})"), "kto");
    EXPECT_EQ(shape(R"({"instruction":"a","output":"b","kto_tag":false})"), "kto");
    EXPECT_EQ(shape(R"({"text":"Anna in Köln","entities":[{"start":0,"end":4,"label":"PER"}]})"), "tokens");
    EXPECT_EQ(shape(R"({"text":"Anna in Köln","spans":[[8,12,"LOC"]]})"), "tokens");
}

TEST_F(ShapeOf, tables_without_names_are_classified_by_their_values) {
    std::string text;
    for (int i = 0; i < 40; ++i) text += std::to_string(i % 2) + "\ta sentence that says number " + std::to_string(i) + "\n";
    auto report = import("a.tsv", text);
    ASSERT_TRUE(test::succeeded(report));
    EXPECT_EQ(report->manifest.mapping.shape, data::Shape::classification);
    EXPECT_EQ(report->manifest.mapping.column("label"), "column_1");
    EXPECT_LT(report->manifest.confidence, 1);
    auto numbers = import("b.csv", "1,2.5\n2,3.5\n1,7.25\n2,1.5\n");
    ASSERT_TRUE(test::succeeded(numbers));
    EXPECT_EQ(numbers->manifest.mapping.shape, data::Shape::table);
}

TEST_F(ShapeOf, rows_that_do_not_fit_lower_the_confidence_and_are_told) {
    auto report = import("a.jsonl",
                         "{\"messages\":[{\"role\":\"user\",\"content\":\"a\"},{\"role\":\"assistant\",\"content\":\"b\"}]}\n"
                         "{\"messages\":[{\"role\":\"narrator\",\"content\":\"a\"}]}\n"
                         "{\"messages\":[{\"role\":\"user\",\"content\":\"a\"},{\"role\":\"assistant\",\"content\":\"\"}]}\n"
                         "{\"messages\":[{\"role\":\"user\",\"content\":\"c\"},{\"role\":\"assistant\",\"content\":\"d\"}]}\n");
    ASSERT_TRUE(test::succeeded(report));
    EXPECT_DOUBLE_EQ(report->manifest.confidence, 0.5);
    ASSERT_EQ(report->warnings.size(), 2u);
    EXPECT_NE(report->warnings[0].find("narrator"), std::string::npos);
    EXPECT_NE(report->warnings[1].find("empty"), std::string::npos);
}

TEST_F(ShapeOf, labels_are_read_however_they_are_written) {
    data::Mapping spans{data::Shape::tokens, {{"text", "text"}, {"tags", "label"}}, {}};
    const auto cluener = data::toTokenLabels(
        spans, OrderedJson::parse(R"({"text":"浙商银行叶老桂","label":{"name":{"叶老桂":[[4,6]]},"company":{"浙商银行":[[0,3]]}}})"), 1);
    ASSERT_TRUE(test::succeeded(cluener));
    EXPECT_EQ(cluener->spans, (std::vector<data::LabelledSpan>{{0, 4, "company"}, {4, 7, "name"}}));
    const auto listed = data::toTokenLabels(
        spans, OrderedJson::parse(R"({"text":"Anna Köln","label":[[5,9,"LOC"],{"start":0,"end":4,"label":"PER"}]})"), 1);
    ASSERT_TRUE(test::succeeded(listed));
    EXPECT_EQ(listed->spans, (std::vector<data::LabelledSpan>{{0, 4, "PER"}, {5, 9, "LOC"}}));
    EXPECT_FALSE(data::toTokenLabels(spans, OrderedJson::parse(R"({"text":"Anna","label":[[0,5,"PER"]]})"), 1));
    data::Mapping tags{data::Shape::tokens, {{"tokens", "tokens"}, {"tags", "ner_tags"}}, {}};
    EXPECT_TRUE(data::toTokenLabels(tags, OrderedJson::parse(R"({"tokens":["a","b"],"ner_tags":["O","B-X"]})"), 1));
    EXPECT_FALSE(data::toTokenLabels(tags, OrderedJson::parse(R"({"tokens":["a","b"],"ner_tags":["O"]})"), 1));
}

TEST_F(ShapeOf, a_mapping_is_saved_and_used_again) {
    data::ImportOptions options;
    options.shape = data::Shape::promptCompletion;
    options.columns = {{"prompt", "frage"}, {"response", "antwort"}};
    auto report = import("a.jsonl", "{\"frage\":\"a\",\"antwort\":\"b\",\"text\":\"c\"}\n", options);
    ASSERT_TRUE(test::succeeded(report));
    for (const auto* name : {"mapping.yaml", "mapping.json"}) {
        ASSERT_TRUE(data::writeMapping(report->manifest.mapping, folder / name));
        auto mapping = data::readMapping(folder / name);
        ASSERT_TRUE(test::succeeded(mapping)) << name;
        EXPECT_EQ(*mapping, report->manifest.mapping) << name;
    }
    data::ImportOptions again;
    again.mapping = *data::readMapping(folder / "mapping.yaml");
    auto second = import("b.jsonl", "{\"frage\":\"x\",\"antwort\":\"y\"}\n", again);
    ASSERT_TRUE(test::succeeded(second));
    EXPECT_EQ(second->manifest.mapping.column("prompt"), "frage");
    test::write(folder / "bad.yaml", "shape: conversation\n");
    EXPECT_EQ(data::readMapping(folder / "bad.yaml").error().code, "shape_unknown");
}

TEST_F(ShapeOf, media_are_looked_for_below_their_root) {
    test::write(folder / "media/a.jpg", "x");
    const std::string rows =
        "{\"messages\":[{\"role\":\"user\",\"content\":\"<image>a\"},{\"role\":\"assistant\",\"content\":\"b\"}],\"images\":[\"a.jpg\"]}\n"
        "bad\n"
        "{\"messages\":[{\"role\":\"user\",\"content\":\"<image>c\"},{\"role\":\"assistant\",\"content\":\"d\"}],\"images\":[\"gone.jpg\"]}"
        "\n"
        "{\"messages\":[{\"role\":\"user\",\"content\":\"e\"},{\"role\":\"assistant\",\"content\":\"f\"}],\"images\":[]}\n";
    auto counted = import("a.jsonl", rows);
    ASSERT_TRUE(test::succeeded(counted));
    EXPECT_EQ(counted->manifest.rows, 3);
    ASSERT_EQ(counted->warnings.size(), 1u);
    EXPECT_NE(counted->warnings[0].find("2 media files"), std::string::npos) << counted->warnings[0];
    data::ImportOptions options;
    options.mediaRoot = folder / "media";
    auto strict = import("b.jsonl", rows, options);
    ASSERT_TRUE(test::succeeded(strict));
    EXPECT_EQ(strict->manifest.rows, 2);
    ASSERT_EQ(strict->rejected.size(), 2u);
    EXPECT_EQ(strict->rejected[1].row, 3);
    EXPECT_NE(strict->rejected[1].reason.find("gone.jpg"), std::string::npos);
    EXPECT_EQ(strict->manifest.provenance["media_root"], (folder / "media").string());
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

TEST_F(ShapeOf, dataset_info_means_parts_of_folders_first_rows_and_openai_chats) {
    test::write(folder / "dataset_info.json", R"({
        "chat": {"file_name": "chat.jsonl", "formatting": "openai"},
        "pairs": {"file_name": "pairs.json", "ranking": true, "columns": {"prompt": "q", "chosen": "good", "rejected": "bad"}, "num_samples": 2},
        "part": {"file_name": "parts", "subset": "en", "split": "train"}})");
    test::write(folder / "pairs.json", R"([{"q":"1","good":"a","bad":"b"},{"q":"2","good":"a","bad":"b"},{"q":"3","good":"a","bad":"b"}])");
    test::write(folder / "parts/en/train-0.jsonl", "{\"text\":\"english\"}\n");
    test::write(folder / "parts/en/test-0.jsonl", "{\"text\":\"other\"}\n");
    test::write(folder / "parts/de/train-0.jsonl", "{\"text\":\"german\"}\n");
    const auto info = folder / "dataset_info.json";
    auto chat = data::findInDatasetInfo(info, "chat");
    ASSERT_TRUE(test::succeeded(chat));
    EXPECT_EQ(chat->mapping->shape, data::Shape::messages);
    EXPECT_EQ(chat->mapping->column("messages"), "messages");
    ::setenv("XDG_CACHE_HOME", (folder / "cache").c_str(), 1);
    auto pairs = data::openData("pairs", folder.path());
    ASSERT_TRUE(test::succeeded(pairs));
    EXPECT_EQ(pairs->manifest().rows, 2);
    EXPECT_EQ(pairs->manifest().mapping.shape, data::Shape::preference);
    auto part = data::openData("part", folder.path());
    ASSERT_TRUE(test::succeeded(part));
    ASSERT_EQ(part->manifest().rows, 1);
    EXPECT_EQ(rowsOf(part->path())[0]["text"], "english");
    auto names = data::namesInDatasetInfo(info);
    ASSERT_TRUE(test::succeeded(names));
    EXPECT_EQ(*names, (std::vector<std::string>{"chat", "pairs", "part"}));
}

TEST_F(ShapeOf, every_local_entry_of_the_real_dataset_info_is_understood) {
    const auto shared = test::sharedData() / "instruct";
    if (!std::filesystem::exists(shared)) GTEST_SKIP() << "reference data is not beside the checkout";
    auto names = data::namesInDatasetInfo(shared / "dataset_info.json");
    ASSERT_TRUE(test::succeeded(names));
    int local = 0;
    for (const auto& name : *names) {
        auto named = data::findInDatasetInfo(shared / "dataset_info.json", name);
        if (!named) {
            EXPECT_EQ(named.error().code, "dataset_remote") << name;
            continue;
        }
        ++local;
        if (!std::filesystem::is_regular_file(named->file)) continue;
        data::ImportOptions options;
        options.mapping = named->mapping;
        EXPECT_TRUE(test::succeeded(importFile(named->file, options))) << name;
    }
    EXPECT_GE(local, 10);
}
