#pragma once
// Labels that their texts argue against, by confident learning (Northcutt, Jiang and Chuang 2021): from the rows of which a model that has
// not seen them is as sure as it usually is of a class follows how many labels of each class are wrong; the likeliest of them are named
// (their "prune by noise rate").

#include <filesystem>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/stop_token.h"
#include "data/detect/spool.h"
#include "data/detect/twins.h"

namespace anneal::data {

struct LabelDoubt {
    RowNumber row = 0;
    std::int32_t suggested = 0;  ///< the class that the text speaks for
    float given = 0;             ///< probability of the row's own class
    float other = 0;             ///< of the suggested one
};

/// Softmax regression over hashed words and pairs of words, trained on all folds but the row's own.
class LabelDoubts {
public:
    static Result<LabelDoubts> create(const std::filesystem::path& scratch);

    /// Any thread.
    static std::vector<std::uint32_t> featuresOf(std::string_view text);
    /// Classes are numbered from 0. A row without features has no say.
    Status add(RowNumber row, std::int32_t label, const std::vector<std::uint32_t>& features);
    /// By row. The same on any number of threads. Errors "stopped", "read_failed".
    Result<std::vector<LabelDoubt>> find(int classes, int folds, std::uint64_t seed, int threads, const base::StopToken& stop);

private:
    class Model;
    struct Entry {
        RowNumber row;
        std::uint64_t begin;  ///< of its features, in numbers
        std::uint32_t size;
        std::int32_t label;
    };
    LabelDoubts(Spool features, Spool probabilities) : features_(std::move(features)), probabilities_(std::move(probabilities)) {}
    Status load(const Entry& entry, std::vector<std::uint32_t>& features) const;
    Result<std::vector<float>> predictFold(int fold, int classes, int folds, std::uint64_t seed, const base::StopToken& stop) const;
    int foldOf(std::size_t index, int folds, std::uint64_t seed) const;

    Spool features_, probabilities_;
    std::vector<Entry> entries_;
};

}  // namespace anneal::data
