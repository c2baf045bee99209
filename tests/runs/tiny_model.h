#pragma once
// A model folder without weights: a two-layer Llama's config and a tokenizer of 256 bytes and an end token.

#include <cstdlib>
#include <string>

#include "base/json.h"
#include "support.h"

namespace anneal::runs {

inline std::string utf8(unsigned code) {
    if (code < 0x80) return {char(code)};
    return {char(0xC0 | code >> 6), char(0x80 | (code & 0x3F))};
}

/// GPT-2's printable stand-in for each byte.
inline OrderedJson byteVocabulary() {
    OrderedJson vocabulary;
    unsigned next = 256;
    for (unsigned byte = 0; byte < 256; ++byte) {
        const bool printable = (byte >= 33 && byte <= 126) || (byte >= 161 && byte <= 172) || byte >= 174;
        vocabulary[utf8(printable ? byte : next++)] = byte;
    }
    return vocabulary;
}

inline void writeTinyModel(const std::filesystem::path& folder) {
    const OrderedJson config{{"model_type", "llama"},
                             {"architectures", {"LlamaForCausalLM"}},
                             {"vocab_size", 257},
                             {"hidden_size", 32},
                             {"intermediate_size", 64},
                             {"num_hidden_layers", 2},
                             {"num_attention_heads", 4},
                             {"num_key_value_heads", 2},
                             {"max_position_embeddings", 512},
                             {"rms_norm_eps", 1e-5},
                             {"tie_word_embeddings", false},
                             {"eos_token_id", 256}};
    test::write(folder / "config.json", config.dump());
    OrderedJson tokenizer;
    tokenizer["version"] = "1.0";
    tokenizer["added_tokens"] = {{{"id", 256},
                                  {"content", "<end>"},
                                  {"single_word", false},
                                  {"lstrip", false},
                                  {"rstrip", false},
                                  {"normalized", false},
                                  {"special", true}}};
    const OrderedJson byteLevel{{"type", "ByteLevel"}, {"add_prefix_space", false}, {"trim_offsets", true}, {"use_regex", true}};
    tokenizer["normalizer"] = nullptr;
    tokenizer["pre_tokenizer"] = byteLevel;
    tokenizer["post_processor"] = nullptr;
    tokenizer["decoder"] = byteLevel;
    tokenizer["model"] = {{"type", "BPE"}, {"vocab", byteVocabulary()}, {"merges", OrderedJson::array()}};
    test::write(folder / "tokenizer.json", tokenizer.dump());
    test::write(folder / "tokenizer_config.json", R"({"eos_token":"<end>"})");
}

}  // namespace anneal::runs
