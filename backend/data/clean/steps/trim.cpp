#include <unicode/utf8.h>

#include "data/clean/steps/steps.h"
#include "data/clean/steps/unicode_space.h"
#include "data/clean/text_edit.h"

namespace anneal::data {
namespace {

/// Takes white space off both ends of every text.
class Trim : public TextEditStep {
public:
    using TextEditStep::TextEditStep;

protected:
    bool edit(std::string_view text, std::string& out) const override {
        const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
        const auto gap = [](UChar32 c) { return isBlank(c) || isLineEnd(c) || isInvisible(c); };
        std::int32_t begin = 0, end = std::int32_t(text.size());
        for (std::int32_t next = begin; begin < end; begin = next) {
            UChar32 c;
            U8_NEXT(bytes, next, end, c);
            if (!gap(c)) break;
        }
        for (std::int32_t previous = end; end > begin; end = previous) {
            UChar32 c;
            U8_PREV(bytes, begin, previous, c);
            if (!gap(c)) break;
        }
        if (std::size_t(end - begin) == text.size()) return false;
        out = text.substr(std::size_t(begin), std::size_t(end - begin));
        return true;
    }
};

}  // namespace

const StepKind& trimStep() {
    static const StepKind kind = {"trim", "text", "Take white space off both ends", {textColumnsParameter()}, makeStep<Trim>};
    return kind;
}

}  // namespace anneal::data
