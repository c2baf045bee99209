#include "export/gguf_type.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace anneal::exporting {
namespace {

// Bounds in docs of the gate (gate.h): the first six are the product's promise, the others lie between their neighbours in bits a weight.
constexpr std::array kTypes{
    GgufType{"F32", 0, 1e-6, FloatType::f32},
    GgufType{"F16", 1, 1e-4, FloatType::f16},
    GgufType{"BF16", 32, 1e-4, FloatType::bf16},
    GgufType{"Q8_0", 7, 0.01, {}},
    GgufType{"Q6_K", 18, 0.03, {}},
    GgufType{"Q5_K_M", 17, 0.05, {}},
    GgufType{"Q5_K_S", 16, 0.06, {}},
    GgufType{"Q5_1", 9, 0.06, {}},
    GgufType{"Q5_0", 8, 0.08, {}},
    GgufType{"Q4_K_M", 15, 0.2, {}},
    GgufType{"Q4_K_S", 14, 0.25, {}},
    GgufType{"Q4_1", 3, 0.25, {}},
    GgufType{"Q4_0", 2, 0.3, {}},
    GgufType{"IQ4_NL", 25, 0.25, {}},
    GgufType{"IQ4_XS", 30, 0.25, {}},
    GgufType{"Q3_K_L", 13, 0.5, {}},
    GgufType{"Q3_K_M", 12, 0.6, {}},
    GgufType{"Q3_K_S", 11, 0.8, {}},
    GgufType{"Q2_K", 10, 1.5, {}},
};

}  // namespace

std::span<const GgufType> ggufTypes() { return kTypes; }

Result<GgufType> ggufType(std::string_view name) {
    const auto wanted = base::toLower(base::trim(name));
    for (const auto& type : kTypes)
        if (base::toLower(type.name) == wanted) return type;
    std::vector<std::string> names;
    for (const auto& type : kTypes) names.emplace_back(type.name);
    return fail("quant_unknown", "there is no GGUF type " + std::string(name), "one of " + base::join(names, ", "));
}

Result<std::vector<GgufType>> parseGgufTypes(std::string_view list) {
    std::vector<GgufType> types;
    for (const auto& name : base::split(list, ',')) {
        ANNEAL_TRY(type, ggufType(name));
        if (std::ranges::find(types, type.name, &GgufType::name) != types.end())
            return fail("quant_repeated", std::string(type.name) + " is named twice", "name each type once");
        types.push_back(type);
    }
    return types;
}

}  // namespace anneal::exporting
