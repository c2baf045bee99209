#include <algorithm>

#include "base/text.h"
#include "data/features/primitive.h"
#include "data/features/primitives/families.h"

namespace anneal::data::features {
namespace {

std::string kindText(const Kind& kind) {
    if (kind.has(kIndex)) return "key";
    if (kind.has(kForeignKey)) return "parent's key";
    if (kind.has(kTimeIndex)) return "time index";
    if (kind.has(kCategory)) return "category";
    if (kind == kAnything) return "any";
    return std::string(meaningName(kind.meaning));
}

}  // namespace

const std::vector<Primitive>& primitives() {
    static const auto all = [] {
        std::vector<Primitive> found;
        for (const auto family : {amountPrimitives, arithmeticPrimitives, calendarPrimitives, countPrimitives, runningPrimitives,
                                  sequencePrimitives, truthPrimitives, wordPrimitives})
            for (auto& primitive : family()) found.push_back(std::move(primitive));
        std::sort(found.begin(), found.end(), [](const Primitive& a, const Primitive& b) { return a.name < b.name; });
        return found;
    }();
    return all;
}

Result<const Primitive*> findPrimitive(const std::string& name, bool aggregation) {
    const std::string sort = aggregation ? "aggregation" : "transform";
    std::vector<std::string> names;
    for (const auto& primitive : primitives()) {
        const bool asked = (primitive.aggregate != nullptr) == aggregation;
        if (primitive.name == name && asked) return &primitive;
        if (primitive.name == name)
            return fail("primitive_unknown", name + " is no " + sort, std::string("give it with --") + (aggregation ? "trans" : "agg"));
        if (asked) names.push_back(primitive.name);
    }
    const auto near = base::nearest(name, names);
    return fail("primitive_unknown", "there is no " + sort + " \"" + name + "\"",
                near ? "did you mean \"" + *near + "\"?" : "there are " + base::join(names, ", "));
}

std::vector<std::string> defaultAggregations() {
    return {"count", "max", "mean", "min", "mode", "num_unique", "percent_true", "skew", "std", "sum"};
}

std::vector<std::string> defaultTransforms() { return {"day", "month", "num_characters", "num_words", "weekday", "year"}; }

OrderedJson toJson(const Primitive& primitive) {
    OrderedJson document = {{"primitive", primitive.name},
                            {"kind", primitive.aggregate ? "aggregation" : "transform"},
                            {"reason", primitive.reason},
                            {"inputs", OrderedJson::array()},
                            {"returns", primitive.returns ? kindText(*primitive.returns) : "like its input"},
                            {"outputs", primitive.outputs},
                            {"whole_table", primitive.wholeTable}};
    for (const auto& alternative : primitive.inputs) {
        auto kinds = OrderedJson::array();
        for (const auto& kind : alternative) kinds.push_back(kindText(kind));
        document["inputs"].push_back(kinds);
    }
    return document;
}

}  // namespace anneal::data::features
