#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>

#include "data/clean/steps/steps.h"
#include "data/clean/text_edit.h"

namespace anneal::data {
namespace {

/// Brings equal characters to equal code points (UAX #15).
class NormaliseUnicode : public TextEditStep {
public:
    NormaliseUnicode(const Settings& settings, const icu::Normalizer2& normalizer) : TextEditStep(settings), normalizer_(normalizer) {}

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
    const icu::Normalizer2& normalizer_;
};

Result<const icu::Normalizer2*> normalizerFor(const std::string& form) {
    UErrorCode error = U_ZERO_ERROR;
    const auto* normalizer = form == "NFC"    ? icu::Normalizer2::getNFCInstance(error)
                             : form == "NFKC" ? icu::Normalizer2::getNFKCInstance(error)
                             : form == "NFD"  ? icu::Normalizer2::getNFDInstance(error)
                                              : icu::Normalizer2::getNFKDInstance(error);
    if (U_FAILURE(error)) return fail("unicode_data", "ICU has no normalisation data", "install libicu");
    return normalizer;
}

}  // namespace

const StepKind& normaliseUnicodeStep() {
    static const StepKind kind = {
        "normalise_unicode",
        "text",
        "Bring equal characters to equal code points",
        {textColumnsParameter(), Parameter::choice("form", {"NFC", "NFKC", "NFD", "NFKD"},
                                                   "NFC composes; NFKC also folds full-width and other compatibility forms")},
        [](const Settings& settings) -> Result<std::unique_ptr<Step>> {
            ANNEAL_TRY(normalizer, normalizerFor(settings.text("form")));
            return std::make_unique<NormaliseUnicode>(settings, *normalizer);
        }};
    return kind;
}

}  // namespace anneal::data
