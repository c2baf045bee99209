#include "data/sources/json_layout.h"

#include <algorithm>
#include <array>
#include <set>

namespace anneal::data {
namespace {

/// Keys under which files keep their rows beside other fields.
constexpr std::array<std::string_view, 8> kRowKeys = {"data", "rows", "records", "items", "examples", "samples", "train", "dataset"};
/// Lists under these are one row's, not columns of a table.
constexpr std::array<std::string_view, 4> kListsOfARow = {"tokens", "words", "input_ids", "labels"};
constexpr auto npos = std::string_view::npos;

template <class List>
bool contains(const List& list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

std::string_view firstLine(std::string_view text) {
    const auto begin = skipSpace(text, 0);
    return text.substr(begin, text.find('\n', begin) - begin);
}

struct Member {
    std::string_view key;               ///< without its quotes
    std::size_t begin = 0, end = npos;  ///< of the value; npos where the sample ends within it
};

enum class ObjectEnd { open, alone, followed };  ///< beyond the text, at its end, before more of it

/// Members of the object that begins at `text[at]`, as far as the text goes.
std::vector<Member> membersOf(std::string_view text, std::size_t at, ObjectEnd& objectEnd) {
    std::vector<Member> members;
    objectEnd = ObjectEnd::open;
    for (at = skipSpace(text, at + 1); at < text.size() && text[at] == '"';) {
        const auto value = memberValue(text, at);
        if (value == npos) break;
        const auto keyEnd = endOfValue(text, at);
        const auto end = endOfValue(text, value);
        members.push_back({text.substr(at + 1, keyEnd - at - 2), value, end});
        if (end == npos) break;
        at = skipSpace(text, end);
        if (at < text.size() && text[at] == '}')
            objectEnd = skipSpace(text, at + 1) == text.size() ? ObjectEnd::alone : ObjectEnd::followed;
        if (at >= text.size() || text[at] != ',') break;
        at = skipSpace(text, at + 1);
    }
    return members;
}

/// Where the list at the end of the path begins; npos if it is not there.
std::size_t listAt(std::string_view text, std::size_t object, const std::vector<std::string>& path) {
    ObjectEnd unused{};
    auto at = object;
    for (std::size_t i = 0; i < path.size(); ++i) {
        if (at >= text.size() || text[at] != '{') return npos;
        const auto members = membersOf(text, at, unused);
        const auto found = std::find_if(members.begin(), members.end(), [&](const Member& one) { return one.key == path[i]; });
        if (found == members.end()) return npos;
        at = found->begin;
    }
    return at < text.size() && text[at] == '[' ? at : npos;
}

/// The list of objects under one of the usual keys.
std::size_t usualList(std::string_view text, const std::vector<Member>& members) {
    for (const auto& member : members) {
        if (text[member.begin] != '[' || !contains(kRowKeys, member.key)) continue;
        const auto element = skipSpace(text, member.begin + 1);
        if (element < text.size() && text[element] == '{') return member.begin;
    }
    return npos;
}

std::set<std::string_view> keysOf(std::string_view object) {
    ObjectEnd unused{};
    std::set<std::string_view> keys;
    for (const auto& member : membersOf(object, 0, unused)) keys.insert(member.key);
    return keys;
}

bool isNumber(std::string_view key) { return !key.empty() && key.find_first_not_of("0123456789") == npos; }

/// What one object over the whole text holds: columns, rows by key, or one row.
JsonLayout layoutOfObject(std::string_view text, const std::vector<Member>& members) {
    if (members.size() < 2 || contains(kListsOfARow, members[0].key) || contains(kListsOfARow, members[1].key))
        return JsonLayout::documents;
    bool lists = true, objects = true;
    for (const auto& member : members) {
        lists = lists && text[member.begin] == '[';
        objects = objects && text[member.begin] == '{';
    }
    if (lists) {
        const auto element = skipSpace(text, members[0].begin + 1);
        const bool plain = element < text.size() && text[element] != '{' && text[element] != '[' && text[element] != ']';
        return plain ? JsonLayout::table : JsonLayout::documents;
    }
    if (!objects) return JsonLayout::documents;
    const auto first = keysOf(text.substr(members[0].begin));
    const auto second = keysOf(text.substr(members[1].begin));
    const auto common = std::count_if(first.begin(), first.end(), [&](auto key) { return second.count(key) > 0; });
    if (first.empty() || common * 2 < std::ptrdiff_t(std::max(first.size(), second.size()))) return JsonLayout::documents;
    const bool numbered = std::all_of(first.begin(), first.end(), isNumber);
    return numbered && !isNumber(members[0].key) ? JsonLayout::table : JsonLayout::members;
}

/// Self-Instruct's tasks keep their inputs and outputs in a list beside the instruction.
bool hasInstances(std::string_view row) {
    simdjson::dom::parser parser;
    simdjson::dom::element value, output;
    simdjson::dom::array list;
    if (parser.parse(row.data(), row.size()).get(value) != simdjson::SUCCESS || !value.is_object()) return false;
    if (value["instruction"].error() != simdjson::SUCCESS || value["instances"].get(list) != simdjson::SUCCESS || list.size() == 0)
        return false;
    return list.at(0)["output"].get(output) == simdjson::SUCCESS;
}

}  // namespace

std::string_view layoutName(JsonLayout layout) {
    static constexpr std::array<std::string_view, 5> names = {"lines", "array", "members", "documents", "table"};
    return names[std::size_t(layout)];
}

JsonReading detectLayout(std::string_view sample, bool sampleIsWhole, bool namedLines, const std::vector<std::string>& records) {
    JsonReading reading;
    reading.rules.records = records;
    const auto begin = skipSpace(sample, 0);
    if (begin >= sample.size()) return reading;
    const auto line = firstLine(sample);
    const auto second = firstLine(sample.substr(std::min(sample.size(), begin + line.size() + 1)));
    const char first = sample[begin];
    reading.anyValue = first != '{';
    auto row = line;
    if (first == '[') {
        const bool linesOfArrays = !second.empty() && (second[0] == '[' || second[0] == '{') && isJsonDocument(line);
        if (linesOfArrays) return reading;
        const auto element = skipSpace(sample, begin + 1);
        reading.layout = JsonLayout::array;
        reading.skip = begin + 1;
        reading.anyValue = element < sample.size() && sample[element] != '{';
        row = sample.substr(element, endOfValue(sample, element) - element);
    } else if (first != '{') {
        if (!namedLines) reading.layout = JsonLayout::documents;
    } else {
        const bool lineIsRow = isJsonDocument(line);
        const auto end = endOfValue(line, 0);
        const bool another = end != npos && skipSpace(line, end) < line.size() && line[skipSpace(line, end)] == '{';
        const bool secondIsRow = second.starts_with('{') && isJsonDocument(second) && !another;
        const bool many = lineIsRow && (namedLines || !second.empty());
        if (!many && !secondIsRow) {
            ObjectEnd objectEnd{};
            const auto members = membersOf(sample, begin, objectEnd);
            const auto list = records.empty() ? usualList(sample, members) : listAt(sample, begin, records);
            if (list != npos) {
                const auto element = skipSpace(sample, list + 1);
                return {JsonLayout::array, list + 1, true, element < sample.size() && sample[element] != '{', {}};
            }
            const bool alone = objectEnd == ObjectEnd::alone || (objectEnd == ObjectEnd::open && !sampleIsWhole);
            reading.layout = alone && !namedLines ? layoutOfObject(sample, members) : lineIsRow ? JsonLayout::lines : JsonLayout::documents;
            if (reading.layout == JsonLayout::members) reading.skip = begin + 1;
            if (namedLines && !lineIsRow) reading.layout = JsonLayout::lines;
        }
    }
    if (records.empty() && hasInstances(row)) reading.rules.records = {"instances"};
    return reading;
}

}  // namespace anneal::data
