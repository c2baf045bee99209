// Real vocabularies against the vectors of the libraries that own them.

#include <fstream>
#include <sstream>

#include "base/text.h"
#include "text/tokenizer_vectors.h"

namespace anneal::test {
namespace {

namespace fs = std::filesystem;

void expectVectors(const text::Tokenizer& tokenizer, const fs::path& file) {
    std::ifstream lines(file);
    int count = 0;
    for (std::string line; std::getline(lines, line); ++count) {
        const auto vector = base::parseJson(line);
        ASSERT_TRUE(vector) << file << " line " << count + 1;
        const auto text = vector->at("text").get<std::string>();
        EXPECT_EQ(tokenizer.encode(text), vector->at("ids").get<std::vector<int32_t>>()) << file << ": " << text.substr(0, 200);
    }
    EXPECT_GT(count, 0);
}

TEST(SharedVectors, llama2_sentencepiece_model) {
    const auto folder = sharedFolder() / "tokenizers";
    if (!fs::exists(folder)) GTEST_SKIP() << "no reference data beside the checkout";
    expectVectors(*loadTokenizer(folder / "llama2.c_tokenizer.model"), folder / "vectors/llama2_spm.jsonl");
}

TEST(SharedVectors, qwen2_tiktoken_ranks) {
    const auto folder = sharedFolder() / "tokenizers";
    if (!fs::exists(folder)) GTEST_SKIP() << "no reference data beside the checkout";
    expectVectors(*loadTokenizer(folder / "qwen.tiktoken"), folder / "vectors/qwen2.jsonl");
}

TEST(SharedVectors, deepseek_tokenizer_json) {
    const auto folder = sharedFolder() / "tokenizers";
    if (!fs::exists(folder)) GTEST_SKIP() << "no reference data beside the checkout";
    const auto json = fs::path(testing::TempDir()) / "deepseek_tokenizer.json";
    const auto command = "gzip -dc '" + (folder / "deepseek_tokenizer.json.gz").string() + "' > '" + json.string() + "'";
    ASSERT_EQ(std::system(command.c_str()), 0);
    const auto tokenizer = loadTokenizer(json);
    fs::remove(json);
    ASSERT_TRUE(tokenizer);
    expectVectors(*tokenizer, folder / "vectors/deepseek.jsonl");
}

// The forms of one small tokenizer must agree.
TEST(SharedVectors, torchtune_files_load_and_round_trip) {
    const auto folder = sharedFolder() / "tokenizers/torchtune";
    if (!fs::exists(folder)) GTEST_SKIP() << "no reference data beside the checkout";
    const std::string text = "Hello world! This is a test, with 123 numbers\nand two lines.";
    for (const auto* name : {"tokenizer.json", "tiny_bpe_tokenizer.json", "tiktoken_small.model"}) {
        const auto tokenizer = loadTokenizer(folder / name);
        ASSERT_TRUE(tokenizer) << name;
        EXPECT_EQ(tokenizer->decode(tokenizer->encode(text)), text) << name;
    }
}

TEST(SharedVectors, vocab_and_merges_give_the_ids_of_tokenizer_json) {
    const auto folder = sharedFolder() / "tokenizers/torchtune";
    if (!fs::exists(folder)) GTEST_SKIP() << "no reference data beside the checkout";
    const auto made = fs::path(testing::TempDir()) / "vocab_and_merges";
    fs::create_directories(made);
    fs::copy_file(folder / "tiny_bpe_vocab.json", made / "vocab.json", fs::copy_options::overwrite_existing);
    fs::copy_file(folder / "tiny_bpe_merges.txt", made / "merges.txt", fs::copy_options::overwrite_existing);
    std::ofstream(made / "tokenizer_config.json") << R"({"eos_token": "<|im_end|>", "added_tokens_decoder": {
        "2000": {"content": "<|endoftext|>", "special": true}, "2001": {"content": "<|im_start|>", "special": true},
        "2002": {"content": "<|im_end|>", "special": true}}})";
    const auto fromFiles = loadTokenizer(made), fromJson = loadTokenizer(folder / "tiny_bpe_tokenizer.json");
    ASSERT_TRUE(fromFiles && fromJson);
    for (const std::string text : {"Hello world 123", "<|im_start|>user\nI'm  here<|im_end|>", "中文 naïve\r\n\n x"})
        EXPECT_EQ(fromFiles->encode(text), fromJson->encode(text)) << text;
    EXPECT_EQ(fromFiles->special().eos, 2002);
}

class LlamaCppVocabulary : public testing::TestWithParam<fs::path> {};

// test-tokenizer-0's pairs: special tokens are not parsed, none is added.
TEST_P(LlamaCppVocabulary, ids_equal_those_of_llama_cpp) {
    const auto tokenizer = loadTokenizer(GetParam());
    ASSERT_TRUE(tokenizer);
    auto inputs = *base::readFile(GetParam().string() + ".inp");
    const auto outputs = base::split(*base::readFile(GetParam().string() + ".out"), '\n');
    const std::string separator = "\n__ggml_vocab_test__\n";
    std::size_t row = 0;
    for (std::size_t begin = 0; begin <= inputs.size() && row < outputs.size(); ++row) {
        const auto end = std::min(inputs.find(separator, begin), inputs.size());
        const auto text = inputs.substr(begin, end - begin);
        std::vector<int32_t> expected;
        std::istringstream numbers(outputs[row]);
        for (int32_t id; numbers >> id;) expected.push_back(id);
        EXPECT_EQ(tokenizer->encodePlain(text), expected) << text;
        begin = end + separator.size();
    }
    EXPECT_GT(row, 40u);
}

std::vector<fs::path> vocabularies() {
    std::vector<fs::path> files;
    for (const auto& folder : {llamaFolder(), sharedFolder() / "tokenizers/ggml-vocab"}) {
        std::error_code ignored;
        for (const auto& entry : fs::directory_iterator(folder, ignored))
            if (entry.path().extension() == ".gguf" && fs::exists(entry.path().string() + ".inp")) files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

std::string vocabularyName(const testing::TestParamInfo<fs::path>& info) {
    auto name = info.param.stem().string() + "_" + std::to_string(info.index);
    for (auto& c : name)
        if (!isalnum(static_cast<unsigned char>(c))) c = '_';
    return name;
}

INSTANTIATE_TEST_SUITE_P(each, LlamaCppVocabulary, testing::ValuesIn(vocabularies()), vocabularyName);
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(LlamaCppVocabulary);

}  // namespace
}  // namespace anneal::test
