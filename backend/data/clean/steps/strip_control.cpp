#include "data/clean/steps/steps.h"
#include "data/clean/text_edit.h"

namespace anneal::data {
namespace {

/// Takes out control characters (but tab and line ends) and terminal colour codes.
class StripControl : public TextEditStep {
public:
    using TextEditStep::TextEditStep;

protected:
    bool edit(std::string_view text, std::string& out) const override {
        for (std::size_t i = 0; i < text.size(); ++i) {
            const auto byte = static_cast<unsigned char>(text[i]);
            if (byte == 0x1B && i + 1 < text.size() && text[i + 1] == '[') {
                i += 2;
                while (i < text.size() && (static_cast<unsigned char>(text[i]) < 0x40 || static_cast<unsigned char>(text[i]) > 0x7E)) ++i;
                continue;
            }
            if (byte == 0x7F || (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r')) continue;
            out += text[i];
        }
        return out.size() != text.size();
    }
};

}  // namespace

const StepKind& stripControlStep() {
    static const StepKind kind = {
        "strip_control", "text", "Take out control characters and terminal colour codes", {textColumnsParameter()}, makeStep<StripControl>};
    return kind;
}

}  // namespace anneal::data
