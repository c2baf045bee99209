#include "base/text.h"
#include "data/clean/step.h"
#include "data/clean/steps/steps.h"

namespace anneal::data {

const std::vector<const StepKind*>& stepKinds() {
    static const std::vector<const StepKind*> kinds = {
        &repairEncodingStep(),      &stripControlStep(),  &stripHtmlStep(),      &normaliseUnicodeStep(),
        &normaliseWhitespaceStep(), &trimStep(),          &replacePatternStep(), &filterPatternStep(),
        &extractPatternStep(),      &mapValuesStep(),     &repairValuesStep(),   &mergeLabelsStep(),
        &dropEmptyStep(),           &fillEmptyStep(),     &dropRefusalsStep(),   &filterConversationsStep(),
        &filterLanguageStep(),      &filterQualityStep(), &maskPiiStep(),        &dropDuplicatesStep(),
        &dropNearDuplicatesStep(),  &outliersStep(),      &lengthOutliersStep(), &dropLengthStep(),
        &limitLengthStep(),         &suspectLabelsStep(), &balanceClassesStep(),
    };
    return kinds;
}

Result<const StepKind*> findStepKind(const std::string& name) {
    std::vector<std::string> names;
    for (const auto* kind : stepKinds()) {
        if (kind->name == name || (!name.empty() && kind->formerName == name)) return kind;
        names.push_back(kind->name);
    }
    const auto near = base::nearest(name, names);
    return fail("step_unknown", "there is no cleaning step \"" + name + "\"",
                near ? "did you mean \"" + *near + "\"?" : "the steps are " + base::join(names, ", "));
}

OrderedJson toJson(const StepKind& kind) {
    OrderedJson document = {{"step", kind.name}, {"family", kind.family}, {"summary", kind.summary}, {"parameters", OrderedJson::array()}};
    for (const auto& parameter : kind.parameters) document["parameters"].push_back(toJson(parameter));
    return document;
}

}  // namespace anneal::data
