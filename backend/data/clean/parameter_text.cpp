#include "data/clean/parameter_text.h"

#include <cmath>

#include "base/text.h"

namespace anneal::data {
namespace {

std::string rangeText(const Parameter& parameter) {
    const auto shown = [](double bound) {
        return bound == std::floor(bound) && std::abs(bound) < 1e15 ? std::to_string(std::int64_t(bound)) : base::dumpJson(Json(bound));
    };
    const bool low = std::isfinite(parameter.least), high = std::isfinite(parameter.most);
    if (low && high) return " from " + shown(parameter.least) + " to " + shown(parameter.most);
    if (low) return " of at least " + shown(parameter.least);
    return high ? " of at most " + shown(parameter.most) : std::string();
}

}  // namespace

std::string wanted(const Parameter& parameter) {
    switch (parameter.kind) {
        case ParameterKind::flag: return "true or false";
        case ParameterKind::count: return "a whole number" + rangeText(parameter);
        case ParameterKind::number: return "a number" + rangeText(parameter);
        case ParameterKind::choice: return "one of " + base::join(parameter.options, ", ");
        case ParameterKind::choices: return "a list of some of " + base::join(parameter.options, ", ");
        case ParameterKind::text: return "a text";
        case ParameterKind::texts: return "a list of texts";
        case ParameterKind::column: return "a column's name";
        case ParameterKind::columns: return "a list of column names";
        case ParameterKind::mapping: return "pairs of old: new";
        case ParameterKind::tokenizer: return "a model folder or a tokenizer's file";
        case ParameterKind::dataset: return "a data set's folder";
    }
    return {};
}

}  // namespace anneal::data
