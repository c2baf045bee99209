#include "train/samples.h"

#include <algorithm>
#include <numeric>

namespace anneal::train {

Samples::Samples(text::PreparedTokens tokens) : tokens_(std::move(tokens)), trained_(tokens_.samples()) {
    for (std::size_t i = 0; i < trained_.size(); ++i) {
        const auto flags = tokens_.trained(i);
        // The first token of a sample has nothing before it to be predicted from.
        trained_[i] = static_cast<std::int32_t>(std::count(flags.begin() + std::min<std::ptrdiff_t>(1, std::ssize(flags)), flags.end(), 1));
    }
}

Result<Samples> Samples::open(const std::filesystem::path& folder, const catalogue::ModelConfig& config) {
    ANNEAL_TRY(tokens, text::PreparedTokens::open(folder, /*verify=*/true));
    if (tokens.samples() == 0)
        return fail("data_empty", folder.string() + " holds no sample", "check the data set and its filters: nothing was left to train on");
    // A tokenizer may know more tokens than the model has rows, as long as the text uses none of them.
    if (tokens.manifest().vocabSize > config.vocabSize)
        for (std::size_t i = 0; i < tokens.samples(); ++i)
            for (const auto id : tokens.ids(i))
                if (id >= config.vocabSize)
                    return fail("tokenizer_mismatch",
                                "sample " + std::to_string(i) + " has token " + std::to_string(id) + ", the model's embedding " +
                                    std::to_string(config.vocabSize) + " rows",
                                "use the tokenizer that belongs to this model");
    Samples samples(std::move(tokens));
    const auto lengths = samples.lengths();
    const auto longest = std::max_element(lengths.begin(), lengths.end());
    if (config.contextLength > 0 && *longest > config.contextLength)
        return fail("row_too_long",
                    "sample " + std::to_string(longest - lengths.begin()) + " has " + std::to_string(*longest) +
                        " tokens, the model reads " + std::to_string(config.contextLength) + " at most",
                    "set cutoff_len: " + std::to_string(config.contextLength) + ", or leave such rows out");
    if (std::all_of(samples.trained_.begin(), samples.trained_.end(), [](auto trained) { return trained == 0; }))
        return fail("nothing_trained", "every token of " + folder.string() + " is masked: there is nothing to train on",
                    "check the template and the answers' column, or raise cutoff_len if the prompts fill it");
    return samples;
}

std::vector<std::uint32_t> Samples::lengths() const {
    std::vector<std::uint32_t> lengths(count());
    for (std::size_t i = 0; i < lengths.size(); ++i) lengths[i] = static_cast<std::uint32_t>(tokens_.length(i));
    return lengths;
}

std::int64_t Samples::tokenCount(std::span<const std::uint32_t> rows) const {
    return std::accumulate(rows.begin(), rows.end(), std::int64_t{0},
                           [this](auto sum, auto row) { return sum + static_cast<std::int64_t>(tokens_.length(row)); });
}

std::int64_t Samples::trainedCount(std::span<const std::uint32_t> rows) const {
    return std::accumulate(rows.begin(), rows.end(), std::int64_t{0}, [this](auto sum, auto row) { return sum + trained_[row]; });
}

}  // namespace anneal::train
