// Every component against Hugging Face tokenizers, on small tokenizers made by golden/make_tokenizers.py.

#include "text/tokenizer_vectors.h"

namespace anneal::test {
namespace {

class GoldenTokenizer : public testing::TestWithParam<std::string> {
protected:
    std::shared_ptr<const text::Tokenizer> tokenizer_ = loadTokenizer(goldenFolder() / GetParam());
    Json vectors_ = base::readJson(goldenFolder() / GetParam() / "vectors.json")->at("vectors");
};

TEST_P(GoldenTokenizer, ids_and_texts_equal_those_of_tokenizers) {
    ASSERT_TRUE(tokenizer_);
    for (const auto& vector : vectors_) {
        const auto text = vector["text"].get<std::string>();
        const auto ids = vector["ids"].get<std::vector<int32_t>>(), special = vector["special"].get<std::vector<int32_t>>();
        EXPECT_EQ(tokenizer_->encode(text), ids) << text;
        EXPECT_EQ(tokenizer_->encode(text, true), special) << text;
        EXPECT_EQ(tokenizer_->decode(ids), vector["decoded"]) << text;
        EXPECT_EQ(tokenizer_->decode(special, true), vector["skipped"]) << text;
    }
}

TEST_P(GoldenTokenizer, streamed_text_equals_decoded_text) {
    ASSERT_TRUE(tokenizer_);
    for (const auto& vector : vectors_) {
        const auto ids = vector["ids"].get<std::vector<int32_t>>();
        EXPECT_EQ(streamed(tokenizer_, ids), tokenizer_->decode(ids)) << vector["text"];
    }
}

std::vector<std::string> goldenNames() {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(goldenFolder()))
        if (entry.is_directory()) names.push_back(entry.path().filename());
    std::sort(names.begin(), names.end());
    return names;
}

INSTANTIATE_TEST_SUITE_P(each, GoldenTokenizer, testing::ValuesIn(goldenNames()), [](const auto& info) { return info.param; });

}  // namespace
}  // namespace anneal::test
