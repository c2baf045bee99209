#include "data/features/entity_file.h"

#include <algorithm>

#include "base/files.h"
#include "base/text.h"
#include "base/yaml.h"

namespace anneal::data::features {
namespace {

tl::unexpected<Error> invalid(std::string message, std::string hint = "correct the entity set") {
    return fail("entity_set_invalid", std::move(message), std::move(hint));
}

Status checkKeys(const OrderedJson& document, const std::vector<std::string>& known) {
    for (const auto& [key, value] : document.items()) {
        if (std::find(known.begin(), known.end(), key) != known.end()) continue;
        const auto near = base::nearest(key, known);
        return invalid("there is no \"" + key + "\" here",
                       near ? "did you mean \"" + *near + "\"?" : "there are " + base::join(known, ", "));
    }
    return {};
}

Result<std::string> textAt(const OrderedJson& document, const std::string& key) {
    const auto found = document.find(key);
    if (found == document.end()) return std::string();
    if (!found->is_string() || found->empty()) return invalid(key + " must be a text");
    return found->get<std::string>();
}

Result<std::vector<std::string>> textsOf(const OrderedJson& list, const std::string& key) {
    std::vector<std::string> texts;
    for (const auto& one : list.is_array() ? list : OrderedJson::array({list})) {
        if (!one.is_string()) return invalid(key + " must be a list of columns", "write " + key + ": [first, second]");
        texts.push_back(one.get<std::string>());
    }
    return texts;
}

Result<ColumnReference> reference(const std::string& text) {
    const auto trimmed = std::string(base::trim(text));
    const auto dot = trimmed.find('.');
    if (dot == std::string::npos || dot == 0 || dot + 1 == trimmed.size())
        return invalid("\"" + trimmed + "\" is no table with a column", "write table.column");
    return ColumnReference{trimmed.substr(0, dot), trimmed.substr(dot + 1)};
}

Result<OrderedJson> mappingAt(const OrderedJson& document, const std::string& key) {
    const auto found = document.find(key);
    if (found == document.end()) return OrderedJson::object();
    if (!found->is_object()) return invalid(key + " must have a value for each column", "write " + key + ": {column: …}");
    return *found;
}

Status readColumns(const OrderedJson& document, TableEntry& entry) {
    ANNEAL_TRY(seconds, mappingAt(document, "secondary_time_index"));
    for (const auto& [time, columns] : seconds.items()) {
        ANNEAL_TRY(names, textsOf(columns, time));
        entry.secondaryTimes.emplace_back(time, names);
    }
    ANNEAL_TRY(types, mappingAt(document, "types"));
    for (const auto& [column, name] : types.items()) {
        const auto meaning = name.is_string() ? parseMeaning(name.get<std::string>()) : std::nullopt;
        if (!meaning) {
            const auto near = name.is_string() ? base::nearest(name.get<std::string>(), meaningNames()) : std::nullopt;
            return invalid("there is no type " + name.dump() + " for " + column,
                           near ? "did you mean " + *near + "?" : "the types are " + base::join(meaningNames(), ", "));
        }
        entry.types.emplace_back(column, *meaning);
    }
    ANNEAL_TRY(interesting, mappingAt(document, "interesting"));
    for (const auto& [column, values] : interesting.items()) {
        const auto list = values.is_array() ? values : OrderedJson::array({values});
        entry.interesting.emplace_back(column, std::vector<OrderedJson>(list.begin(), list.end()));
    }
    if (const auto ignored = document.find("ignore"); ignored != document.end()) {
        ANNEAL_TRY(names, textsOf(*ignored, "ignore"));
        entry.ignore = names;
    }
    return {};
}

Result<TableEntry> readTable(const std::string& name, const OrderedJson& document) {
    if (name.find('.') != std::string::npos) return invalid("a table's name has no dot");
    if (!document.is_object()) return invalid("a table needs data and an index", "write data: … and index: … below it");
    ANNEAL_CHECK(checkKeys(
        document, {"data", "of", "carry", "index", "make_index", "time_index", "secondary_time_index", "types", "ignore", "interesting"}));
    TableEntry entry;
    entry.name = name;
    ANNEAL_TRY(data, textAt(document, "data"));
    ANNEAL_TRY(of, textAt(document, "of"));
    ANNEAL_TRY(index, textAt(document, "index"));
    ANNEAL_TRY(time, textAt(document, "time_index"));
    entry.data = data;
    entry.index = index;
    entry.timeIndex = time;
    if (data.empty() == of.empty()) return invalid("a table needs either data or of", "data: FILE, or of: table.column");
    if (const auto make = document.find("make_index"); make != document.end()) {
        if (!make->is_boolean()) return invalid("make_index must be true or false");
        entry.makeIndex = make->get<bool>();
    }
    if (of.empty()) {
        if (index.empty()) return invalid("a table needs an index", "name the column that tells rows apart, or give make_index: true too");
        if (document.contains("carry")) return invalid("carry goes with of", "leave it out");
    } else {
        if (document.contains("index") || document.contains("make_index") || document.contains("time_index"))
            return invalid("a table with of has its index and time from there", "leave out index, make_index and time_index");
        ANNEAL_TRY(where, reference(of));
        entry.of = where;
        if (const auto carry = document.find("carry"); carry != document.end()) {
            ANNEAL_TRY(names, textsOf(*carry, "carry"));
            entry.carry = names;
        }
    }
    ANNEAL_CHECK(readColumns(document, entry));
    return entry;
}

Result<RelationshipEntry> readRelationship(const OrderedJson& value) {
    const std::string hint = "write parent.key <- child.key";
    if (!value.is_string()) return invalid(value.dump() + " is no relationship", hint);
    const auto text = value.get<std::string>();
    for (const std::string arrow : {"<-", "←"}) {
        const auto place = text.find(arrow);
        if (place == std::string::npos) continue;
        ANNEAL_TRY(parent, reference(text.substr(0, place)));
        ANNEAL_TRY(child, reference(text.substr(place + arrow.size())));
        return RelationshipEntry{parent, child};
    }
    return invalid("\"" + text + "\" is no relationship", hint);
}

Result<EntityFile> entityFile(OrderedJson document, const std::filesystem::path& folder) {
    if (!document.is_object() || !document.contains("tables") || !document["tables"].is_object() || document["tables"].empty())
        return invalid("there are no tables", "list them under `tables:`, each with data and index");
    ANNEAL_CHECK(checkKeys(document, {"tables", "relationships"}));
    EntityFile file{folder};
    for (const auto& [name, value] : document["tables"].items()) {
        auto entry = readTable(name, value);
        if (!entry) return failAt("table " + name, entry.error());
        file.tables.push_back(std::move(*entry));
    }
    if (const auto list = document.find("relationships"); list != document.end()) {
        if (!list->is_array()) return invalid("relationships must be a list", "write - parent.key <- child.key");
        for (const auto& value : *list) {
            ANNEAL_TRY(entry, readRelationship(value));
            file.relationships.push_back(std::move(entry));
        }
    }
    file.document = std::move(document);
    return file;
}

}  // namespace

Result<EntityFile> entityFileFromYaml(std::string_view text, const std::filesystem::path& folder) {
    ANNEAL_TRY(document, base::parseYaml(text));
    return entityFile(std::move(document), folder);
}

Result<EntityFile> readEntityFile(const std::filesystem::path& path) {
    ANNEAL_TRY(document, base::readYaml(path));
    auto file = entityFile(std::move(document), path.parent_path());
    if (!file) return failAt(path.string(), file.error());
    return file;
}

}  // namespace anneal::data::features
