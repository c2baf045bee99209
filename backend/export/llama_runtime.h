#pragma once
// llama.cpp as the runtime that an exported GGUF file will meet, set up to be compared with: the whole file read into
// memory (no mmap), weights not repacked, F32 key/value cache, flash attention off.

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace anneal::exporting {

struct LlamaOptions {
    int threads = 0;           ///< 0: one a core
    int contextLength = 1024;  ///< tokens; the model's own if that is shorter
    bool vocabularyOnly = false;
};

struct RuntimeSpecialTokens {
    std::optional<std::int32_t> bos, eos, eot, pad;
    bool operator==(const RuntimeSpecialTokens&) const = default;
};

/// Not thread-safe: one thread at a time.
class LlamaRuntime {
public:
    /// Errors: "llama_load_failed" with llama.cpp's own words.
    static Result<LlamaRuntime> load(const std::filesystem::path& gguf, const LlamaOptions& options = {});
    LlamaRuntime(LlamaRuntime&&) noexcept;
    LlamaRuntime& operator=(LlamaRuntime&&) noexcept;
    ~LlamaRuntime();

    std::int32_t vocabSize() const;
    std::int32_t contextLength() const;
    /// Logits after each of `ids` as one sequence from position 0: [ids, vocab], row-major.
    Result<std::vector<float>> logits(std::span<const std::int32_t> ids);
    /// Reads `ids` behind what was read since forget(); the logits after the last of them, [vocab], valid until the next call.
    Result<std::span<const float>> read(std::span<const std::int32_t> ids);
    void forget();
    /// What greedy decoding adds to `prompt`; a stop token ends it and is the last id.
    Result<std::vector<std::int32_t>> generateGreedily(std::span<const std::int32_t> prompt, int maxTokens);

    /// `parseSpecial`: "<|im_end|>" in the text becomes that token.
    std::vector<std::int32_t> tokenize(std::string_view text, bool addSpecial, bool parseSpecial) const;
    std::string tokenText(std::int32_t id) const;
    bool isControl(std::int32_t id) const;
    std::string chatTemplate() const;
    RuntimeSpecialTokens special() const;
    /// Ids at which llama.cpp ends a generation, ascending: the file's own and those it knows by their text.
    std::vector<std::int32_t> stopIds() const;

private:
    struct State;
    explicit LlamaRuntime(std::unique_ptr<State> state);
    Status decode(std::span<const std::int32_t> ids, std::int32_t firstPosition, std::vector<float>* rows);
    std::unique_ptr<State> state_;
};

}  // namespace anneal::exporting
