#pragma once
// One feature: what it is made of, and how Featuretools calls it.

#include <memory>
#include <set>
#include <string>
#include <vector>

#include "data/features/entity_set.h"
#include "data/features/primitive.h"

namespace anneal::data::features {

struct Feature;
using FeaturePtr = std::shared_ptr<const Feature>;

/// Never changed once made. The entity set and the primitives outlive it only while features are made.
struct Feature {
    enum class Form {
        column,       ///< of its own table
        direct,       ///< of the row's parent
        aggregation,  ///< of the rows below it
        transform,    ///< of other features of the row
        equals,       ///< whether another feature has a value
        output,       ///< one column of a feature that has several
    };

    static FeaturePtr column(const EntitySet& set, int entity, int column);
    static FeaturePtr direct(const EntitySet& set, FeaturePtr base, int relationship);
    static FeaturePtr aggregation(const EntitySet& set, const Primitive& primitive, std::vector<FeaturePtr> bases, Path path,
                                  FeaturePtr where = nullptr);
    static FeaturePtr transform(const Primitive& primitive, std::vector<FeaturePtr> bases);
    static FeaturePtr equals(FeaturePtr base, OrderedJson value);
    static FeaturePtr output(FeaturePtr base, int place);

    Form form;
    int entity = 0;
    std::string name;                      ///< "MEAN(transactions.amount)"
    std::string words;                     ///< "mean amount of transactions"
    Kind kind = {};                        ///< of its values
    bool integers = false;                 ///< its values are whole numbers
    double absent = kNone;                 ///< its value where there is nothing to make it of
    int depth = 0;                         ///< of what stands in it
    int place = 0;                         ///< column: in the entity; output: in its base
    const Primitive* primitive = nullptr;  ///< of aggregation and transform
    std::vector<FeaturePtr> bases = {};
    FeaturePtr where = nullptr;  ///< only rows for which this is true
    Path path = {};              ///< direct: one up; aggregation: down
    OrderedJson value = {};      ///< equals

    int outputs() const { return form == Form::aggregation ? primitive->outputs : 1; }
    /// One a column.
    std::vector<std::string> columnNames() const;
    /// What tells features of several entities apart, and puts them in order.
    std::string uniqueName(const EntitySet& set) const { return set.entities[std::size_t(entity)].name + ": " + name; }
    /// The primitive behind direct features and single outputs; null for columns.
    const Primitive* root() const;
    /// The column whose values it hands on; null if it makes new ones.
    const Feature* handsOn() const;
    /// Whether a condition stands in it or in anything it is made of.
    bool conditional() const;
};

/// Calls `visit` for the feature and everything it is made of, what a feature needs before it, nothing twice.
template <class Visit>
void visitAll(const FeaturePtr& feature, std::set<const Feature*>& seen, const Visit& visit) {
    if (!seen.insert(feature.get()).second) return;
    for (const auto& base : feature->bases) visitAll(base, seen, visit);
    if (feature->where) visitAll(feature->where, seen, visit);
    visit(*feature);
}

}  // namespace anneal::data::features
