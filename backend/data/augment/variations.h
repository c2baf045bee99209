#pragma once
// What can be done to a picture or a sound, each with its parameters and a probability, alone, in a row, or one out of several.

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/text.h"
#include "data/augment/random.h"
#include "data/clean/parameter.h"

namespace anneal::data {

template <class Subject>
class Variation {
public:
    virtual ~Variation() = default;
    /// Any thread.
    virtual void apply(Subject& subject, Random& random) const = 0;
};

template <class Subject>
struct VariationKind {
    std::string name;     ///< "flip_horizontal"
    std::string summary;  ///< one line
    std::vector<Parameter> parameters;
    std::function<std::unique_ptr<Variation<Subject>>(const Settings& settings)> make;
};

/// {"transform","summary","parameters":[…]}, of all.
template <class Subject>
OrderedJson toJson(const std::vector<VariationKind<Subject>>& kinds) {
    auto list = OrderedJson::array();
    for (const auto& kind : kinds) {
        auto parameters = OrderedJson::array();
        for (const auto& parameter : kind.parameters) parameters.push_back(toJson(parameter));
        list.push_back({{"transform", kind.name}, {"summary", kind.summary}, {"parameters", std::move(parameters)}});
    }
    return list;
}

/// A variation that happens with a probability.
template <class Subject>
struct Chance {
    double probability = 1;
    std::unique_ptr<Variation<Subject>> variation;
};

template <class Subject>
class AllOf : public Variation<Subject> {
public:
    explicit AllOf(std::vector<Chance<Subject>> parts) : parts_(std::move(parts)) {}
    void apply(Subject& subject, Random& random) const override {
        for (const auto& part : parts_)
            if (random.chance(part.probability)) part.variation->apply(subject, random);
    }

private:
    std::vector<Chance<Subject>> parts_;
};

/// The parts' probabilities are their weights.
template <class Subject>
class OneOf : public Variation<Subject> {
public:
    explicit OneOf(std::vector<Chance<Subject>> parts) : parts_(std::move(parts)) {}
    void apply(Subject& subject, Random& random) const override {
        double sum = 0;
        for (const auto& part : parts_) sum += part.probability;
        auto left = random.between(0, sum);
        for (const auto& part : parts_) {
            left -= part.probability;
            if (left < 0) return part.variation->apply(subject, random);
        }
    }

private:
    std::vector<Chance<Subject>> parts_;
};

inline Parameter probabilityParameter(double fallback) {
    return Parameter::number("p", fallback, "Probability that it happens; within one_of its weight").between(0, 1);
}

template <class Subject>
class VariationReader {
public:
    explicit VariationReader(const std::vector<VariationKind<Subject>>& kinds) : kinds_(kinds) {}

    /// A list of names, {name: {parameters}}, {one_of: {p, of: […]}} and {all_of: {p, of: […]}}. Errors "pipeline_invalid",
    /// "transform_unknown", "parameter_invalid".
    Result<std::vector<Chance<Subject>>> read(const OrderedJson& list) const {
        if (!list.is_array() || list.empty())
            return fail("pipeline_invalid", "transforms is no list of transforms",
                        "e.g. transforms: [flip_horizontal, rotate: {limit: 10}]");
        std::vector<Chance<Subject>> parts;
        for (const auto& one : list) {
            const bool named = one.is_string();
            if (!named && !(one.is_object() && one.size() == 1))
                return fail("pipeline_invalid", "a transform is neither a name nor a name with parameters: " + base::dumpJson(one),
                            "e.g. rotate: {limit: 10}");
            const auto name = named ? one.template get<std::string>() : one.begin().key();
            const auto given = named || one.begin()->is_null() ? OrderedJson::object() : *one.begin();
            auto part = name == "one_of" || name == "all_of" ? group(name, given) : single(name, given);
            if (!part) return fail(part.error());
            parts.push_back(std::move(*part));
        }
        return parts;
    }

private:
    Result<Chance<Subject>> group(const std::string& name, OrderedJson given) const {
        auto inner = read(given.is_object() && given.contains("of") ? given["of"] : given);
        if (!inner) return failAt(name, inner.error());
        if (given.is_object())
            given.erase("of");
        else
            given = OrderedJson::object();
        ANNEAL_TRY(settings, Settings::read(name, {probabilityParameter(1)}, given));
        Chance<Subject> part{settings.number("p"), nullptr};
        if (name == "one_of")
            part.variation = std::make_unique<OneOf<Subject>>(std::move(*inner));
        else
            part.variation = std::make_unique<AllOf<Subject>>(std::move(*inner));
        return part;
    }
    Result<Chance<Subject>> single(const std::string& name, const OrderedJson& given) const {
        std::vector<std::string> names = {"one_of", "all_of"};
        for (const auto& kind : kinds_) {
            names.push_back(kind.name);
            if (kind.name != name) continue;
            auto parameters = kind.parameters;
            parameters.insert(parameters.begin(), probabilityParameter(0.5));
            ANNEAL_TRY(settings, Settings::read(name, parameters, given));
            return Chance<Subject>{settings.number("p"), kind.make(settings)};
        }
        const auto near = base::nearest(name, names);
        return fail("transform_unknown", "there is no transform \"" + name + "\"",
                    near ? "did you mean \"" + *near + "\"?" : "the transforms are " + base::join(names, ", "));
    }
    const std::vector<VariationKind<Subject>>& kinds_;
};

}  // namespace anneal::data
