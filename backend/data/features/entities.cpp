#include "data/features/entities.h"

#include <algorithm>

#include <arrow/array.h>
#include <arrow/table.h>
#include <arrow/type.h>

#include "base/text.h"
#include "data/dataset_info.h"
#include "data/features/stopped.h"
#include "data/rows.h"
#include "data/schema.h"

namespace anneal::data::features {
namespace {

constexpr double kWordsOfText = 4;  // on average; fewer are names
constexpr std::int64_t kRowsLookedAt = 1024;

tl::unexpected<Error> unknownColumn(const std::string& table, const std::string& column, const std::vector<std::string>& columns) {
    const auto near = base::nearest(column, columns);
    return fail("column_unknown", "table " + table + " has no column \"" + column + "\"",
                near ? "did you mean \"" + *near + "\"?" : "the columns are " + base::join(columns, ", "));
}

Result<int> columnOf(const Entity& entity, const std::string& column) {
    const int found = entity.column(column);
    if (found < 0) return unknownColumn(entity.name, column, entity.columnNames());
    return found;
}

bool readsLikeText(const arrow::ChunkedArray& column) {
    std::int64_t texts = 0, gaps = 0;
    for (const auto& chunk : column.chunks()) {
        const auto& strings = static_cast<const arrow::StringArray&>(*chunk);
        for (std::int64_t i = 0; i < strings.length(); ++i) {
            if (strings.IsNull(i)) continue;
            const auto view = strings.GetView(i);
            ++texts;
            gaps += std::count(view.begin(), view.end(), ' ');
        }
    }
    return texts > 0 && double(gaps) / double(texts) >= kWordsOfText;
}

Meaning meaningOf(const arrow::Field& field, const arrow::ChunkedArray& sample, bool nulls) {
    if (arrow::is_integer(field.type()->id())) return nulls ? Meaning::integerOrNull : Meaning::integer;
    switch (field.type()->id()) {
        case arrow::Type::FLOAT:
        case arrow::Type::DOUBLE: return Meaning::real;
        case arrow::Type::BOOL: return nulls ? Meaning::truthOrNull : Meaning::truth;
        case arrow::Type::DATE32:
        case arrow::Type::DATE64:
        case arrow::Type::TIMESTAMP: return Meaning::time;
        case arrow::Type::STRING: return isJson(field) ? Meaning::other : readsLikeText(sample) ? Meaning::text : Meaning::category;
        default: return Meaning::other;
    }
}

/// What a person may say a column means, given what it holds.
bool canMean(Meaning held, Meaning wanted) {
    const auto number = [](Meaning one) { return one == Meaning::integer || one == Meaning::integerOrNull || one == Meaning::real; };
    if (wanted == held || wanted == Meaning::other) return true;
    if (wanted == Meaning::category) return held != Meaning::time && held != Meaning::real && held != Meaning::other;
    if (wanted == Meaning::text) return held == Meaning::category;
    if (wanted == Meaning::truth) return held == Meaning::truthOrNull;
    return number(wanted) && number(held) && (wanted == Meaning::real || held != Meaning::real);
}

class Opening {
public:
    Opening(const EntityFile& file, const base::ProgressFunction& progress, const base::StopToken& stop)
        : file_(file), progress_(progress), stop_(stop) {}

    Result<Entities> run() {
        for (const auto& entry : file_.tables) ANNEAL_CHECK(entry.of.table.empty() ? open(entry) : reserve(entry));
        for (const auto& entry : file_.tables)
            if (entry.of.table.empty()) ANNEAL_CHECK(describe(entry));
        for (const auto& entry : file_.tables) {
            if (entry.of.table.empty()) continue;
            ANNEAL_CHECK(derive(entry));
            ANNEAL_CHECK(describe(entry));
        }
        for (const auto& entry : file_.relationships) ANNEAL_CHECK(relate(entry));
        for (const auto& entry : file_.tables) ANNEAL_CHECK(settle(entry));
        if (const auto cycle = entities_.set.cycle(); !cycle.empty())
            return fail("relationships_cyclic", "the relationships go round in a circle: " + base::join(cycle, " <- "),
                        "leave one of them out");
        entities_.document = file_.document;
        return std::move(entities_);
    }

private:
    Entity& entityOf(int index) { return entities_.set.entities[std::size_t(index)]; }

    Result<int> find(const std::string& table) const {
        const int found = entities_.set.entity(table);
        if (found >= 0) return found;
        const auto names = entities_.set.names();
        const auto near = base::nearest(table, names);
        return fail("table_unknown", "there is no table \"" + table + "\"",
                    near ? "did you mean \"" + *near + "\"?" : "the tables are " + base::join(names, ", "));
    }

    Status open(const TableEntry& entry) {
        if (stop_.stopRequested()) return stopped();
        std::error_code ignored;
        const auto beside = file_.folder / entry.data;
        auto dataset = openData(std::filesystem::exists(beside, ignored) ? beside.string() : entry.data, {}, progress_, stop_);
        if (!dataset) return failAt("table " + entry.name, dataset.error());
        ANNEAL_TRY(schema, dataset->schema());
        ANNEAL_TRY(sample, RowReader(*dataset).rows(0, kRowsLookedAt));
        for (const auto& name : entry.ignore)
            if (schema->GetFieldIndex(name) < 0) return unknownColumn(entry.name, name, schema->field_names());
        Entity entity{entry.name};
        EntitySource source{std::move(*dataset)};
        if (entry.makeIndex) {
            if (schema->GetFieldIndex(entry.index) >= 0)
                return fail("entity_set_invalid", "table " + entry.name + " has a column " + entry.index + " already",
                            "leave out make_index, or give the new index another name");
            entity.columns.push_back({entry.index, kindOf(Meaning::integer)});
            source.fields.push_back(-1);
        }
        for (int i = 0; i < schema->num_fields(); ++i) {
            const auto& field = *schema->field(i);
            const bool ignores = std::find(entry.ignore.begin(), entry.ignore.end(), field.name()) != entry.ignore.end();
            if (ignores && field.name() != entry.index && field.name() != entry.timeIndex) continue;
            const auto& columns = source.dataset->manifest().columns;
            const bool nulls =
                std::any_of(columns.begin(), columns.end(), [&](const auto& one) { return one.name == field.name() && one.nulls > 0; });
            entity.columns.push_back({field.name(), kindOf(meaningOf(field, *sample->column(i), nulls))});
            source.fields.push_back(i);
        }
        ANNEAL_TRY(index, columnOf(entity, entry.index));
        entity.index = index;
        return add(std::move(entity), std::move(source));
    }

    /// So that the tables keep the file's order.
    Status reserve(const TableEntry& entry) { return add({entry.name}, {}); }

    Status add(Entity entity, EntitySource source) {
        entities_.set.entities.push_back(std::move(entity));
        entities_.sources.push_back(std::move(source));
        return {};
    }

    /// One row for each value of a column, with the columns that go with it.
    Status derive(const TableEntry& entry) {
        ANNEAL_TRY(table, find(entry.of.table));
        ANNEAL_TRY(self, find(entry.name));
        if (entities_.sources[std::size_t(table)].dataset == std::nullopt)
            return fail("entity_set_invalid", "table " + entry.name + " is taken from a table that is itself taken from another",
                        "name a table with data");
        auto& base = entityOf(table);
        auto& fields = entities_.sources[std::size_t(table)].fields;
        ANNEAL_TRY(key, columnOf(base, entry.of.column));
        Entity& entity = entityOf(self);
        auto& source = entities_.sources[std::size_t(self)];
        entity.columns.push_back({base.columns[std::size_t(key)].name, base.columns[std::size_t(key)].kind});
        source.fields.push_back(fields[std::size_t(key)]);
        for (const auto& name : entry.carry) {
            ANNEAL_TRY(column, columnOf(base, name));
            if (column == base.index || name == entry.of.column || name == timeIndexOf(base.name))
                return fail("entity_set_invalid", "table " + entry.name + " cannot carry " + name, "it is a key or the time index");
            entity.columns.push_back(base.columns[std::size_t(column)]);
            source.fields.push_back(fields[std::size_t(column)]);
            remove(table, column);
        }
        if (const auto time = timeIndexOf(base.name); !time.empty()) {
            ANNEAL_TRY(column, columnOf(base, time));
            entity.timeIndex = int(entity.columns.size());
            entity.columns.push_back({"first_" + base.name + "_time", kindOf(Meaning::time)});
            source.fields.push_back(fields[std::size_t(column)]);
        }
        ANNEAL_TRY(child, columnOf(base, entry.of.column));
        source.of = int(entities_.set.relationships.size());
        entities_.set.relationships.push_back({self, table, child});
        return {};
    }

    void remove(int table, int column) {
        auto& entity = entityOf(table);
        auto& fields = entities_.sources[std::size_t(table)].fields;
        entity.columns.erase(entity.columns.begin() + column);
        fields.erase(fields.begin() + column);
        entity.index -= entity.index > column;
        for (auto& relationship : entities_.set.relationships)
            if (relationship.child == table) relationship.childColumn -= relationship.childColumn > column;
    }

    std::string timeIndexOf(const std::string& table) const { return entryOf(table).timeIndex; }
    const TableEntry& entryOf(const std::string& table) const {
        return *std::find_if(file_.tables.begin(), file_.tables.end(), [&](const auto& one) { return one.name == table; });
    }

    Status relate(const RelationshipEntry& entry) {
        ANNEAL_TRY(parent, find(entry.parent.table));
        ANNEAL_TRY(child, find(entry.child.table));
        ANNEAL_TRY(parentColumn, columnOf(entityOf(parent), entry.parent.column));
        ANNEAL_TRY(childColumn, columnOf(entityOf(child), entry.child.column));
        const auto text = entry.parent.table + "." + entry.parent.column + " <- " + entry.child.table + "." + entry.child.column;
        const auto& key = entityOf(parent).columns[std::size_t(entityOf(parent).index)].name;
        if (parentColumn != entityOf(parent).index)
            return fail("relationship_invalid", text + ": " + entry.parent.column + " is not the index of " + entry.parent.table,
                        "write " + entry.parent.table + "." + key + ", or the other way round");
        if (childColumn == entityOf(child).index)
            return fail("relationship_invalid", text + ": the child's column is its index, so that each parent would have one row",
                        "name the column that holds the parent's key");
        const Relationship relationship{parent, child, childColumn};
        auto& all = entities_.set.relationships;
        if (std::find(all.begin(), all.end(), relationship) != all.end())
            return fail("relationship_invalid", text + " is there twice", "leave one out");
        all.push_back(relationship);
        return {};
    }

    /// Types and conditions.
    Status describe(const TableEntry& entry) {
        ANNEAL_TRY(self, find(entry.name));
        auto& entity = entityOf(self);
        for (const auto& [name, wanted] : entry.types) {
            ANNEAL_TRY(column, columnOf(entity, name));
            auto& kind = entity.columns[std::size_t(column)].kind;
            if (!canMean(kind.meaning, wanted))
                return fail("column_type",
                            "table " + entry.name + ": " + name + " is " + std::string(meaningName(kind.meaning)) + ", not " +
                                std::string(meaningName(wanted)),
                            "leave out the type, or change the values first: anneal data clean");
            const bool keepsNull = kind.meaning == Meaning::integerOrNull && wanted == Meaning::integer;
            if (wanted != Meaning::truth && !keepsNull) kind = kindOf(wanted);
        }
        for (const auto& [name, values] : entry.interesting) {
            ANNEAL_TRY(column, columnOf(entity, name));
            entity.columns[std::size_t(column)].interesting = values;
        }
        return {};
    }

    /// Which columns tell the time and which the rows.
    Status settle(const TableEntry& entry) {
        ANNEAL_TRY(self, find(entry.name));
        auto& entity = entityOf(self);
        if (!entry.timeIndex.empty()) {
            ANNEAL_TRY(time, columnOf(entity, entry.timeIndex));
            entity.timeIndex = time;
        }
        for (const auto& [time, names] : entry.secondaryTimes) {
            if (entity.timeIndex < 0)
                return fail("entity_set_invalid", "table " + entry.name + " has a second time index and no first", "give its time_index");
            ANNEAL_TRY(column, columnOf(entity, time));
            SecondaryTime secondary{column, {column}};
            for (const auto& name : names) {
                ANNEAL_TRY(dependent, columnOf(entity, name));
                if (dependent != column) secondary.columns.push_back(dependent);
            }
            ANNEAL_CHECK(checkTime(entity, column));
            entity.secondaryTimes.push_back(std::move(secondary));
        }
        return tag(self);
    }

    Status tag(int self) {
        auto& entity = entityOf(self);
        for (const auto& [parent, child, column] : entities_.set.relationships) {
            if (child != self) continue;
            auto& kind = entity.columns[std::size_t(column)].kind;
            const auto& key = entityOf(parent).columns[std::size_t(entityOf(parent).index)];
            const auto types = [](Meaning meaning) { return meaning == Meaning::text || meaning == Meaning::category; };
            const auto numbers = [](Meaning meaning) { return meaning == Meaning::integer || meaning == Meaning::integerOrNull; };
            const bool alike = key.kind.meaning == kind.meaning || (types(key.kind.meaning) && types(kind.meaning)) ||
                               (numbers(key.kind.meaning) && numbers(kind.meaning)) || key.kind.meaning == Meaning::category ||
                               kind.meaning == Meaning::category;
            if (!alike)
                return fail("column_type",
                            entity.name + "." + entity.columns[std::size_t(column)].name + " is " + std::string(meaningName(kind.meaning)) +
                                " and " + entityOf(parent).name + "." + key.name + " is " + std::string(meaningName(key.kind.meaning)),
                            "keys that belong together have one type");
            const auto meaning = key.kind.meaning == Meaning::text ? Meaning::category : key.kind.meaning;
            kind = kindOf(meaning);
            kind.tags |= kForeignKey;
        }
        auto& index = entity.columns[std::size_t(entity.index)].kind;
        index = {index.meaning == Meaning::text ? Meaning::category : index.meaning, kIndex};
        if (entity.timeIndex < 0) return {};
        ANNEAL_CHECK(checkTime(entity, entity.timeIndex));
        entity.columns[std::size_t(entity.timeIndex)].kind.tags |= kTimeIndex;
        return {};
    }

    static Status checkTime(const Entity& entity, int column) {
        const auto& [name, kind, interesting] = entity.columns[std::size_t(column)];
        if (kind.meaning == Meaning::time) return {};
        return fail("column_type", "table " + entity.name + ": " + name + " is " + std::string(meaningName(kind.meaning)) + ", not a time",
                    "a time index holds dates or moments, as 2024-03-08 or 2024-03-08 12:30:00");
    }

    const EntityFile& file_;
    const base::ProgressFunction& progress_;
    const base::StopToken& stop_;
    Entities entities_;
};

}  // namespace

Result<Entities> openEntities(const EntityFile& file, const base::ProgressFunction& progress, const base::StopToken& stop) {
    return Opening(file, progress, stop).run();
}

}  // namespace anneal::data::features
