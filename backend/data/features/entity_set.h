#pragma once
// Tables that belong together, as far as features are concerned: what their columns mean and which column of one leads to which row
// of another. No rows.

#include <string>
#include <utility>
#include <vector>

#include "base/json.h"
#include "data/features/kind.h"

namespace anneal::data::features {

struct EntityColumn {
    std::string name;
    Kind kind;
    std::vector<OrderedJson> interesting = {};  ///< values of which conditions are made
};

/// What is known only from a second moment on, e.g. why somebody left from when they left.
struct SecondaryTime {
    int column = 0;
    std::vector<int> columns;  ///< `column` among them
};

struct Entity {
    std::string name;
    std::vector<EntityColumn> columns;
    int index = 0;       ///< the column that tells rows apart
    int timeIndex = -1;  ///< when a row came to be known; -1: always
    std::vector<SecondaryTime> secondaryTimes = {};

    int column(const std::string& name) const;  ///< -1: none
    std::vector<std::string> columnNames() const;
};

/// Several rows of the child have the index of one row of the parent in `childColumn`.
struct Relationship {
    int parent = 0, child = 0;
    int childColumn = 0;
    bool operator==(const Relationship&) const = default;
};

/// Relationships one after the other, all down (parent to child) or all up.
using Path = std::vector<int>;

class EntitySet {
public:
    std::vector<Entity> entities;
    std::vector<Relationship> relationships;

    int entity(const std::string& name) const;  ///< -1: none
    std::vector<std::string> names() const;
    std::vector<int> toParents(int entity) const;   ///< relationships in which it is the child
    std::vector<int> toChildren(int entity) const;  ///< relationships in which it is the parent
    /// Every path down from here, each before those that go on from it.
    std::vector<std::pair<int, Path>> descendants(int entity) const;
    /// Whether one path alone leads up from `child` to `ancestor`.
    bool onePath(int child, int ancestor) const;
    /// How a relationship's end is called in a feature's name: with its column where two of them join the same tables.
    std::string parentName(int relationship) const;
    std::string childName(int relationship) const;
    /// Names of entities that lead back to themselves: {"a", "b", "a"}; empty if none do.
    std::vector<std::string> cycle() const;

private:
    std::string endName(int relationship, int entity) const;
    int pathsUp(int child, int ancestor) const;
};

}  // namespace anneal::data::features
