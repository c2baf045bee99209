// What holds for every tokenizer, and what is refused.

#include <fstream>
#include <random>
#include <thread>

#include "base/text.h"
#include "text/tokenizer/pattern.h"
#include "text/tokenizer/split_fast.h"
#include "text/tokenizer_vectors.h"

namespace anneal::test {
namespace {

namespace fs = std::filesystem;

/// Writes a tokenizer.json and loads it.
Result<std::shared_ptr<const text::Tokenizer>> loadText(const std::string& json) {
    const auto file = fs::path(testing::TempDir()) / "written_tokenizer.json";
    std::ofstream(file) << json;
    return text::Tokenizer::load(file);
}

std::string randomText(std::mt19937& random) {
    static const std::vector<std::string> parts{"a",   "E", "z",  "'", "s", "ll",      " ",      "  ",     "\n",     "\r\n",
                                                "\t",  "1", "42", "½", "é", "e\u0301", "中",     "文",     "の",     "ア",
                                                "한",  "д", "ا",  "ส", "👍", "\u200d",  "\u00a0", "\u3000", "\u2028", "!",
                                                "...", "$", "_",  "-", "/", "ſ",       "\u0301", "\x01"};
    std::string text;
    for (auto count = random() % 40; count > 0; --count) text += parts[random() % parts.size()];
    return text;
}

TEST(Tokenizer, malformed_bytes_read_as_the_replacement_character) {
    const auto tokenizer = loadTokenizer(goldenFolder() / "gpt2");
    EXPECT_EQ(tokenizer->encode("a\xE4\xBD z\xFF"), tokenizer->encode("a\uFFFD z\uFFFD"));
    EXPECT_TRUE(base::isValidUtf8(tokenizer->decode(tokenizer->encode("\x80\x80"))));
}

TEST(Tokenizer, the_stream_holds_back_until_a_character_is_whole) {
    const auto tokenizer = loadTokenizer(goldenFolder() / "gpt2");
    std::mt19937 random(7);
    for (int round = 0; round < 300; ++round) {
        const auto ids = tokenizer->encode(randomText(random) + "𝔘👩‍👩‍👧");
        text::StreamDecoder decoder(tokenizer);
        std::string all;
        for (const auto id : ids) {
            const auto fresh = decoder.push(id);
            ASSERT_TRUE(base::isValidUtf8(fresh));
            ASSERT_EQ(fresh.find("\uFFFD"), std::string::npos);
            all += fresh;
        }
        ASSERT_EQ(all + decoder.finish(), tokenizer->decode(ids));
    }
}

TEST(Tokenizer, random_ids_stream_to_their_decoded_text) {
    std::mt19937 random(3);
    for (const auto* name : {"gpt2", "bert", "clip", "metaspace_decoder", "gemma"}) {
        const auto tokenizer = loadTokenizer(goldenFolder() / name);
        for (int round = 0; round < 200; ++round) {
            std::vector<int32_t> ids(random() % 30);
            for (auto& id : ids) id = int32_t(random() % unsigned(tokenizer->vocabSize()));
            ASSERT_EQ(streamed(tokenizer, ids), tokenizer->decode(ids)) << name;
        }
    }
}

TEST(Tokenizer, threads_get_the_same_ids) {
    const auto tokenizer = loadTokenizer(goldenFolder() / "qwen2");
    std::mt19937 random(11);
    std::vector<std::string> texts;
    std::vector<std::vector<int32_t>> expected;
    for (int i = 0; i < 200; ++i) texts.push_back(randomText(random));
    for (const auto& text : texts) expected.push_back(tokenizer->encode(text));
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t)
        threads.emplace_back([&] {
            for (std::size_t i = 0; i < texts.size(); ++i) EXPECT_EQ(tokenizer->encode(texts[i]), expected[i]);
        });
    for (auto& thread : threads) thread.join();
}

TEST(Tokenizer, plain_text_spells_out_special_tokens) {
    const auto tokenizer = loadTokenizer(goldenFolder() / "qwen2");
    const std::string text = "<|im_start|>user";
    const auto special = tokenizer->encode(text), plain = tokenizer->encodePlain(text);
    EXPECT_EQ(special.front(), tokenizer->tokenId("<|im_start|>"));
    EXPECT_EQ(std::count(plain.begin(), plain.end(), special.front()), 0);
    EXPECT_EQ(tokenizer->decode(plain), text);
    EXPECT_TRUE(tokenizer->isSpecial(special.front()));
    EXPECT_EQ(tokenizer->decode(special, true), "user");
}

TEST(Tokenizer, tokenizer_config_names_roles_and_further_tokens) {
    const auto folder = fs::path(testing::TempDir()) / "configured";
    fs::create_directories(folder);
    fs::copy_file(goldenFolder() / "qwen2/tokenizer.json", folder / "tokenizer.json", fs::copy_options::overwrite_existing);
    std::ofstream(folder / "tokenizer_config.json") << R"({"eos_token": {"content": "<|im_end|>"}, "pad_token": "<|endoftext|>",
        "bos_token": null, "added_tokens_decoder": {"480": {"content": "<tool>", "special": false, "normalized": false}}})";
    const auto tokenizer = loadTokenizer(folder);
    EXPECT_EQ(tokenizer->special().eos, tokenizer->tokenId("<|im_end|>"));
    EXPECT_EQ(tokenizer->special().pad, 0);
    EXPECT_FALSE(tokenizer->special().bos);
    EXPECT_EQ(tokenizer->encode("<tool>"), std::vector<int32_t>{480});
    EXPECT_EQ(tokenizer->vocabSize(), 481);
}

TEST(Tokenizer, a_long_word_merges_as_a_short_one) {
    const auto tokenizer = loadTokenizer(goldenFolder() / "llama2");
    std::string text;
    for (int i = 0; i < 4000; ++i) text += "ab low ";
    const auto ids = tokenizer->encode(text);
    EXPECT_EQ(tokenizer->decode(ids), text);
    const auto letters = tokenizer->encode(std::string(5000, 'a'));
    EXPECT_EQ(tokenizer->decode(letters), std::string(5000, 'a'));
}

TEST(Splitters, hand_written_ones_equal_their_patterns) {
    std::mt19937 random(5);
    const std::string deepSeek =
        "[!\"#$%&'()*+,\\-./:;<=>?@\\[\\\\\\]^_`{|}~][A-Za-z]+|[^\r\n\\p{L}\\p{P}\\p{S}]?[\\p{L}\\p{M}]+| "
        "?[\\p{P}\\p{S}]+[\r\n]*|\\s*[\r\n]+|\\s+(?!\\S)|\\s+";
    const std::string qwen35 =
        R"((?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?[\p{L}\p{M}]+|\p{N}| ?[^\s\p{L}\p{M}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+)";
    const std::string gpt2Rewritten = R"('(?:[sdmt]|ll|ve|re)| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+)";
    using namespace text::tokenizer;
    for (const std::string& expression :
         {std::string(kGpt2Pattern), gpt2Rewritten, std::string(kLlama3Pattern), std::string(kQwen2Pattern), qwen35, deepSeek,
          std::string("[一-龥぀-ゟ゠-ヿ]+"), std::string(R"(\p{N}{1,3})"), std::string(R"(\p{N})")}) {
        const auto fast = fastPattern(expression);
        ASSERT_TRUE(fast) << expression;
        const auto regex = *regexPattern("(?:" + expression + ")");
        for (int round = 0; round < 3000; ++round) {
            const auto text = randomText(random);
            std::vector<Stretch> expected, found;
            regex->find(text, expected);
            fast->find(text, found);
            ASSERT_EQ(found.size(), expected.size()) << expression << ": " << text;
            for (std::size_t i = 0; i < found.size(); ++i) ASSERT_EQ(found[i].end, expected[i].end) << expression << ": " << text;
        }
    }
}

TEST(BadTokenizer, absent_paths_and_folders_say_so) {
    EXPECT_EQ(text::Tokenizer::load("/nowhere/tokenizer.json").error().code, "file_not_found");
    const auto empty = fs::path(testing::TempDir()) / "no_tokenizer";
    fs::create_directories(empty);
    const auto error = text::Tokenizer::load(empty).error();
    EXPECT_EQ(error.code, "tokenizer_not_found");
    EXPECT_FALSE(error.hint.empty());
}

TEST(BadTokenizer, unigram_and_dropout_are_refused_by_name) {
    const auto unigram = loadText(R"({"model": {"type": "Unigram", "vocab": [["a", -1.0]]}})");
    ASSERT_FALSE(unigram);
    EXPECT_EQ(unigram.error().code, "tokenizer_unsupported");
    EXPECT_NE(unigram.error().message.find("Unigram"), std::string::npos);
    const auto dropout = loadText(R"({"model": {"type": "BPE", "dropout": 0.1, "vocab": {"a": 0}, "merges": []}})");
    ASSERT_FALSE(dropout);
    EXPECT_NE(dropout.error().message.find("dropout"), std::string::npos);
}

TEST(BadTokenizer, contradictions_are_named) {
    const auto merge = loadText(R"({"model": {"type": "BPE", "vocab": {"a": 0, "b": 1}, "merges": ["a b"]}})");
    ASSERT_FALSE(merge);
    EXPECT_NE(merge.error().message.find("\"ab\""), std::string::npos) << merge.error().message;
    for (const auto* json : {R"({"model": {"type": "BPE", "vocab": {"a": -1}, "merges": []}})",
                             R"({"model": {"type": "BPE", "vocab": {"a": 0}, "merges": ["a"]}})", R"({"model": 3})", "[]", "{",
                             R"({"model": {"type": "BPE", "vocab": {"a": 0, "b": 0}, "merges": []}})"})
        EXPECT_FALSE(loadText(json)) << json;
    EXPECT_EQ(loadText(R"({"model": {"type": "BPE", "vocab": {"a": 0}, "merges": []}, "pre_tokenizer": {"type": "Quantum"}})").error().code,
              "tokenizer_unsupported");
}

TEST(BadTokenizer, files_cut_short_fail_at_any_length) {
    for (const auto* name : {"tokenizer.model", "cut.gguf", "cut.bin"}) {
        const auto file = fs::path(testing::TempDir()) / name;
        for (const std::string bytes : {"", "\x0a", "GGUF",
                                        "\x0a\xff\xff\xff\xff\x0f"
                                        "abc",
                                        "GGUF\x03\x00\x00\x00"}) {
            std::ofstream(file, std::ios::binary) << bytes;
            EXPECT_FALSE(text::Tokenizer::load(file)) << name << " of " << bytes.size() << " bytes";
        }
    }
}

}  // namespace
}  // namespace anneal::test
