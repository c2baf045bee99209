#pragma once
// A small random model folder with a tokenizer, as a person would have one.

#include <filesystem>
#include <string>

#include <gtest/gtest.h>

#include "base/files.h"
#include "nn/load.h"
#include "support.h"

namespace anneal::test {

struct ModelOptions {
    std::string family = "llama";
    std::string tokenizer = "llama3";  ///< a folder of tests/golden/tokenizers
    std::int64_t hidden = 256;
    std::string dtype = "float32";
    std::uint64_t seed = 1;
    bool chatTemplate = true;
};

inline constexpr const char* kChatTemplate =
    "{% for m in messages %}<|im_start|>{{ m.role }}\n{{ m.content }}<|im_end|>\n{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}";

/// Rows of 256, so that K-quants fit; logits spread over several units, so that a wrong tensor shows.
inline void writeModel(const std::filesystem::path& folder, const ModelOptions& options = {}) {
    const Json config = {{"architectures",
                          {options.family == "llama"   ? "LlamaForCausalLM"
                           : options.family == "qwen2" ? "Qwen2ForCausalLM"
                                                       : "Qwen3ForCausalLM"}},
                         {"model_type", options.family},
                         {"vocab_size", 576},
                         {"hidden_size", options.hidden},
                         {"intermediate_size", options.hidden},
                         {"num_hidden_layers", 2},
                         {"num_attention_heads", 4},
                         {"num_key_value_heads", 2},
                         {"head_dim", options.hidden / 4},
                         {"max_position_embeddings", 512},
                         {"rms_norm_eps", 1e-6},
                         {"tie_word_embeddings", options.family == "qwen2"},
                         {"rope_theta", 10000.0},
                         {"initializer_range", 0.05},
                         {"bos_token_id", 0},
                         {"eos_token_id", 2},
                         {"dtype", options.dtype}};
    write(folder / "config.json", config.dump());
    const auto model = nn::loadCausalLm(folder, {.randomInit = true, .seed = options.seed});
    ASSERT_TRUE(succeeded(model));
    const auto dtype = options.dtype == "bfloat16" ? at::kBFloat16 : at::kFloat;
    ASSERT_TRUE(succeeded(nn::saveCausalLm(**model, folder, folder, {.dtype = dtype})));
    std::filesystem::copy_file(golden() / "tokenizers" / options.tokenizer / "tokenizer.json", folder / "tokenizer.json");
    const bool sentencePiece = options.tokenizer == "llama2";
    write(folder / "tokenizer_config.json", Json{{"bos_token", sentencePiece                   ? "<s>"
                                                               : options.tokenizer == "llama3" ? "<|begin_of_text|>"
                                                                                               : "<|endoftext|>"},
                                                 {"eos_token", sentencePiece ? "</s>" : "<|im_end|>"}}
                                                .dump());
    if (options.chatTemplate) write(folder / "chat_template.jinja", kChatTemplate);
}

}  // namespace anneal::test
