#pragma once
// A model folder's tokenizer as GGUF stores it.

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "export/gguf_file.h"

namespace anneal::exporting {

enum class TokenType : std::int32_t { normal = 1, unknown = 2, control = 3, userDefined = 4, unused = 5, byte = 6 };

struct GgufVocabulary {
    std::string model;                ///< "gpt2": byte-level BPE; "llama": SentencePiece's BPE
    std::string pre;                  ///< llama.cpp's name of the pre-tokenizer
    std::vector<std::string> tokens;  ///< by id; ids that the tokenizer lacks are "[PADn]", unused
    std::vector<TokenType> types;
    std::vector<float> scores;        ///< of "llama": merges with the higher score come first
    std::vector<std::string> merges;  ///< of "gpt2": "left right", most urgent first
    std::optional<std::int32_t> bos, eos, unk, pad;
    std::vector<std::int32_t> stops;  ///< every id that ends an answer, eos first
    bool addBos = false, addEos = false;
    bool addSpacePrefix = false;  ///< of "llama"
    std::string chatTemplate;     ///< Jinja; may be empty

    void writeTo(GgufWriter& writer) const;
};

/// Reads tokenizer.json (or tokenizer.model, or llama2.c's tokenizer.bin), tokenizer_config.json, generation_config.json and config.json of
/// a Hugging Face folder. `vocabSize` is the model's. Errors: "tokenizer_unsupported", "tokenizer_invalid", "pre_tokenizer_unknown",
/// "tokenizer_too_large" (ids beyond the model's vocabulary), "too_many_stop_tokens" (GGUF names three).
Result<GgufVocabulary> readGgufVocabulary(const std::filesystem::path& folder, std::int32_t vocabSize);

}  // namespace anneal::exporting
