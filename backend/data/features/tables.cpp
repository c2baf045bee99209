#include "data/features/tables.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <optional>

#include <arrow/io/file.h>
#include <arrow/table.h>
#include <parquet/arrow/reader.h>

#include "base/text.h"
#include "data/features/cells.h"
#include "data/features/primitive.h"
#include "data/features/stopped.h"
#include "data/part_result.h"

namespace anneal::data::features {
namespace {

using Places = std::vector<std::int32_t>;

template <class Value>
void reorder(std::vector<Value>& values, const Places& order, Value fallback) {
    std::vector<Value> moved;
    moved.reserve(order.size());
    for (const auto row : order) moved.push_back(row < 0 ? fallback : values[std::size_t(row)]);
    values = std::move(moved);
}

Links linksOf(Places parents, std::int64_t parentRows) {
    Links links;
    links.begins.assign(std::size_t(parentRows) + 1, 0);
    for (const auto parent : parents)
        if (parent >= 0) ++links.begins[std::size_t(parent) + 1];
    std::partial_sum(links.begins.begin(), links.begins.end(), links.begins.begin());
    links.children.resize(std::size_t(links.begins.back()));
    auto next = links.begins;
    for (std::size_t child = 0; child < parents.size(); ++child)
        if (parents[child] >= 0) links.children[std::size_t(next[std::size_t(parents[child])]++)] = std::int32_t(child);
    links.parents = std::move(parents);
    return links;
}

class Loader {
public:
    Loader(const Entities& entities, const std::vector<std::set<int>>& columns, const base::ProgressFunction& progress,
           const base::StopToken& stop)
        : entities_(entities), wanted_(columns), progress_(progress), stop_(stop) {
        for (const auto& entity : entities.set.entities) {
            auto& table = loaded_.tables.emplace_back();
            table.columns.resize(entity.columns.size());
        }
        for (std::size_t i = 0; i < wanted_.size(); ++i) {
            const auto& entity = entities.set.entities[i];
            if (entity.timeIndex >= 0) wanted_[i].insert(entity.timeIndex);
            for (const auto& secondary : entity.secondaryTimes) wanted_[i].insert(secondary.column);
        }
        loaded_.links.resize(entities.set.relationships.size());
        parentKeys_.resize(entities.set.relationships.size());
    }

    Result<Tables> run() {
        for (const int entity : loadingOrder()) ANNEAL_CHECK(source(entity).dataset ? load(entity) : derive(entity));
        for (std::size_t i = 0; i < parentKeys_.size(); ++i) {
            const auto& [parent, child, column] = entities_.set.relationships[i];
            for (auto& place : parentKeys_[i])
                if (place >= 0) place = table(parent).rowOfKey[std::size_t(place)];
            loaded_.links[i] = linksOf(std::move(parentKeys_[i]), table(parent).rows);
        }
        return std::move(loaded_);
    }

private:
    const Entity& entityOf(int entity) const { return entities_.set.entities[std::size_t(entity)]; }
    const EntitySource& source(int entity) const { return entities_.sources[std::size_t(entity)]; }
    Table& table(int entity) { return loaded_.tables[std::size_t(entity)]; }
    bool derived(int entity) const { return !source(entity).dataset; }

    /// Parents first; those that are taken from a table right after it.
    std::vector<int> loadingOrder() const {
        std::vector<int> order;
        const auto done = [&](int entity) { return std::find(order.begin(), order.end(), entity) != order.end(); };
        while (order.size() < entities_.set.entities.size()) {
            for (int entity = 0; entity < int(entities_.set.entities.size()); ++entity) {
                if (done(entity)) continue;
                bool ready = true;
                for (const auto& relationship : entities_.set.relationships) {
                    const bool takenFrom = derived(relationship.parent) && &relationship == &ofRelationship(relationship.parent);
                    if (takenFrom)
                        ready = ready && (relationship.parent != entity || done(relationship.child));
                    else
                        ready = ready && (relationship.child != entity || done(relationship.parent));
                }
                if (ready) order.push_back(entity);
            }
        }
        return order;
    }
    const Relationship& ofRelationship(int entity) const { return entities_.set.relationships[std::size_t(source(entity).of)]; }

    Error at(int entity, int column, Error error) const {
        return failAt("table " + entityOf(entity).name + ", " + entityOf(entity).columns[std::size_t(column)].name, std::move(error))
            .value();
    }

    /// Everything of one row group that is needed, column by column.
    Status load(int entity) {
        const auto& dataset = *source(entity).dataset;
        const auto& fields = source(entity).fields;
        std::map<int, ColumnBuilder> builders;
        std::set<int> needed;
        for (const int column : wanted_[std::size_t(entity)]) {
            if (fields[std::size_t(column)] < 0) continue;
            builders.emplace(column, entityOf(entity).columns[std::size_t(column)].kind.meaning);
            needed.insert(fields[std::size_t(column)]);
        }
        // What a table taken from this one carries is read here, too.
        std::map<std::pair<int, int>, ColumnBuilder> carried;
        for (const int relationship : entities_.set.toParents(entity)) {
            const int parent = entities_.set.relationships[std::size_t(relationship)].parent;
            needed.insert(fields[std::size_t(entities_.set.relationships[std::size_t(relationship)].childColumn)]);
            if (source(parent).of != relationship) continue;
            for (const int column : wanted_[std::size_t(parent)]) {
                carried.emplace(std::pair(parent, column), entityOf(parent).columns[std::size_t(column)].kind.meaning);
                needed.insert(source(parent).fields[std::size_t(column)]);
            }
        }
        const int index = fields[std::size_t(entityOf(entity).index)];
        if (index >= 0) needed.insert(index);
        if (needed.empty()) needed.insert(0);  // rows are to be counted at least
        const std::vector<int> columns(needed.begin(), needed.end());
        std::int64_t row = 0;
        ANNEAL_CHECK(forEachGroup(dataset, columns, [&](const arrow::Table& group) -> Status {
            for (int column = 0; column < group.num_columns(); ++column) {
                if (stop_.stopRequested()) return stopped();
                for (const auto& chunk : group.column(column)->chunks()) {
                    const int field = columns[std::size_t(column)];
                    if (field == index) ANNEAL_CHECK(addKeys(entity, *chunk));
                    for (const int relationship : entities_.set.toParents(entity)) {
                        const auto& one = entities_.set.relationships[std::size_t(relationship)];
                        if (fields[std::size_t(one.childColumn)] == field) ANNEAL_CHECK(addParents(relationship, *chunk));
                    }
                    for (auto& [wanted, builder] : builders)
                        if (fields[std::size_t(wanted)] == field) ANNEAL_CHECK(append(entity, wanted, builder, *chunk));
                    for (auto& [where, builder] : carried)
                        if (source(where.first).fields[std::size_t(where.second)] == field)
                            ANNEAL_CHECK(append(where.first, where.second, builder, *chunk));
                }
            }
            row += group.num_rows();
            if (row > std::numeric_limits<std::int32_t>::max())
                return fail("data_too_large", "table " + entityOf(entity).name + " has more than 2^31 rows", "split it first");
            if (progress_) progress_({row, dataset.manifest().rows, "loading " + entityOf(entity).name});
            return {};
        }));
        auto& table = this->table(entity);
        table.rows = row;
        if (index < 0)
            for (std::int64_t i = 0; i < row; ++i) table.keys.add(i);
        for (auto& [column, builder] : builders) finish(builder, table.columns[std::size_t(column)]);
        for (auto& [where, builder] : carried) finish(builder, this->table(where.first).columns[std::size_t(where.second)]);
        if (index < 0 && wanted_[std::size_t(entity)].count(entityOf(entity).index)) {
            auto& values = table.columns[std::size_t(entityOf(entity).index)].values;
            values.resize(std::size_t(row));
            std::iota(values.begin(), values.end(), 0.0);
        }
        return sortByTime(entity);
    }

    Status append(int entity, int column, ColumnBuilder& builder, const arrow::Array& array) {
        auto status = builder.append(array);
        if (!status) return fail(at(entity, column, status.error()));
        return {};
    }

    static void finish(ColumnBuilder& builder, LoadedColumn& column) { column.values = builder.finish(column.words); }

    Status forEachGroup(const Dataset& dataset, const std::vector<int>& columns, const std::function<Status(const arrow::Table&)>& visit) {
        for (const auto& part : dataset.manifest().files) {
            const auto file = (dataset.path() / part.name).string();
            try {
                ANNEAL_TRY(input, checkedPart(arrow::io::ReadableFile::Open(file), file));
                ANNEAL_TRY(reader, checkedPart(parquet::arrow::OpenFile(input, arrow::default_memory_pool()), file));
                for (int group = 0; group < reader->num_row_groups(); ++group) {
                    if (stop_.stopRequested()) return stopped();
                    ANNEAL_TRY(rows, checkedPart(reader->ReadRowGroup(group, columns), file));
                    ANNEAL_CHECK(visit(*rows));
                }
            } catch (const std::exception& thrown) {
                return fail("dataset_damaged", file + ": " + thrown.what(), "import the data again");
            }
        }
        return {};
    }

    Status addKeys(int entity, const arrow::Array& array) {
        auto& keys = table(entity).keys;
        const auto first = std::int64_t(keys.size());
        std::optional<std::pair<std::int64_t, std::int64_t>> twice;
        std::int64_t missing = -1;
        const auto add = [&](std::int64_t row, auto key) {
            if (twice || missing >= 0) return;
            const auto [place, fresh] = keys.add(key);
            if (!fresh) twice = {place, first + row};
        };
        const bool known = eachKey(array, add, add, [&](std::int64_t row) {
            if (missing < 0 && !twice) missing = first + row;
        });
        const auto column = entityOf(entity).index;
        if (!known)
            return fail(at(entity, column, {"column_type", array.type()->ToString() + " is no key", "an index is whole numbers or texts"}));
        if (missing >= 0)
            return fail(
                at(entity, column, {"key_missing", "row " + base::formatCount(missing + 1) + " has no key", "drop such rows first"}));
        if (twice) {
            const auto place = std::size_t(twice->first);
            const auto key = keys.texts() ? std::string(keys.text(place)) : std::to_string(keys.number(place));
            return fail(at(
                entity, column,
                {"key_duplicate",
                 "row " + base::formatCount(twice->second + 1) + " has the key " + key + " of row " + base::formatCount(twice->first + 1),
                 "an index tells rows apart: drop duplicates, name another column, or give make_index: true"}));
        }
        return {};
    }

    Status addParents(int relationship, const arrow::Array& array) {
        const auto& [parent, child, column] = entities_.set.relationships[std::size_t(relationship)];
        auto& keys = table(parent).keys;
        auto& places = parentKeys_[std::size_t(relationship)];
        const bool makes = source(parent).of == relationship;
        bool alike = true;
        const auto find = [&](auto key, bool text) {
            alike = alike && (keys.size() == 0 || keys.texts() == text);
            places.push_back(!alike ? -1 : makes ? keys.add(key).first : keys.find(key));
        };
        const bool known = eachKey(
            array, [&](std::int64_t, std::int64_t number) { find(number, false); },
            [&](std::int64_t, std::string_view text) { find(text, true); }, [&](std::int64_t) { places.push_back(-1); });
        if (known && alike) return {};
        return fail(at(child, column,
                       {"column_type", "its values are not of the type of " + entityOf(parent).name + "'s keys",
                        "keys that belong together have one type"}));
    }

    /// Once all columns are there.
    Status sortByTime(int entity) {
        auto& table = this->table(entity);
        Places order(std::size_t(table.rows));
        std::iota(order.begin(), order.end(), 0);
        if (const int time = entityOf(entity).timeIndex; time >= 0) {
            const auto& times = table.columns[std::size_t(time)].values;
            const auto& keys = table.keys;
            const auto earlier = [&](std::int32_t a, std::int32_t b) {
                const double x = times[std::size_t(a)], y = times[std::size_t(b)];
                if (std::isnan(x) || std::isnan(y)) {
                    if (std::isnan(x) != std::isnan(y)) return std::isnan(y);
                } else if (x != y) {
                    return x < y;
                }
                return keys.texts() ? keys.text(std::size_t(a)) < keys.text(std::size_t(b))
                                    : keys.number(std::size_t(a)) < keys.number(std::size_t(b));
            };
            try {
                if (!std::is_sorted(order.begin(), order.end(), earlier))
                    std::sort(order.begin(), order.end(), CheckedLess(stop_, earlier));
            } catch (const Stopped&) {
                return stopped();
            }
        }
        return put(entity, std::move(order));
    }

    /// Rows in this order, each known by the place of its key.
    Status put(int entity, Places order) {
        auto& table = this->table(entity);
        const bool moved = !std::is_sorted(order.begin(), order.end());
        for (auto& column : table.columns) {
            if (stop_.stopRequested()) return stopped();
            if (moved && !column.values.empty()) reorder(column.values, order, kNone);
        }
        for (const int relationship : entities_.set.toParents(entity))
            if (moved) reorder(parentKeys_[std::size_t(relationship)], order, std::int32_t(-1));
        table.rowOfKey.assign(order.size(), 0);
        for (std::size_t row = 0; row < order.size(); ++row) table.rowOfKey[std::size_t(order[row])] = std::int32_t(row);
        table.keyOfRow = std::move(order);
        return {};
    }

    /// Of the rows it is taken from: the first of each key, in their order.
    Status derive(int entity) {
        const int child = ofRelationship(entity).child;
        const auto& places = parentKeys_[std::size_t(source(entity).of)];
        auto& table = this->table(entity);
        table.rows = std::int64_t(table.keys.size());
        Places order, firstRow;
        std::vector<bool> met(table.keys.size());
        for (std::size_t row = 0; row < places.size(); ++row) {
            if (places[row] < 0 || met[std::size_t(places[row])]) continue;
            met[std::size_t(places[row])] = true;
            order.push_back(places[row]);
            firstRow.push_back(this->table(child).keyOfRow[row]);
        }
        // The columns still stand in the data's order.
        for (auto& column : table.columns)
            if (!column.values.empty()) reorder(column.values, firstRow, kNone);
        table.rowOfKey.assign(order.size(), 0);
        for (std::size_t row = 0; row < order.size(); ++row) table.rowOfKey[std::size_t(order[row])] = std::int32_t(row);
        table.keyOfRow = std::move(order);
        return {};
    }

    const Entities& entities_;
    std::vector<std::set<int>> wanted_;
    const base::ProgressFunction& progress_;
    const base::StopToken& stop_;
    Tables loaded_;
    std::vector<Places> parentKeys_;  ///< a relationship: of each child's row, the place of its parent's key
};

}  // namespace

Result<Tables> loadTables(const Entities& entities, const std::vector<std::set<int>>& columns, const base::ProgressFunction& progress,
                          const base::StopToken& stop) {
    return Loader(entities, columns, progress, stop).run();
}

}  // namespace anneal::data::features
