#include "data/features/synthesis.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"
#include "data/features/stopped.h"

namespace anneal::data::features {
namespace {

using Inputs = std::vector<FeaturePtr>;

/// Transforms are not applied to what transforms made, here or in a parent.
bool takesTransform(const FeaturePtr& feature) {
    const auto* root = feature->root();
    return !root || root->aggregate;
}

bool mayStack(const Primitive& primitive, const Inputs& inputs) {
    return std::none_of(inputs.begin(), inputs.end(), [&](const FeaturePtr& input) {
        const auto* root = input->root();
        if (input->outputs() > 1) return true;
        if (!root) return false;
        return (!primitive.onItself && root == &primitive) ||
               std::find(primitive.never.begin(), primitive.never.end(), root->name) != primitive.never.end();
    });
}

/// What one parent's row says by itself says it in the parent already.
bool allOfOneParent(const Inputs& inputs) {
    return std::all_of(inputs.begin(), inputs.end(),
                       [&](const FeaturePtr& one) { return one->form == Feature::Form::direct && one->path == inputs.front()->path; });
}

bool anyDirect(const Inputs& inputs) {
    return std::any_of(inputs.begin(), inputs.end(), [](const FeaturePtr& one) { return one->form == Feature::Form::direct; });
}

class Synthesis {
public:
    Synthesis(const EntitySet& set, const base::StopToken& stop) : set_(set), stop_(stop) {}

    std::vector<const Primitive*> aggregations, transforms, conditions;

    const Inputs& run(int target, int depth) {
        build(target, depth);
        return made_[target];
    }

private:
    const Entity& entityOf(int entity) const { return set_.entities[std::size_t(entity)]; }
    const Relationship& relationshipOf(int relationship) const { return set_.relationships[std::size_t(relationship)]; }

    void build(int entity, int depth) {
        if (depth < 0) return;
        made_[entity] = {};
        for (std::size_t i = 0; i < entityOf(entity).columns.size(); ++i) add(Feature::column(set_, entity, int(i)));
        for (const int relationship : set_.toChildren(entity))
            if (const int child = relationshipOf(relationship).child; !made_.count(child)) build(child, depth - 1);
        for (const auto& [child, path] : set_.descendants(entity)) aggregate(entity, child, path, depth);
        transform(entity, depth, false);
        for (const int relationship : set_.toParents(entity))
            if (const int parent = relationshipOf(relationship).parent; !made_.count(parent)) build(parent, depth - 1);
        for (const int relationship : set_.toParents(entity)) handDown(relationship, depth);
        transform(entity, depth, true);
        makeConditions(entity);
    }

    void add(FeaturePtr feature) {
        if (stop_.stopRequested()) throw Stopped{};
        if (names_[feature->entity].insert(feature->name).second) made_[feature->entity].push_back(std::move(feature));
    }

    void aggregate(int parent, int child, const Path& path, int depth) {
        for (const auto* primitive : aggregations) {
            auto candidates = inputsFor(*primitive, child, depth - 1, false, [&](const FeaturePtr& feature) {
                const bool ofParent = feature->form == Feature::Form::direct && feature->bases.front()->entity == parent;
                return !ofParent && !isKeyOf(path, *feature);
            });
            for (auto& inputs : candidates) {
                if (!mayStack(*primitive, inputs)) continue;
                add(Feature::aggregation(set_, *primitive, inputs, path));
                const bool conditional = std::any_of(inputs.begin(), inputs.end(), [](const auto& input) { return input->conditional(); });
                if (conditional || std::find(conditions.begin(), conditions.end(), primitive) == conditions.end()) continue;
                for (const auto& where : wheres_[child]) {
                    const auto& subject = where->bases.front()->name;
                    if (std::none_of(inputs.begin(), inputs.end(), [&](const auto& input) { return input->name == subject; }))
                        add(Feature::aggregation(set_, *primitive, inputs, path, where));
                }
            }
        }
    }

    void transform(int entity, int depth, bool withDirect) {
        Inputs fresh;
        for (const auto* primitive : transforms)
            for (auto& inputs : inputsFor(*primitive, entity, depth - 1, withDirect, takesTransform))
                if (mayStack(*primitive, inputs)) fresh.push_back(Feature::transform(*primitive, std::move(inputs)));
        for (auto& feature : fresh) add(std::move(feature));
    }

    void handDown(int relationship, int depth) {
        for (const auto& feature : usable(relationshipOf(relationship).parent, depth))
            if (!isKeyOf({relationship}, *feature)) add(Feature::direct(set_, feature, relationship));
    }

    void makeConditions(int entity) {
        for (const auto& feature : made_[entity]) {
            const bool direct = feature->form == Feature::Form::direct && feature->bases.front()->form == Feature::Form::column;
            if (feature->form != Feature::Form::column && !direct) continue;
            const auto& column = *feature->handsOn();
            for (const auto& value : entityOf(column.entity).columns[std::size_t(column.place)].interesting)
                wheres_[entity].push_back(Feature::equals(feature, value));
        }
    }

    /// The columns that join the tables on a path.
    bool isKeyOf(const Path& path, const Feature& feature) const {
        if (feature.form != Feature::Form::column) return false;
        return std::any_of(path.begin(), path.end(), [&](int relationship) {
            const auto& [parent, child, column] = relationshipOf(relationship);
            return (feature.entity == child && feature.place == column) ||
                   (feature.entity == parent && feature.place == entityOf(parent).index);
        });
    }

    /// What there is so far, single outputs one by one.
    Inputs usable(int entity, int depth) const {
        Inputs found;
        const auto made = made_.find(entity);
        if (depth < 0 || made == made_.end()) return found;
        const auto take = [&](FeaturePtr feature) {
            if (feature->depth <= depth) found.push_back(std::move(feature));
        };
        for (const auto& feature : made->second) {
            if (feature->outputs() == 1) take(feature);
            for (int i = 0; feature->outputs() > 1 && i < feature->outputs(); ++i) take(Feature::output(feature, i));
        }
        return found;
    }

    template <class Filter>
    std::vector<Inputs> inputsFor(const Primitive& primitive, int entity, int depth, bool withDirect, const Filter& filter) const {
        std::map<std::vector<std::string>, Inputs> found;  // in the order of their names
        auto features = usable(entity, depth);
        std::erase_if(features, [&](const FeaturePtr& feature) { return !filter(feature); });
        const auto keep = [&](Inputs inputs) {
            if (withDirect && (!anyDirect(inputs) || allOfOneParent(inputs))) return;
            std::vector<std::string> names;
            for (const auto& input : inputs) {
                if (input->kind.has(kForeignKey | kNumeric)) return;  // a key is no amount
                names.push_back(input->name);
            }
            found.emplace(std::move(names), std::move(inputs));
        };
        for (const auto& wanted : primitive.inputs) {
            for (const auto& first : features) {
                if (!fits(first->kind, wanted[0])) continue;
                if (wanted.size() == 1) keep({first});
                for (std::size_t i = 0; wanted.size() == 2 && i < features.size(); ++i) {
                    const auto& second = features[i];
                    if (second->name == first->name || !fits(second->kind, wanted[1])) continue;
                    if (stop_.stopRequested()) throw Stopped{};
                    const bool swapped = primitive.commutative && base::toLower(second->name) < base::toLower(first->name);
                    keep(swapped ? Inputs{second, first} : Inputs{first, second});
                }
            }
        }
        std::vector<Inputs> ordered;
        for (auto& [names, inputs] : found) ordered.push_back(std::move(inputs));
        return ordered;
    }

    const EntitySet& set_;
    const base::StopToken& stop_;
    std::map<int, Inputs> made_;  ///< an entity
    std::map<int, std::set<std::string>> names_;
    std::map<int, Inputs> wheres_;
};

/// In the order of their names, as Featuretools takes them.
Result<std::vector<const Primitive*>> named(std::vector<std::string> names, bool aggregation) {
    std::vector<const Primitive*> found;
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    for (const auto& name : names) {
        ANNEAL_TRY(primitive, findPrimitive(name, aggregation));
        found.push_back(primitive);
    }
    return found;
}

/// Numbers, categories and truth are what a model can take.
bool returned(const EntitySet& set, const Feature& feature) {
    if (feature.form == Feature::Form::column && feature.place == set.entities[std::size_t(feature.entity)].index) return false;
    return fitsAny(feature.kind, {{Meaning::any, kNumeric}, {Meaning::any, kCategory}, {Meaning::truth}, {Meaning::truthOrNull}});
}

}  // namespace

Result<std::vector<FeaturePtr>> synthesise(const EntitySet& set, const SynthesisOptions& options, const base::StopToken& stop) {
    const int target = set.entity(options.target);
    if (target < 0) {
        const auto names = set.names();
        const auto near = base::nearest(options.target, names);
        return fail("table_unknown", "there is no table \"" + options.target + "\"",
                    near ? "did you mean \"" + *near + "\"?" : "the tables are " + base::join(names, ", "));
    }
    if (options.depth < 1) return fail("parameter_invalid", "the depth must be at least 1", "2 suits most tables");
    Synthesis synthesis(set, stop);
    ANNEAL_TRY(aggregations, named(options.aggregations, true));
    ANNEAL_TRY(transforms, named(options.transforms, false));
    ANNEAL_TRY(conditions, named(options.conditions, true));
    synthesis.aggregations = aggregations;
    synthesis.transforms = transforms;
    synthesis.conditions = conditions;
    std::vector<FeaturePtr> features;
    try {
        // With one table there is nothing to go deeper into.
        features = synthesis.run(target, set.entities.size() == 1 ? 1 : options.depth);
    } catch (const Stopped&) {
        return fail("stopped", "stopped");
    }
    std::erase_if(features, [&](const FeaturePtr& feature) {
        const auto contained = [&](const std::string& part) { return feature->name.find(part) != std::string::npos; };
        return !returned(set, *feature) || std::any_of(options.without.begin(), options.without.end(), contained);
    });
    std::stable_sort(features.begin(), features.end(), [](const auto& a, const auto& b) { return a->depth < b->depth; });
    if (options.most > 0 && features.size() > std::size_t(options.most)) features.resize(std::size_t(options.most));
    if (features.empty())
        return fail("no_features", "nothing can be made of " + options.target + "'s columns with these primitives",
                    "give more primitives, a greater depth, or other types in the entity set");
    return features;
}

}  // namespace anneal::data::features
