#include "cli/verbs/change_text.h"

#include "base/json.h"
#include "data/clean/difference.h"

namespace anneal::cli {
namespace {

constexpr std::size_t kAround = 24;    // bytes shown beside a change
constexpr std::size_t kLongest = 160;  // bytes shown of one stretch

bool continues(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

/// The text with its middle left out where it is longer than both ends together, line ends and the like escaped.
std::string abridged(std::string_view text, std::size_t front, std::size_t back) {
    const auto quoted = [](std::string_view part) {
        const auto shown = base::dumpJson(Json(part));
        return shown.substr(1, shown.size() - 2);
    };
    if (text.size() <= front + back) return quoted(text);
    auto second = text.size() - back;
    while (front > 0 && continues(text[front])) --front;
    while (second < text.size() && continues(text[second])) ++second;
    return quoted(text.substr(0, front)) + (front > 0 ? " …" : "…") + (back > 0 ? " " : "") + quoted(text.substr(second));
}

}  // namespace

std::string changeText(const std::optional<std::string>& before, const std::optional<std::string>& after) {
    if (!before || !after) {
        const auto shown = [](const std::optional<std::string>& text) {
            return text ? abridged(*text, kLongest / 2, kLongest / 2) : "(empty)";
        };
        return shown(before) + " → " + shown(after);
    }
    std::string line;
    const auto spans = data::diffSpans(*before, *after);
    for (std::size_t i = 0; i < spans.size(); ++i) {
        const auto& span = spans[i];
        const auto text = std::string_view(span.kind == data::DiffSpan::Kind::added ? *after : *before).substr(span.begin, span.size);
        switch (span.kind) {
            case data::DiffSpan::Kind::same: line += abridged(text, i > 0 ? kAround : 0, i + 1 < spans.size() ? kAround : 0); break;
            case data::DiffSpan::Kind::removed: line += "[-" + abridged(text, kLongest / 2, kLongest / 2) + "-]"; break;
            case data::DiffSpan::Kind::added: line += "{+" + abridged(text, kLongest / 2, kLongest / 2) + "+}"; break;
        }
    }
    return line;
}

}  // namespace anneal::cli
