#include "data/clean/html.h"
#include "data/clean/steps/steps.h"
#include "data/clean/text_edit.h"

namespace anneal::data {
namespace {

/// Takes HTML out of texts that hold some.
class StripHtml : public TextEditStep {
public:
    explicit StripHtml(const Settings& settings) : TextEditStep(settings) {
        const auto links = settings.text("links");
        links_ = links == "drop" ? Links::drop : links == "markdown" ? Links::markdown : Links::text;
    }

protected:
    bool edit(std::string_view text, std::string& out) const override {
        if (!looksLikeHtml(text)) return false;
        out = htmlText(text, links_);
        return out != text;
    }

private:
    Links links_;
};

}  // namespace

const StepKind& stripHtmlStep() {
    static const StepKind kind = {"strip_html",
                                  "text",
                                  "Take HTML tags and entities out and keep the text",
                                  {textColumnsParameter(), Parameter::choice("links", {"text", "markdown", "drop"},
                                                                             "Keep a link's words, also its address, or neither")},
                                  makeStep<StripHtml>};
    return kind;
}

}  // namespace anneal::data
