#pragma once
// The files a tokenizer comes in. Each loader names what is wrong; the caller puts the file's name in front.

#include <filesystem>
#include <string_view>

#include "text/tokenizer/pipeline.h"
#include "text/tokenizer/tokenizer_config.h"

namespace anneal::text::tokenizer {

/// Hugging Face's tokenizer.json.
Result<Parts> loadTokenizerJson(const std::filesystem::path& file);
/// SentencePiece BPE. `matchesControl`: the spelling of control tokens in a text becomes their ids, as transformers has
/// it; SentencePiece itself reads it as text.
Result<Parts> loadSentencePiece(const std::filesystem::path& file, bool matchesControl, const TokenizerConfig& config);
/// The vocabulary in a GGUF file: gpt2 and its pre-tokenizers, llama (SPM), bert.
Result<Parts> loadGguf(const std::filesystem::path& file);
/// vocab.json and merges.txt, as GPT-2 and Qwen have them.
Result<Parts> loadVocabMerges(const std::filesystem::path& folder, const TokenizerConfig& config);
/// BERT's vocab.txt.
Result<Parts> loadVocabText(const std::filesystem::path& file, const TokenizerConfig& config);
/// tiktoken's ranks: a Base64 token and its rank a line.
Result<Parts> loadTiktoken(const std::filesystem::path& file);
/// llama2.c's tokenizer.bin.
Result<Parts> loadLlama2c(const std::filesystem::path& file);

/// A vocabulary of scored pieces that merges as SentencePiece does; shared by three loaders.
struct ScoredPiece {
    enum class Kind { normal = 1, unknown = 2, control = 3, userDefined = 4, unused = 5, byte = 6 };
    std::string text;
    float score = 0;
    Kind kind = Kind::normal;
};
/// The pieces of llama2.c's tokenizer.bin: <unk>, <s>, </s>, 256 bytes, then the rest.
Result<std::vector<ScoredPiece>> readLlama2cPieces(const std::filesystem::path& file);

struct ScoredOptions {
    bool dummyPrefix = true;
    bool prefixOnlyAtStart = false;  ///< not again after a special token
    bool collapseSpaces = false;
    bool matchesControl = true;
};
Result<Parts> scoredParts(std::vector<ScoredPiece> pieces, Normalizers normalizers, const ScoredOptions& options);

}  // namespace anneal::text::tokenizer
