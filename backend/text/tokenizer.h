#pragma once
// Text to token ids and back, as Hugging Face `tokenizers`, SentencePiece and llama.cpp have it for the same files.

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace anneal::text {

namespace tokenizer {
class Pipeline;
}

/// Ids of the tokens with a role; nullopt where the model names none.
struct SpecialTokens {
    std::optional<int32_t> bos, eos, unk, pad;
};

/// An immutable tokenizer; every const member may be called from any thread at once.
class Tokenizer {
public:
    explicit Tokenizer(std::unique_ptr<const tokenizer::Pipeline> pipeline);
    ~Tokenizer();

    /// Reads a model folder (tokenizer.json, else tokenizer.model, vocab.json with merges.txt, vocab.txt, llama2.c's
    /// tokenizer.bin, or a tiktoken rank file; tokenizer_config.json and special_tokens_map.json beside them name
    /// special and further added tokens), or one file: tokenizer.json, SentencePiece or tiktoken .model, .tiktoken, .gguf,
    /// BERT's .txt, llama2.c's .bin.
    /// Errors: "file_not_found", "tokenizer_not_found", "tokenizer_invalid" (the file contradicts itself),
    /// "tokenizer_unsupported" (a component that is known but not read here, by its name: Unigram, dropout, …).
    static Result<std::shared_ptr<const Tokenizer>> load(const std::filesystem::path& path);

    /// The ids of `text`. Bytes that are not UTF-8 become U+FFFD first, as Python's errors='replace' has it. Special
    /// tokens spelt out in the text become their ids; `addSpecial` also runs the post-processor (BOS, EOS, CLS, …).
    std::vector<int32_t> encode(std::string_view text, bool addSpecial = false) const;
    /// As encode, with every added token that is special read as plain text (what an untrusted user typed).
    std::vector<int32_t> encodePlain(std::string_view text) const;

    /// The text of `ids`; unknown ids are left out. Always valid UTF-8.
    std::string decode(std::span<const int32_t> ids, bool skipSpecial = false) const;

    std::optional<int32_t> tokenId(std::string_view token) const;  ///< by its vocabulary spelling ("Ġthe", "<s>")
    std::string tokenText(int32_t id) const;                       ///< vocabulary spelling; empty if there is no such id
    bool isSpecial(int32_t id) const;                              ///< left out by decode(…, skipSpecial = true)
    int32_t vocabSize() const;                                     ///< highest id + 1, added tokens included
    SpecialTokens special() const;

private:
    std::unique_ptr<const tokenizer::Pipeline> pipeline_;
};

/// Decodes one token at a time for display. What push returns is final and never ends inside a code point; all pushes
/// and finish together are what decode gives for the whole (but for a byte run that turns out not to be UTF-8).
class StreamDecoder {
public:
    explicit StreamDecoder(std::shared_ptr<const Tokenizer> tokenizer, bool skipSpecial = false);
    std::string push(int32_t id);  ///< the text that `id` completes; may be empty
    std::string finish();          ///< what was held back; the decoder is as new afterwards

private:
    std::string emit(const std::string& text);
    void settle();

    std::shared_ptr<const Tokenizer> tokenizer_;
    bool skipSpecial_;
    std::vector<int32_t> window_;  ///< ids whose text is compared; the first `settled_` were handed out
    std::size_t settled_ = 0;
    std::size_t emitted_ = 0;  ///< bytes of the window's text that were handed out
};

}  // namespace anneal::text
