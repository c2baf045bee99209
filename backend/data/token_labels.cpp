#include "data/token_labels.h"

#include <algorithm>
#include <tuple>

#include "base/text.h"

namespace anneal::data {
namespace {

std::int64_t characters(std::string_view text) {
    return std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
}

std::string plain(const OrderedJson& value) { return value.is_string() ? value.get<std::string>() : base::dumpJson(value); }

template <class Document>
Document* member(Document& object, std::initializer_list<const char*> names) {
    for (const auto* name : names)
        if (object.contains(name) && !object[name].is_null()) return &object[name];
    return nullptr;
}

template <class Document>
Document* beginOf(Document& span) {
    return member(span, {"start", "start_offset", "begin", "start_char"});
}
template <class Document>
Document* endOf(Document& span) {
    return member(span, {"end", "end_offset", "end_char"});
}

/// One span of a list; false if it is none.
bool readSpan(const OrderedJson& given, LabelledSpan& span) {
    if (given.is_array() && given.size() >= 3 && given[0].is_number_integer() && given[1].is_number_integer()) {
        span = {given[0], given[1], plain(given[2])};
        return true;
    }
    if (!given.is_object()) return false;
    const auto *begin = beginOf(given), *end = endOf(given);
    const auto* label = member(given, {"label", "type", "entity", "entity_group", "tag", "labels"});
    if (!begin || !end || !label || !begin->is_number_integer() || !end->is_number_integer()) return false;
    span = {*begin, *end, plain(label->is_array() && !label->empty() ? label->front() : *label)};
    return true;
}

/// {"name": {"叶老桂": [[9, 11]]}}: the last character's place, not the one after it.
bool readDictionary(const OrderedJson& labels, std::vector<LabelledSpan>& spans) {
    for (const auto& [label, words] : labels.items()) {
        if (!words.is_object()) return false;
        for (const auto& places : words) {
            if (!places.is_array()) return false;
            for (const auto& place : places) {
                if (!place.is_array() || place.size() != 2 || !place[0].is_number_integer() || !place[1].is_number_integer()) return false;
                spans.push_back({place[0], place[1].get<std::int64_t>() + 1, label});
            }
        }
    }
    return true;
}

std::vector<std::string> strings(const OrderedJson& list) {
    std::vector<std::string> texts;
    for (const auto& one : list) texts.push_back(plain(one));
    return texts;
}

}  // namespace

Result<TokenLabels> toTokenLabels(const Mapping& mapping, const OrderedJson& row, std::int64_t number) {
    const auto invalid = [&](const std::string& why) {
        return fail("row_invalid", "row " + std::to_string(number) + ": " + why, "check the mapping, or drop the row in a clean step");
    };
    const auto value = [&](const char* part) {
        const auto column = mapping.column(part);
        return column && row.contains(*column) ? row[*column] : OrderedJson();
    };
    TokenLabels labels;
    const auto tags = value("tags");
    if (mapping.column("tokens")) {
        const auto tokens = value("tokens");
        if (!tokens.is_array() || !tags.is_array()) return invalid("tokens and tags are not both lists");
        labels.tokens = strings(tokens);
        labels.tags = strings(tags);
        if (labels.tokens.size() != labels.tags.size())
            return invalid(std::to_string(labels.tokens.size()) + " tokens and " + std::to_string(labels.tags.size()) + " tags");
        return labels;
    }
    const auto text = value("text");
    if (!text.is_string()) return invalid("there is no text");
    labels.text = text.get<std::string>();
    if (tags.is_array()) {
        for (const auto& one : tags)
            if (LabelledSpan span; readSpan(one, span))
                labels.spans.push_back(std::move(span));
            else
                return invalid("a label is no span: " + base::dumpJson(one).substr(0, 100));
    } else if (!tags.is_null() && (!tags.is_object() || !readDictionary(tags, labels.spans))) {
        return invalid("the labels are neither a list of spans nor a dictionary of them");
    }
    const auto length = characters(labels.text);
    for (const auto& span : labels.spans)
        if (span.begin < 0 || span.end <= span.begin || span.end > length)
            return invalid("span " + std::to_string(span.begin) + "–" + std::to_string(span.end) + " of " + span.label +
                           " lies outside the text");
    std::sort(labels.spans.begin(), labels.spans.end(),
              [](const auto& a, const auto& b) { return std::tie(a.begin, a.end, a.label) < std::tie(b.begin, b.end, b.label); });
    return labels;
}

void moveSpans(OrderedJson& labels, const std::function<std::int64_t(std::int64_t begin)>& shift) {
    const auto move = [&](OrderedJson& begin, OrderedJson& end) {
        const auto by = shift(begin);
        begin = begin.get<std::int64_t>() + by;
        end = end.get<std::int64_t>() + by;
    };
    if (labels.is_object()) {
        for (auto& words : labels)
            for (auto& places : words)
                for (auto& place : places) move(place[0], place[1]);
        return;
    }
    for (auto& span : labels)
        if (span.is_array())
            move(span[0], span[1]);
        else
            move(*beginOf(span), *endOf(span));
}

}  // namespace anneal::data
