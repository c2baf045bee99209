#pragma once
// Rows as a model will see them: rendered by its template, cut into tokens, each known as trained or not.

#include <filesystem>
#include <memory>

#include "controls/token_view.h"
#include "data/rows.h"
#include "text/label_mask.h"

namespace anneal::pages {

struct LensOptions {
    std::filesystem::path model;
    std::string templateName;  ///< empty: the model's own
    std::int64_t cutoff = 2048;
    bool trainOnPrompt = false;

    bool operator==(const LensOptions&) const = default;
};

/// How long a sample is and what is wrong with it.
struct SampleLength {
    std::int32_t tokens = 0;
    std::int32_t trained = 0;
    std::int32_t trainedCut = 0;  ///< of the trained ones those beyond the cutoff
    bool failed = false;          ///< no sample can be made of the row
    bool mute = false;            ///< nothing is trained but special tokens: there is no answer
    bool isLong(std::int64_t cutoff) const { return tokens > cutoff; }
    bool hasProblem(std::int64_t cutoff) const { return failed || mute || isLong(cutoff); }
};

struct ShownSample {
    std::int64_t row = 0;  ///< from 1
    SampleLength length;
    std::vector<controls::Token> tokens;
    std::string text;  ///< what was tokenised
    std::optional<Error> error;
    bool endsWithStop = false;  ///< the last token that is trained ends the answer
};

class SampleLens {
public:
    /// Reads tokenizer and template. Errors: those of Tokenizer::load and ChatTemplate::choose.
    static Result<std::shared_ptr<SampleLens>> open(const data::Dataset& dataset, LensOptions options);

    std::int64_t size() const { return reader_.size(); }
    const LensOptions& options() const { return options_; }
    /// Any thread. `row` from 0. A row that makes no sample says why in `error`.
    Result<ShownSample> sample(std::int64_t row);
    Result<std::vector<SampleLength>> lengths(std::int64_t first, std::int64_t count);

private:
    SampleLens(const data::Dataset& dataset, LensOptions options, text::SampleEncoder encoder);
    Result<text::MaskedTokens> encode(const OrderedJson& row, std::int64_t number) const;
    SampleLength lengthOf(const text::MaskedTokens& tokens) const;

    data::RowReader reader_;
    LensOptions options_;
    text::SampleEncoder encoder_;
};

}  // namespace anneal::pages
