#include <gtest/gtest.h>

#include "cli/command.h"
#include "cli/small_model.h"

namespace anneal::test {
namespace {

class ChatVerb : public testing::Test {
protected:
    void SetUp() override { writeSmallModel(folder / "model"); }
    Answer chat(std::vector<std::string> more) const {
        std::vector<std::string> arguments{"chat", "--model", (folder / "model").string(), "--prompt", "hello", "--max-tokens", "12"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return anneal(folder.path(), arguments);
    }
    TemporaryFolder folder;
};

TEST_F(ChatVerb, greedy_answers_are_the_same_each_time) {
    const auto first = chat({"--greedy"}), second = chat({"--greedy"});
    ASSERT_EQ(first.code, 0) << first.document;
    EXPECT_EQ(first.document.at("ids"), second.document.at("ids"));
    EXPECT_EQ(first.document.at("text"), second.document.at("text"));
    EXPECT_LE(first.document.at("ids").size(), 12u);
    EXPECT_GT(first.document.at("tokens_per_second").get<double>(), 0);
    const bool stopped = first.document.at("ids").back() == 2;
    EXPECT_EQ(first.document.at("finish"), stopped ? "stop" : "length");
}

TEST_F(ChatVerb, the_template_decides_what_the_model_reads) {
    // "Q:hello\nA:" is ten characters, "hello" alone five.
    EXPECT_EQ(chat({"--greedy"}).document.at("prompt_tokens"), 10);
    EXPECT_EQ(chat({"--greedy", "--raw"}).document.at("prompt_tokens"), 5);
    EXPECT_EQ(chat({"--greedy", "--system", "be"}).document.at("prompt_tokens"), 15);
}

TEST_F(ChatVerb, samples_follow_the_seed) {
    const auto first = chat({"--seed", "5", "--temperature", "2"}), second = chat({"--seed", "5", "--temperature", "2"});
    const auto other = chat({"--seed", "6", "--temperature", "2"});
    ASSERT_EQ(first.code, 0);
    EXPECT_EQ(first.document.at("ids"), second.document.at("ids"));
    EXPECT_NE(first.document.at("ids"), other.document.at("ids"));
}

TEST_F(ChatVerb, an_exported_file_answers_in_llama_cpp_as_its_model_does) {
    const auto base = std::filesystem::path(ANNEAL_SOURCE_DIR) / "resources/demo/base";
    const auto file = (folder / "base.gguf").string();
    ASSERT_EQ(anneal(folder.path(), {"export", base.string(), "--to", "gguf", "--quant", "F32", "--out", file}).code, 0);
    const auto ask = [&](const std::string& model) {
        return anneal(folder.path(),
                      {"chat", "--model", model, "--prompt", "The old house", "--max-tokens", "24", "--greedy", "--dtype", "fp32"});
    };
    const auto answer = ask(file), expected = ask(base.string());
    ASSERT_EQ(answer.code, 0) << answer.document;
    EXPECT_EQ(answer.document.at("ids"), expected.document.at("ids"));
    EXPECT_EQ(answer.document.at("text"), expected.document.at("text"));
    EXPECT_EQ(answer.document.at("template"), expected.document.at("template"));
    EXPECT_EQ(errorCode(anneal(folder.path(), {"chat", "--model", file, "--prompt", "x", "--adapter", "y"})), "adapter_not_found");
    EXPECT_EQ(errorCode(anneal(folder.path(), {"eval", "--model", file, "--data", "x"})), "model_unsupported");
}

TEST_F(ChatVerb, failures_are_documents_with_exit_1) {
    const auto noModel = anneal(folder.path(), {"chat", "--model", "nowhere", "--prompt", "x"});
    EXPECT_EQ(noModel.code, 1);
    EXPECT_EQ(errorCode(noModel), "model_unknown");
    EXPECT_EQ(errorCode(chat({"--adapter", "nowhere"})), "adapter_not_found");
    EXPECT_EQ(errorCode(chat({"--template", "nosuch"})), "template_unknown");
    std::filesystem::resize_file(folder / "model/model.safetensors", 4000);
    const auto damaged = chat({});
    EXPECT_EQ(damaged.code, 1);
    EXPECT_FALSE(errorCode(damaged).empty());
    EXPECT_EQ(chat({"--max-tokens", "0"}).code, 2);
}

}  // namespace
}  // namespace anneal::test
