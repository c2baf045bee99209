#include "pages/data/shown_text.h"

#include <cmath>

#include "controls/numbers.h"
#include "data/clean/difference.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {
namespace {

using controls::TextPart;
using Mark = TextPart::Mark;

constexpr double kExactly = 1e15, kDivided = 10'000;
constexpr int kContext = 28;                       // characters kept around a change
constexpr std::size_t kLongestCompared = 1 << 16;  // bytes; beyond, nobody sees it in a cell

/// A front of `text` that ends between characters.
std::string_view front(std::string_view text, std::size_t most) {
    if (text.size() <= most) return text;
    while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0) == 0x80) --most;
    return text.substr(0, most);
}

QString oneLine(QString text) {
    for (auto& letter : text) {
        if (letter == u'\n')
            letter = u'↵';
        else if (letter == u'\t')
            letter = u'⇥';
        else if (letter.category() == QChar::Other_Control)
            letter = QChar::ReplacementCharacter;
    }
    return text;
}

QString lineOf(std::string_view text) { return oneLine(QString::fromUtf8(text.data(), qsizetype(text.size()))); }

/// What stays the same, short: the change is what one looks for.
QString shortened(const QString& text, bool hasBefore, bool hasAfter) {
    const qsizetype most = kContext * (hasBefore && hasAfter ? 2 : 1);
    if (text.size() <= most + 2) return text;
    if (hasBefore && hasAfter) return text.left(kContext) + u" … "_s + text.right(kContext);
    return hasBefore ? text.left(kShownCharacters) : u"… "_s + text.right(kContext);
}

std::vector<TextPart> partsOf(std::string_view before, std::string_view after, Mark added, bool showsRemoved, bool showsAdded) {
    before = front(before, kLongestCompared);
    after = front(after, kLongestCompared);
    std::vector<TextPart> parts;
    const auto spans = data::diffSpans(before, after);
    int characters = 0;
    for (std::size_t i = 0; i < spans.size() && characters < kShownCharacters; ++i) {
        const auto& span = spans[i];
        using Kind = data::DiffSpan::Kind;
        if ((span.kind == Kind::removed && !showsRemoved) || (span.kind == Kind::added && !showsAdded)) continue;
        auto text = lineOf((span.kind == Kind::added ? after : before).substr(span.begin, span.size));
        if (span.kind == Kind::same) text = shortened(text, i > 0, i + 1 < spans.size());
        const auto mark = span.kind == Kind::same ? Mark::none : span.kind == Kind::added ? added : Mark::removed;
        characters += int(text.size());
        if (mark == Mark::none && !parts.empty() && parts.back().mark == Mark::none)
            parts.back().text += text;
        else
            parts.push_back({text, mark});
    }
    return parts;
}

}  // namespace

QString shownLine(std::string_view text) {
    auto line = lineOf(front(text, 4 * kShownCharacters)).left(kShownCharacters);
    return line;
}

std::vector<TextPart> shownChange(std::string_view before, std::string_view after, Mark mark, bool removed) {
    return partsOf(before, after, mark, removed, true);
}

std::vector<TextPart> shownSide(std::string_view before, std::string_view after, bool showsBefore) {
    return partsOf(before, after, Mark::added, showsBefore, !showsBefore);
}

QString shownNumber(double value) {
    const bool whole = value == std::floor(value) && std::abs(value) < kExactly;
    if (std::abs(value) < kDivided) return QString::number(value, 'f', whole ? 0 : 2);
    return whole ? controls::formatCount(std::int64_t(value)) : controls::formatDecimal(value, 2);
}

QString plainText(const std::vector<TextPart>& parts) {
    QString text;
    for (const auto& part : parts) text += part.text;
    return text;
}

}  // namespace anneal::pages
