#include "data/features/feature.h"

#include <algorithm>

#include "base/text.h"

namespace anneal::data::features {
namespace {

std::string upper(std::string text) {
    for (auto& c : text) c = char(std::toupper(static_cast<unsigned char>(c)));
    return text;
}

std::string joined(const std::vector<FeaturePtr>& features) {
    std::vector<std::string> names;
    for (const auto& one : features) names.push_back(one->name);
    return base::join(names, ", ");
}

/// A phrase with the inputs in its places.
std::string phrased(std::string phrase, const std::vector<std::string>& inputs) {
    for (const auto& input : inputs)
        if (const auto place = phrase.find("{}"); place != std::string::npos) phrase.replace(place, 2, input);
    return phrase;
}

std::vector<std::string> wordsOf(const std::vector<FeaturePtr>& features) {
    std::vector<std::string> words;
    for (const auto& one : features) words.push_back(one->words);
    return words;
}

/// What is handed on to another table or through an aggregation is no key there.
Kind handedOn(Kind kind, bool foreignKeyToo) {
    if (kind.has(kTimeIndex))
        kind.tags &= ~unsigned(kTimeIndex);
    else if (kind.has(kIndex))
        kind = {kind.meaning, (kind.tags & ~unsigned(kIndex)) | kindOf(kind.meaning).tags};
    if (foreignKeyToo) kind.tags &= ~unsigned(kForeignKey);
    return kind;
}

Kind resultKind(const Primitive& primitive, const std::vector<FeaturePtr>& bases) {
    if (primitive.returns) return *primitive.returns;
    const auto& base = *bases.front();
    return handedOn(base.kind, true);
}

bool resultIntegers(const Primitive& primitive, const std::vector<FeaturePtr>& bases) {
    if (primitive.integers != Integers::likeInput) return primitive.integers == Integers::always;
    return std::all_of(bases.begin(), bases.end(), [](const auto& base) { return base->integers; });
}

int depthOver(const std::vector<FeaturePtr>& bases, const FeaturePtr& where) {
    int deepest = where ? where->depth : 0;
    for (const auto& base : bases) deepest = std::max(deepest, base->depth);
    return deepest + 1;
}

/// As Python's str() writes it.
std::string pythonText(const OrderedJson& value) {
    if (value.is_string()) return value.get<std::string>();
    if (value.is_boolean()) return value.get<bool>() ? "True" : "False";
    return base::dumpJson(value);
}

}  // namespace

FeaturePtr Feature::column(const EntitySet& set, int entity, int column) {
    const auto& described = set.entities[std::size_t(entity)].columns[std::size_t(column)];
    Feature feature{Form::column, entity, described.name, described.name, described.kind};
    const auto meaning = described.kind.meaning;
    feature.integers = meaning == Meaning::integer || meaning == Meaning::integerOrNull;
    feature.place = column;
    return std::make_shared<const Feature>(std::move(feature));
}

FeaturePtr Feature::direct(const EntitySet& set, FeaturePtr base, int relationship) {
    const auto& name = set.parentName(relationship);
    Feature feature{Form::direct, set.relationships[std::size_t(relationship)].child, name + "." + base->name, base->words + " of " + name,
                    base->kind};
    feature.integers = base->integers;
    feature.absent = base->absent;
    feature.depth = base->depth + 1;
    feature.bases = {std::move(base)};
    feature.path = {relationship};
    return std::make_shared<const Feature>(std::move(feature));
}

FeaturePtr Feature::aggregation(const EntitySet& set, const Primitive& primitive, std::vector<FeaturePtr> bases, Path path,
                                FeaturePtr where) {
    const int parent = set.relationships[std::size_t(path.front())].parent;
    const int child = set.relationships[std::size_t(path.back())].child;
    std::string below = set.entities[std::size_t(child)].name;
    if (!set.onePath(child, parent)) {
        std::vector<std::string> names;
        for (const int relationship : path) names.push_back(set.childName(relationship));
        below = base::join(names, ".");
    }
    const auto condition = where ? " WHERE " + where->name : std::string();
    Feature feature{Form::aggregation, parent};
    feature.name = upper(primitive.name) + "(" + below + (primitive.readsValues ? "." + joined(bases) : "") + condition + ")";
    feature.words = phrased(primitive.phrase, wordsOf(bases)) + " of " + below + (where ? " where " + where->words : "");
    feature.kind = resultKind(primitive, bases);
    feature.integers = resultIntegers(primitive, bases);
    feature.absent = primitive.absent;
    feature.depth = depthOver(bases, where);
    feature.primitive = &primitive;
    feature.bases = std::move(bases);
    feature.where = std::move(where);
    feature.path = std::move(path);
    return std::make_shared<const Feature>(std::move(feature));
}

FeaturePtr Feature::transform(const Primitive& primitive, std::vector<FeaturePtr> bases) {
    Feature feature{Form::transform, bases.front()->entity};
    feature.name = primitive.sign.empty() ? upper(primitive.name) + "(" + joined(bases) + ")"
                                          : bases[0]->name + " " + std::string(primitive.sign) + " " + bases[1]->name;
    feature.words = phrased(primitive.phrase, wordsOf(bases));
    feature.kind = resultKind(primitive, bases);
    feature.integers = resultIntegers(primitive, bases);
    feature.depth = depthOver(bases, nullptr);
    feature.primitive = &primitive;
    feature.bases = std::move(bases);
    return std::make_shared<const Feature>(std::move(feature));
}

FeaturePtr Feature::equals(FeaturePtr base, OrderedJson value) {
    const auto text = pythonText(value);
    Feature feature{Form::equals, base->entity, base->name + " = " + text, base->words + " is " + text, {Meaning::truthOrNull}};
    feature.depth = base->depth + 1;
    feature.bases = {std::move(base)};
    feature.value = std::move(value);
    return std::make_shared<const Feature>(std::move(feature));
}

FeaturePtr Feature::output(FeaturePtr base, int place) {
    Feature feature{Form::output, base->entity, base->columnNames()[std::size_t(place)],
                    base->words + " (" + std::to_string(place + 1) + ")", handedOn(base->kind, true)};
    feature.integers = base->integers;
    feature.absent = base->absent;
    feature.depth = base->depth + 1;
    feature.place = place;
    feature.bases = {std::move(base)};
    return std::make_shared<const Feature>(std::move(feature));
}

std::vector<std::string> Feature::columnNames() const {
    if (outputs() == 1) return {name};
    std::vector<std::string> names;
    for (int i = 0; i < outputs(); ++i) names.push_back(name + "[" + std::to_string(i) + "]");
    return names;
}

const Primitive* Feature::root() const {
    const bool through = form == Form::direct || form == Form::output;
    return through ? bases.front()->root() : primitive;
}

const Feature* Feature::handsOn() const {
    switch (form) {
        case Form::column: return this;
        case Form::equals: return nullptr;
        case Form::direct:
        case Form::output: return bases.front()->handsOn();
        default: return primitive->returns ? nullptr : bases.front()->handsOn();
    }
}

bool Feature::conditional() const {
    return where || std::any_of(bases.begin(), bases.end(), [](const auto& base) { return base->conditional(); });
}

}  // namespace anneal::data::features
