#pragma once
// The prepared samples of one run, checked against the model that is to read them.

#include <cstdint>
#include <filesystem>
#include <span>
#include <vector>

#include "catalogue/model_config.h"
#include "text/prepared.h"

namespace anneal::train {

class Samples {
public:
    /// Errors: those of PreparedTokens::open, "data_empty", "nothing_trained", "row_too_long", "tokenizer_mismatch".
    static Result<Samples> open(const std::filesystem::path& folder, const catalogue::ModelConfig& config);

    std::size_t count() const { return trained_.size(); }
    const text::PreparedTokens& tokens() const { return tokens_; }
    std::vector<std::uint32_t> lengths() const;
    /// Over some samples: tokens in all, and those whose prediction counts in the loss.
    std::int64_t tokenCount(std::span<const std::uint32_t> rows) const;
    std::int64_t trainedCount(std::span<const std::uint32_t> rows) const;

private:
    explicit Samples(text::PreparedTokens tokens);
    text::PreparedTokens tokens_;
    std::vector<std::int32_t> trained_;  ///< trained tokens a sample
};

}  // namespace anneal::train
