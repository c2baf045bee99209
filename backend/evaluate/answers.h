#pragma once
// How a generated answer is compared with the one that was wanted.

#include <cstdint>
#include <string>
#include <string_view>

#include "base/json.h"

namespace anneal::evaluate {

/// For exact match: white space (ASCII) at both ends taken off, nothing else.
std::string trimmedAnswer(std::string_view answer);
/// For accuracy and token F1, as SQuAD's script has it (Rajpurkar et al. 2016) but for every language: lower case
/// (ASCII), ASCII punctuation and the words a, an, the taken out, white space runs as one blank.
std::string normalisedAnswer(std::string_view answer);

bool exactMatch(std::string_view generated, std::string_view wanted);
bool sameAnswer(std::string_view generated, std::string_view wanted);
/// Harmonic mean of precision and recall over the normalised words, in [0, 1]; 1 where both are empty.
double tokenF1(std::string_view generated, std::string_view wanted);

/// Means over the samples added.
class AnswerScores {
public:
    void add(std::string_view generated, std::string_view wanted);
    std::int64_t samples() const { return samples_; }
    /// {"exact_match","accuracy","token_f1","generated"}; the shares are 0 without samples.
    Json toJson() const;

private:
    std::int64_t samples_ = 0;
    std::int64_t exact_ = 0;
    std::int64_t same_ = 0;
    double f1_ = 0;
};

}  // namespace anneal::evaluate
