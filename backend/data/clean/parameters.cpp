#include "data/clean/parameters.h"

#include <algorithm>

#include "base/text.h"

namespace anneal::data {

const OrderedJson* Parameters::find(const std::string& key) {
    known_.push_back(key);
    const auto found = given_.find(key);
    return found == given_.end() || found->is_null() ? nullptr : &*found;
}

void Parameters::mistake(const std::string& key, const std::string& wanted) {
    if (error_.code.empty()) error_ = {"parameter_invalid", "step " + step_ + ": " + key + " must be " + wanted, "correct the recipe"};
}

std::string Parameters::choice(const std::string& key, const std::vector<std::string>& allowed) {
    const auto* value = find(key);
    if (!value) return allowed.front();
    const auto text = value->is_string() ? value->get<std::string>() : std::string();
    if (std::find(allowed.begin(), allowed.end(), text) == allowed.end()) mistake(key, "one of " + base::join(allowed, ", "));
    return text;
}

double Parameters::number(const std::string& key, double fallback, double lowest) {
    const auto* value = find(key);
    if (!value) return fallback;
    if (!value->is_number() || value->get<double>() < lowest) {
        mistake(key, "a number of at least " + base::dumpJson(Json(lowest)));
        return fallback;
    }
    return value->get<double>();
}

std::int64_t Parameters::count(const std::string& key, std::int64_t fallback) {
    const auto* value = find(key);
    if (!value) return fallback;
    if (!value->is_number_integer() || value->get<std::int64_t>() < 0) {
        mistake(key, "a whole number, not negative");
        return fallback;
    }
    return value->get<std::int64_t>();
}

bool Parameters::flag(const std::string& key, bool fallback) {
    const auto* value = find(key);
    if (!value) return fallback;
    if (!value->is_boolean()) mistake(key, "true or false");
    return value->is_boolean() ? value->get<bool>() : fallback;
}

std::vector<std::string> Parameters::names(const std::string& key) {
    const auto* value = find(key);
    if (!value) return {};
    if (value->is_string()) return {value->get<std::string>()};
    std::vector<std::string> names;
    if (!value->is_array()) mistake(key, "a list of column names");
    for (const auto& one : *value) {
        if (one.is_string())
            names.push_back(one.get<std::string>());
        else
            mistake(key, "a list of column names");
    }
    return names;
}

Status Parameters::finish() const {
    if (!error_.code.empty()) return fail(error_);
    for (const auto& [key, value] : given_.items()) {
        if (std::find(known_.begin(), known_.end(), key) != known_.end()) continue;
        const auto near = base::nearest(key, known_);
        return fail("parameter_invalid", "step " + step_ + " has no parameter \"" + key + "\"",
                    near             ? "did you mean \"" + *near + "\"?"
                    : known_.empty() ? "it takes none"
                                     : "it takes " + base::join(known_, ", "));
    }
    return {};
}

}  // namespace anneal::data
