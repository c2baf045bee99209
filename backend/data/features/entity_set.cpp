#include "data/features/entity_set.h"

#include <algorithm>
#include <functional>

namespace anneal::data::features {

int Entity::column(const std::string& name) const {
    const auto found = std::find_if(columns.begin(), columns.end(), [&](const auto& one) { return one.name == name; });
    return found == columns.end() ? -1 : int(found - columns.begin());
}

std::vector<std::string> Entity::columnNames() const {
    std::vector<std::string> found;
    for (const auto& one : columns) found.push_back(one.name);
    return found;
}

int EntitySet::entity(const std::string& name) const {
    const auto found = std::find_if(entities.begin(), entities.end(), [&](const auto& one) { return one.name == name; });
    return found == entities.end() ? -1 : int(found - entities.begin());
}

std::vector<std::string> EntitySet::names() const {
    std::vector<std::string> found;
    for (const auto& one : entities) found.push_back(one.name);
    return found;
}

std::vector<int> EntitySet::toParents(int entity) const {
    std::vector<int> found;
    for (std::size_t i = 0; i < relationships.size(); ++i)
        if (relationships[i].child == entity) found.push_back(int(i));
    return found;
}

std::vector<int> EntitySet::toChildren(int entity) const {
    std::vector<int> found;
    for (std::size_t i = 0; i < relationships.size(); ++i)
        if (relationships[i].parent == entity) found.push_back(int(i));
    return found;
}

std::vector<std::pair<int, Path>> EntitySet::descendants(int entity) const {
    std::vector<std::pair<int, Path>> found;
    for (const int relationship : toChildren(entity)) {
        const int child = relationships[std::size_t(relationship)].child;
        found.push_back({child, {relationship}});
        for (auto& [below, path] : descendants(child)) {
            path.insert(path.begin(), relationship);
            found.emplace_back(below, std::move(path));
        }
    }
    return found;
}

int EntitySet::pathsUp(int child, int ancestor) const {
    if (child == ancestor) return 1;
    int paths = 0;
    for (const int relationship : toParents(child)) paths += pathsUp(relationships[std::size_t(relationship)].parent, ancestor);
    return paths;
}

bool EntitySet::onePath(int child, int ancestor) const { return pathsUp(child, ancestor) == 1; }

std::string EntitySet::endName(int relationship, int entity) const {
    const auto& [parent, child, column] = relationships[std::size_t(relationship)];
    const auto alike = std::count_if(relationships.begin(), relationships.end(),
                                     [&](const auto& other) { return other.parent == parent && other.child == child; });
    const auto& name = entities[std::size_t(entity)].name;
    return alike == 1 ? name : name + "[" + entities[std::size_t(child)].columns[std::size_t(column)].name + "]";
}

std::string EntitySet::parentName(int relationship) const { return endName(relationship, relationships[std::size_t(relationship)].parent); }

std::string EntitySet::childName(int relationship) const { return endName(relationship, relationships[std::size_t(relationship)].child); }

std::vector<std::string> EntitySet::cycle() const {
    std::vector<int> trail;
    std::vector<bool> clear(entities.size());
    const std::function<bool(int)> climb = [&](int entity) {
        const bool again = std::find(trail.begin(), trail.end(), entity) != trail.end();
        if (clear[std::size_t(entity)]) return false;
        trail.push_back(entity);
        if (again) return true;
        for (const int relationship : toParents(entity))
            if (climb(relationships[std::size_t(relationship)].parent)) return true;
        trail.pop_back();
        clear[std::size_t(entity)] = true;
        return false;
    };
    for (std::size_t i = 0; i < entities.size(); ++i) {
        if (!climb(int(i))) continue;
        std::vector<std::string> found;
        for (auto at = std::find(trail.begin(), trail.end(), trail.back()); at != trail.end(); ++at)
            found.push_back(entities[std::size_t(*at)].name);
        return found;
    }
    return {};
}

}  // namespace anneal::data::features
