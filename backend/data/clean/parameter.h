#pragma once
// What a step can be told: each parameter described for people and machines, and the values that a recipe gives, checked against that.

#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "base/result.h"

namespace anneal::data {

enum class ParameterKind {
    flag,
    count,      ///< a whole number
    number,     ///< a real number
    choice,     ///< one of `choices`
    choices,    ///< some of `choices`
    text,       ///< any text
    texts,      ///< a list of texts
    column,     ///< a column's name
    columns,    ///< a list of columns' names
    mapping,    ///< text → text
    tokenizer,  ///< a model folder or a tokenizer's file
    dataset,    ///< a data set's folder
};
std::string_view kindName(ParameterKind kind);

struct Parameter {
    std::string name;
    ParameterKind kind = ParameterKind::flag;
    std::string reason;    ///< one line: what it decides
    OrderedJson fallback;  ///< the default; null: not set
    double least = -std::numeric_limits<double>::infinity();
    double most = std::numeric_limits<double>::infinity();
    std::vector<std::string> options;  ///< of choice and choices
    bool needed = false;               ///< there is no default, and without a value there is nothing to do

    static Parameter flag(std::string name, bool fallback, std::string reason);
    static Parameter count(std::string name, std::optional<std::int64_t> fallback, std::string reason);
    static Parameter number(std::string name, std::optional<double> fallback, std::string reason);
    /// The first option is the default.
    static Parameter choice(std::string name, std::vector<std::string> options, std::string reason);
    /// By default all options but those in `without`.
    static Parameter choices(std::string name, std::vector<std::string> options, std::string reason,
                             const std::vector<std::string>& without = {});
    static Parameter text(std::string name, std::string fallback, std::string reason);
    static Parameter texts(std::string name, std::string reason);
    static Parameter column(std::string name, std::string reason);
    static Parameter columns(std::string reason, std::string name = "columns");
    static Parameter mapping(std::string name, std::string reason);
    static Parameter tokenizer(std::string reason);
    static Parameter dataset(std::string name, std::string reason);

    Parameter between(double lowest, double highest) &&;
    Parameter atLeast(double lowest) &&;
    Parameter required() &&;
};

/// {"name","kind","default","min"?,"max"?,"options"?,"needed","reason"}
OrderedJson toJson(const Parameter& parameter);

/// A step's parameters with every value in place.
class Settings {
public:
    /// Errors "parameter_invalid": a value of the wrong kind or out of range, a needed one missing, an unknown name (the nearest is
    /// suggested).
    static Result<Settings> read(std::string_view step, const std::vector<Parameter>& parameters, const OrderedJson& given);

    bool flag(const std::string& name) const { return at(name).get<bool>(); }
    std::int64_t count(const std::string& name) const { return at(name).get<std::int64_t>(); }
    double number(const std::string& name) const { return at(name).get<double>(); }
    std::string text(const std::string& name) const;  ///< empty if not set
    std::vector<std::string> texts(const std::string& name) const;
    std::vector<std::pair<std::string, std::string>> mapping(const std::string& name) const;
    bool has(const std::string& name) const { return !at(name).is_null(); }
    /// Every parameter with its value: what a recipe's hash is over.
    const OrderedJson& values() const { return values_; }
    /// "parameter_invalid" for a mistake that no single parameter shows.
    tl::unexpected<Error> mistake(const std::string& what) const;

private:
    const OrderedJson& at(const std::string& name) const { return values_.at(name); }
    std::string step_;
    OrderedJson values_ = OrderedJson::object();
};

}  // namespace anneal::data
