#include <cmath>
#include <fstream>

#include <gtest/gtest.h>

#include "cli/command.h"
#include "cli/small_model.h"

namespace anneal::test {
namespace {

class EvalVerb : public testing::Test {
protected:
    void SetUp() override {
        writeSmallModel(folder / "model");
        write(folder / "chat.jsonl", R"({"instruction":"one","input":"","output":"uno"})"
                                     "\n"
                                     R"({"instruction":"two","input":"","output":"dos"})"
                                     "\n");
        write(folder / "text.jsonl", "{\"text\":\"plain text\"}\n{\"text\":\"more of it\"}\n{\"text\":\"and the end\"}\n");
    }
    Answer eval(const char* data, std::vector<std::string> more = {}) const {
        std::vector<std::string> arguments{"eval", "--model", (folder / "model").string(), "--data", (folder / data).string()};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return anneal(folder.path(), arguments);
    }
    std::vector<Json> lines(const std::filesystem::path& file) const {
        std::ifstream stream(file);
        std::vector<Json> found;
        for (std::string line; std::getline(stream, line);) found.push_back(Json::parse(line));
        return found;
    }
    TemporaryFolder folder;
};

TEST_F(EvalVerb, answers_and_their_end_tokens_are_what_counts) {
    const auto answer = eval("chat.jsonl");
    ASSERT_EQ(answer.code, 0) << answer.document;
    EXPECT_EQ(answer.document.at("samples"), 2);
    // The template's generation block: "A:uno</s>", six tokens a row.
    EXPECT_EQ(answer.document.at("trained_tokens"), 12);
    EXPECT_NEAR(answer.document.at("perplexity").get<double>(), std::exp(answer.document.at("loss").get<double>()),
                1e-6 * answer.document.at("perplexity").get<double>());
}

TEST_F(EvalVerb, plain_text_is_evaluated_whole) {
    const auto with = eval("text.jsonl"), without = eval("text.jsonl", {"--set", "append_eos=false"});
    ASSERT_EQ(with.code, 0) << with.document;
    EXPECT_EQ(with.document.at("samples"), 3);
    EXPECT_EQ(with.document.at("trained_tokens").get<int>(), without.document.at("trained_tokens").get<int>() + 3);
}

TEST_F(EvalVerb, predictions_hold_one_line_a_row) {
    const auto file = folder / "predictions.jsonl";
    const auto answer = eval("chat.jsonl", {"--predict", file.string(), "--max-tokens", "5"});
    ASSERT_EQ(answer.code, 0) << answer.document;
    EXPECT_EQ(answer.document.at("generated"), 2);
    EXPECT_DOUBLE_EQ(answer.document.at("exact_match"), 0);
    const auto found = lines(file);
    ASSERT_EQ(found.size(), 2u);
    EXPECT_EQ(found[1].at("prompt"), "two");
    EXPECT_EQ(found[1].at("label"), "dos");
    double sum = 0;
    for (const auto& line : found) sum += line.at("loss").get<double>() * line.at("trained_tokens").get<double>();
    EXPECT_NEAR(sum / 12, answer.document.at("loss").get<double>(), 1e-5);

    ASSERT_EQ(eval("text.jsonl", {"--predict", file.string()}).code, 0);
    EXPECT_EQ(lines(file).size(), 3u);
    EXPECT_FALSE(lines(file)[0].contains("predict"));
}

TEST_F(EvalVerb, failures_are_documents_with_exit_1) {
    EXPECT_EQ(errorCode(eval("chat.jsonl", {"--set", "learning_rate=1"})), "key_refused");
    EXPECT_EQ(errorCode(eval("chat.jsonl", {"--set", "cutof_len=1"})), "key_unknown");
    EXPECT_EQ(errorCode(eval("chat.jsonl", {"--set", "cutoff_len"})), "value_invalid");
    const auto missing = eval("nothing.jsonl");
    EXPECT_EQ(missing.code, 1);
    EXPECT_FALSE(errorCode(missing).empty());
    std::filesystem::remove_all(folder / "model");
    writeSmallModel(folder / "model", false);
    EXPECT_EQ(errorCode(eval("chat.jsonl")), "template_missing");
}

}  // namespace
}  // namespace anneal::test
