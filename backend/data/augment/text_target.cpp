#include "data/augment/text_target.h"

#include <arrow/array.h>
#include <arrow/table.h>
#include <arrow/type.h>

#include "data/json_texts.h"
#include "data/render.h"
#include "data/schema.h"
#include "data/texts.h"
#include "data/token_labels.h"

namespace anneal::data {
namespace {

/// The byte at which each character begins, and the text's end.
std::vector<std::size_t> characterPlaces(std::string_view text) {
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < text.size(); ++i)
        if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) places.push_back(i);
    places.push_back(text.size());
    return places;
}

bool varyText(std::string_view text, const VaryWords& vary, std::string& out) {
    auto words = WordSequence::ofText(text);
    vary(words);
    out = words.text();
    return out != text;
}

OrderedJson parsed(std::string_view json) {
    auto value = OrderedJson::parse(json, nullptr, false);
    return value.is_discarded() ? OrderedJson() : value;
}

}  // namespace

Result<TextTarget> TextTarget::of(const arrow::Schema& schema, const Mapping& mapping, int column) {
    TextTarget target;
    target.column_ = column;
    target.json_ = isJson(*schema.field(column));
    const auto& name = schema.field(column)->name();
    const auto tags = mapping.column("tags");
    if (mapping.shape != Shape::tokens || !tags) return target;
    if (mapping.column("tokens") != name && (mapping.column("tokens") || mapping.column("text") != name)) return target;
    ANNEAL_TRY(labels, columnIndex(schema, *tags));
    target.labels_ = labels;
    target.mapping_ = mapping;
    return target;
}

void TextTarget::vary(const arrow::Table& rows, std::int64_t row, const VaryWords& vary, Cells& cells) const {
    const auto before = stringAt(*rows.column(column_)->chunk(0), row);
    if (before.empty()) return;
    std::string out;
    if (labels_ >= 0) {
        std::string labels;
        appendPlain(labels, *rows.column(labels_)->chunk(0), row);
        if (json_)
            varyTokens(before, labels, vary, cells);
        else
            varySpans(before, labels, vary, cells);
        return;
    }
    const auto edit = [&](std::string_view text, std::string& edited) { return varyText(text, vary, edited); };
    if (json_ ? editJsonTexts(before, edit, out) : edit(before, out)) cells.emplace_back(column_, std::move(out));
}

void TextTarget::varyTokens(std::string_view tokens, const std::string& tags, const VaryWords& vary, Cells& cells) const {
    const auto labels =
        toTokenLabels(mapping_, {{*mapping_.column("tokens"), parsed(tokens)}, {*mapping_.column("tags"), parsed(tags)}}, 0);
    if (!labels) return;
    auto words = WordSequence::ofTokens(labels->tokens, labels->tags);
    vary(words);
    auto [list, names] = words.tokens();
    if (list == labels->tokens) return;
    cells.emplace_back(column_, base::dumpJson(OrderedJson(list)));
    if (names != labels->tags) cells.emplace_back(labels_, base::dumpJson(OrderedJson(names)));
}

void TextTarget::varySpans(std::string_view text, const std::string& spans, const VaryWords& vary, Cells& cells) const {
    auto given = parsed(spans);
    const auto labels = toTokenLabels(mapping_, {{*mapping_.column("text"), text}, {*mapping_.column("tags"), given}}, 0);
    if (!labels) return;
    const auto places = characterPlaces(text);
    std::vector<ByteRange> entities;
    for (const auto& span : labels->spans) entities.emplace_back(places[std::size_t(span.begin)], places[std::size_t(span.end)]);
    auto words = WordSequence::ofText(text, std::move(entities));
    vary(words);
    auto after = words.text();
    if (after == text) return;
    moveSpans(given, [&](std::int64_t begin) {
        const auto place = places[std::size_t(begin)];
        return characterCount(std::string_view(after).substr(0, place + std::size_t(words.shiftOf(place)))) - begin;
    });
    cells.emplace_back(column_, std::move(after));
    if (!given.is_null()) cells.emplace_back(labels_, base::dumpJson(given));
}

}  // namespace anneal::data
