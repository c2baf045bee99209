#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>

#include "data/clean/parameters.h"
#include "data/clean/steps/steps.h"
#include "data/clean/text_columns.h"

namespace anneal::data {
namespace {

/// Brings equal characters to equal code points (UAX #15).
class NormaliseUnicode : public TextEditStep {
public:
    NormaliseUnicode(std::vector<std::string> columns, std::string form, const icu::Normalizer2& normalizer)
        : TextEditStep(std::move(columns)), form_(std::move(form)), normalizer_(normalizer) {}
    std::string_view name() const override { return "normalise_unicode"; }
    OrderedJson parameters() const override { return {{"columns", columnNames_}, {"form", form_}}; }

protected:
    bool edit(std::string_view text, std::string& out) const override {
        UErrorCode error = U_ZERO_ERROR;
        const icu::StringPiece piece(text.data(), std::int32_t(text.size()));
        if (normalizer_.isNormalizedUTF8(piece, error) || U_FAILURE(error)) return false;
        icu::StringByteSink<std::string> sink(&out);
        normalizer_.normalizeUTF8(0, piece, sink, nullptr, error);
        return U_SUCCESS(error) && out != text;
    }

private:
    std::string form_;
    const icu::Normalizer2& normalizer_;
};

}  // namespace

Result<std::unique_ptr<Step>> makeNormaliseUnicode(const OrderedJson& given) {
    Parameters parameters("normalise_unicode", given);
    auto columns = parameters.names("columns");
    auto form = parameters.choice("form", {"NFC", "NFKC"});
    ANNEAL_CHECK(parameters.finish());
    UErrorCode error = U_ZERO_ERROR;
    const auto* normalizer = form == "NFC" ? icu::Normalizer2::getNFCInstance(error) : icu::Normalizer2::getNFKCInstance(error);
    if (U_FAILURE(error)) return fail("unicode_data", "ICU has no normalisation data", "install libicu");
    return std::make_unique<NormaliseUnicode>(std::move(columns), std::move(form), *normalizer);
}

}  // namespace anneal::data
