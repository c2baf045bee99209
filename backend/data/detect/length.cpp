#include "data/detect/length.h"

#include "data/texts.h"

namespace anneal::data {
namespace {

bool continues(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

std::size_t nextCharacter(std::string_view text, std::size_t at) {
    do ++at;
    while (at < text.size() && continues(text[at]));
    return at;
}

/// Back to the last gap of the front's second half.
std::size_t atGap(std::string_view text, std::size_t end) {
    if (end == text.size() || end == 0) return end;
    for (auto at = end; at > end / 2; --at)
        if (text[at] == ' ' || text[at] == '\n' || text[at] == '\t') return at;
    return end;
}

}  // namespace

Result<LengthMeter> LengthMeter::create(const std::string& unit, const std::string& tokenizerPath) {
    LengthMeter meter;
    meter.unit_ = unit;
    if (unit != "tokens") return meter;
    if (tokenizerPath.empty())
        return fail("parameter_invalid", "lengths in tokens need a tokenizer", "add tokenizer: a model folder or a tokenizer's file");
    ANNEAL_TRY(tokenizer, text::Tokenizer::load(tokenizerPath));
    meter.tokenizer_ = tokenizer;
    return meter;
}

Result<LengthMeter> LengthMeter::create(const Settings& settings) { return create(settings.text("unit"), settings.text("tokenizer")); }

std::int64_t LengthMeter::measure(std::string_view text) const {
    if (tokenizer_) return std::int64_t(tokenizer_->encode(text).size());
    return unit_ == "words" ? wordCount(text) : characterCount(text);
}

std::size_t LengthMeter::cut(std::string_view text, std::int64_t most, bool wholeWords) const {
    if (measure(text) <= most) return text.size();
    // The measure grows with the front: half the distance each time.
    std::size_t fits = 0, exceeds = text.size();
    while (nextCharacter(text, fits) < exceeds) {
        auto middle = fits + (exceeds - fits) / 2;
        while (middle > fits && continues(text[middle])) --middle;
        if (middle == fits) middle = nextCharacter(text, fits);
        (measure(text.substr(0, middle)) <= most ? fits : exceeds) = middle;
    }
    return wholeWords ? atGap(text, fits) : fits;
}

Parameter lengthUnitParameter() {
    return Parameter::choice("unit", {"characters", "words", "tokens"},
                             "What lengths are counted in; each Chinese or Japanese character is a word");
}

Parameter lengthTokenizerParameter() { return Parameter::tokenizer("Whose tokens are counted: a model folder or a tokenizer's file"); }

}  // namespace anneal::data
