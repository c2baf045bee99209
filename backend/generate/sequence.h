#pragma once
// One answer while it grows.

#include <optional>

#include "generate/generator.h"
#include "generate/stop_text.h"

namespace anneal::generate {

class Sequence {
public:
    Sequence(std::span<const std::int32_t> prompt, std::int64_t maxTokens, const GenerateOptions& options, std::uint64_t seed,
             const std::shared_ptr<const text::Tokenizer>& tokenizer);

    bool finished() const { return finished_; }
    /// Chooses among the logits of the next token (one row, on the host); -1 if none is finite.
    std::int32_t choose(std::span<const float> logits);
    /// Takes the token and returns the text that is final with it.
    std::string take(std::int32_t id);
    /// What the model has not read yet: the prompt at first, then the last token.
    std::span<const std::int32_t> unread() const;
    std::int64_t read() const { return read_; }
    void markRead() { read_ = std::int64_t(all_.size()); }
    Generated result() const;

private:
    void end(Finish finish, std::string& text);

    std::vector<std::int32_t> all_;  ///< prompt and answer
    std::size_t promptTokens_;
    std::int64_t read_ = 0;
    std::int64_t maxTokens_;
    std::vector<std::int32_t> stopIds_;
    Sampler sampler_;
    std::optional<text::StreamDecoder> decoder_;
    StopText stopText_;
    std::string text_;
    Finish finish_ = Finish::length;
    bool finished_ = false;
};

}  // namespace anneal::generate
