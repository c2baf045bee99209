#include "data/features/kind.h"

#include <algorithm>
#include <array>
#include <utility>

namespace anneal::data::features {
namespace {

constexpr std::array<std::pair<std::string_view, Meaning>, 7> kNames = {{{"integer", Meaning::integer},
                                                                         {"real", Meaning::real},
                                                                         {"boolean", Meaning::truth},
                                                                         {"time", Meaning::time},
                                                                         {"category", Meaning::category},
                                                                         {"text", Meaning::text},
                                                                         {"other", Meaning::other}}};

}  // namespace

Kind kindOf(Meaning meaning) {
    switch (meaning) {
        case Meaning::integer:
        case Meaning::integerOrNull:
        case Meaning::real: return {meaning, kNumeric};
        case Meaning::category:
        case Meaning::ordinal: return {meaning, kCategory};
        default: return {meaning};
    }
}

bool fits(const Kind& given, const Kind& wanted) {
    return (wanted.meaning == Meaning::any || wanted.meaning == given.meaning) && given.has(wanted.tags);
}

bool fitsAny(const Kind& given, const std::vector<Kind>& wanted) {
    return std::any_of(wanted.begin(), wanted.end(), [&](const Kind& one) { return fits(given, one); });
}

std::vector<std::string> meaningNames() {
    std::vector<std::string> names;
    for (const auto& [name, meaning] : kNames) names.emplace_back(name);
    return names;
}

std::optional<Meaning> parseMeaning(std::string_view name) {
    for (const auto& [known, meaning] : kNames)
        if (known == name) return meaning;
    return {};
}

std::string_view meaningName(Meaning meaning) {
    switch (meaning) {
        case Meaning::any: return "number";
        case Meaning::integerOrNull: return "integer";
        case Meaning::truthOrNull: return "boolean";
        case Meaning::ordinal: return "ordinal";
        default: break;
    }
    return std::find_if(kNames.begin(), kNames.end(), [&](const auto& one) { return one.second == meaning; })->first;
}

}  // namespace anneal::data::features
