#include "data/clean/parameter.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "data/clean/parameter_text.h"

namespace anneal::data {
namespace {

constexpr const char* kHint = "correct the recipe";

bool isOption(const Parameter& parameter, const OrderedJson& value) {
    return value.is_string() &&
           std::find(parameter.options.begin(), parameter.options.end(), value.get<std::string>()) != parameter.options.end();
}

/// A number or a truth value where a text is wanted, as YAML writes a label 1 or true.
std::optional<std::string> asText(const OrderedJson& value) {
    if (value.is_string()) return value.get<std::string>();
    if (value.is_number() || value.is_boolean()) return base::dumpJson(value);
    return {};
}

std::optional<OrderedJson> readList(const OrderedJson& value) {
    auto list = OrderedJson::array();
    if (const auto one = asText(value)) {
        list.push_back(*one);
        return list;
    }
    if (!value.is_array()) return {};
    for (const auto& each : value) {
        const auto text = asText(each);
        if (!text) return {};
        list.push_back(*text);
    }
    return list;
}

std::optional<OrderedJson> readMapping(const OrderedJson& value) {
    if (!value.is_object()) return {};
    auto pairs = OrderedJson::object();
    for (const auto& [from, to] : value.items()) {
        const auto text = asText(to);
        if (!text) return {};
        pairs[from] = *text;
    }
    return pairs;
}

/// The value as it is kept, or nothing if the parameter cannot take it.
std::optional<OrderedJson> readValue(const Parameter& parameter, const OrderedJson& value) {
    const auto inRange = [&](double number) { return number >= parameter.least && number <= parameter.most; };
    switch (parameter.kind) {
        case ParameterKind::flag: return value.is_boolean() ? std::optional(value) : std::nullopt;
        case ParameterKind::count: return value.is_number_integer() && inRange(value.get<double>()) ? std::optional(value) : std::nullopt;
        case ParameterKind::number:
            return value.is_number() && inRange(value.get<double>()) ? std::optional(OrderedJson(value.get<double>())) : std::nullopt;
        case ParameterKind::choice: return isOption(parameter, value) ? std::optional(value) : std::nullopt;
        case ParameterKind::choices: {
            auto list = readList(value);
            if (list && !std::all_of(list->begin(), list->end(), [&](const auto& one) { return isOption(parameter, one); })) return {};
            return list;
        }
        case ParameterKind::texts:
        case ParameterKind::columns: return readList(value);
        case ParameterKind::mapping: return readMapping(value);
        default: {
            const auto text = asText(value);
            return text ? std::optional(OrderedJson(*text)) : std::nullopt;
        }
    }
}

bool isEmpty(const OrderedJson& value) {
    return value.is_null() || (value.is_structured() && value.empty()) ||
           (value.is_string() && value.get_ref<const std::string&>().empty());
}

}  // namespace

std::string_view kindName(ParameterKind kind) {
    switch (kind) {
        case ParameterKind::flag: return "flag";
        case ParameterKind::count: return "count";
        case ParameterKind::number: return "number";
        case ParameterKind::choice: return "choice";
        case ParameterKind::choices: return "choices";
        case ParameterKind::text: return "text";
        case ParameterKind::texts: return "texts";
        case ParameterKind::column: return "column";
        case ParameterKind::columns: return "columns";
        case ParameterKind::mapping: return "mapping";
        case ParameterKind::tokenizer: return "tokenizer";
        case ParameterKind::dataset: return "dataset";
    }
    return {};
}

Parameter Parameter::flag(std::string name, bool fallback, std::string reason) {
    return {std::move(name), ParameterKind::flag, std::move(reason), fallback};
}

Parameter Parameter::count(std::string name, std::optional<std::int64_t> fallback, std::string reason) {
    Parameter parameter{std::move(name), ParameterKind::count, std::move(reason), fallback ? OrderedJson(*fallback) : OrderedJson()};
    parameter.least = 0;
    return parameter;
}

Parameter Parameter::number(std::string name, std::optional<double> fallback, std::string reason) {
    return {std::move(name), ParameterKind::number, std::move(reason), fallback ? OrderedJson(*fallback) : OrderedJson()};
}

Parameter Parameter::choice(std::string name, std::vector<std::string> options, std::string reason) {
    Parameter parameter{std::move(name), ParameterKind::choice, std::move(reason), options.front()};
    parameter.options = std::move(options);
    return parameter;
}

Parameter Parameter::choices(std::string name, std::vector<std::string> options, std::string reason,
                             const std::vector<std::string>& without) {
    Parameter parameter{std::move(name), ParameterKind::choices, std::move(reason), OrderedJson::array()};
    for (const auto& option : options)
        if (std::find(without.begin(), without.end(), option) == without.end()) parameter.fallback.push_back(option);
    parameter.options = std::move(options);
    return parameter;
}

Parameter Parameter::text(std::string name, std::string fallback, std::string reason) {
    return {std::move(name), ParameterKind::text, std::move(reason), std::move(fallback)};
}

Parameter Parameter::texts(std::string name, std::string reason) {
    return {std::move(name), ParameterKind::texts, std::move(reason), OrderedJson::array()};
}

Parameter Parameter::column(std::string name, std::string reason) {
    return {std::move(name), ParameterKind::column, std::move(reason), OrderedJson()};
}

Parameter Parameter::columns(std::string reason, std::string name) {
    return {std::move(name), ParameterKind::columns, std::move(reason), OrderedJson::array()};
}

Parameter Parameter::mapping(std::string name, std::string reason) {
    return {std::move(name), ParameterKind::mapping, std::move(reason), OrderedJson::object()};
}

Parameter Parameter::tokenizer(std::string reason) { return {"tokenizer", ParameterKind::tokenizer, std::move(reason), OrderedJson()}; }

Parameter Parameter::dataset(std::string name, std::string reason) {
    return {std::move(name), ParameterKind::dataset, std::move(reason), OrderedJson()};
}

Parameter Parameter::between(double lowest, double highest) && {
    least = lowest;
    most = highest;
    return std::move(*this);
}

Parameter Parameter::atLeast(double lowest) && {
    least = lowest;
    return std::move(*this);
}

Parameter Parameter::required() && {
    needed = true;
    return std::move(*this);
}

OrderedJson toJson(const Parameter& parameter) {
    OrderedJson document = {{"name", parameter.name}, {"kind", kindName(parameter.kind)}, {"default", parameter.fallback}};
    if (std::isfinite(parameter.least)) document["min"] = parameter.least;
    if (std::isfinite(parameter.most)) document["max"] = parameter.most;
    if (!parameter.options.empty()) document["options"] = parameter.options;
    document["needed"] = parameter.needed;
    document["reason"] = parameter.reason;
    return document;
}

Result<Settings> Settings::read(std::string_view step, const std::vector<Parameter>& parameters, const OrderedJson& given) {
    Settings settings;
    settings.step_ = step;
    std::vector<std::string> names;
    for (const auto& parameter : parameters) {
        names.push_back(parameter.name);
        const auto found = given.find(parameter.name);
        auto& value = settings.values_[parameter.name];
        if (found == given.end() || found->is_null()) {
            value = parameter.fallback;
        } else {
            auto read = readValue(parameter, *found);
            if (!read) return settings.mistake(parameter.name + " must be " + wanted(parameter));
            value = std::move(*read);
        }
        if (parameter.needed && isEmpty(value)) return settings.mistake(parameter.name + " is missing: it must be " + wanted(parameter));
    }
    for (const auto& [key, value] : given.items()) {
        if (std::find(names.begin(), names.end(), key) != names.end()) continue;
        const auto near = base::nearest(key, names);
        return fail("parameter_invalid", "step " + settings.step_ + " has no parameter \"" + key + "\"",
                    near            ? "did you mean \"" + *near + "\"?"
                    : names.empty() ? "it takes none"
                                    : "it takes " + base::join(names, ", "));
    }
    return settings;
}

std::string Settings::text(const std::string& name) const {
    const auto& value = at(name);
    return value.is_string() ? value.get<std::string>() : std::string();
}

std::vector<std::string> Settings::texts(const std::string& name) const { return at(name).get<std::vector<std::string>>(); }

std::vector<std::pair<std::string, std::string>> Settings::mapping(const std::string& name) const {
    std::vector<std::pair<std::string, std::string>> pairs;
    for (const auto& [from, to] : at(name).items()) pairs.emplace_back(from, to.get<std::string>());
    return pairs;
}

tl::unexpected<Error> Settings::mistake(const std::string& what) const {
    return fail("parameter_invalid", "step " + step_ + ": " + what, kHint);
}

}  // namespace anneal::data
