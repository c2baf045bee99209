#include <unicode/utf8.h>

#include "data/clean/steps/steps.h"
#include "data/clean/steps/unicode_space.h"
#include "data/clean/text_edit.h"

namespace anneal::data {
namespace {

/// One kind of line end, no gaps before it, one space for each run of gaps after the first word of a line, invisible
/// characters gone. Indentation stays: it means something in code and verse.
class NormaliseWhitespace : public TextEditStep {
public:
    explicit NormaliseWhitespace(const Settings& settings) : TextEditStep(settings), blankLines_(settings.count("blank_lines")) {}

protected:
    bool edit(std::string_view text, std::string& out) const override {
        const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
        const auto size = std::int32_t(text.size());
        std::string gap;
        bool word = false;  // the line has begun
        std::int64_t lineEnds = 0;
        for (std::int32_t at = 0; at < size;) {
            const auto begin = at;
            UChar32 c;
            U8_NEXT(bytes, at, size, c);
            if (c == '\r' && at < size && bytes[at] == '\n') continue;
            if (isInvisible(c)) continue;
            if (isLineEnd(c)) {
                gap.clear();
                word = false;
                if (++lineEnds <= blankLines_ + 1) out += '\n';
            } else if (isBlank(c)) {
                gap += c == '\t' ? '\t' : ' ';
            } else {
                out += word ? (gap.empty() ? "" : " ") : gap;
                gap.clear();
                word = true;
                lineEnds = 0;
                out.append(text, std::size_t(begin), std::size_t(at - begin));
            }
        }
        return out != text;
    }

private:
    std::int64_t blankLines_;
};

}  // namespace

const StepKind& normaliseWhitespaceStep() {
    static const StepKind kind = {"normalise_whitespace",
                                  "text",
                                  "One kind of line end and single gaps between words",
                                  {textColumnsParameter(), Parameter::count("blank_lines", 1, "Empty lines kept between two others")},
                                  makeStep<NormaliseWhitespace>};
    return kind;
}

}  // namespace anneal::data
