#include "base/text.h"
#include "data/clean/step.h"
#include "data/clean/steps/steps.h"

namespace anneal::data {

const std::vector<StepEntry>& stepRegistry() {
    static const std::vector<StepEntry> entries = {
        {"repair_encoding", "Repair text read in the wrong encoding; drop what stays damaged", makeRepairEncoding},
        {"strip_control", "Take out control characters and terminal colour codes", makeStripControl},
        {"normalise_unicode", "Bring equal characters to equal code points (NFC or NFKC)", makeNormaliseUnicode},
        {"normalise_whitespace", "One kind of line end and single gaps between words", makeNormaliseWhitespace},
        {"trim", "Take white space off both ends", makeTrim},
        {"drop_empty", "Drop rows without a value where one is needed", makeDropEmpty},
        {"drop_duplicates", "Keep the first of equal rows", makeDropDuplicates},
        {"drop_length", "Drop rows with a text outside the given bounds", makeDropLength},
        {"drop_length_outliers", "Drop rows with an unusually short or long text", makeDropLengthOutliers},
    };
    return entries;
}

Result<std::unique_ptr<Step>> makeStep(const std::string& name, const OrderedJson& parameters) {
    std::vector<std::string> names;
    for (const auto& entry : stepRegistry()) {
        if (entry.name == name) return entry.make(parameters);
        names.push_back(entry.name);
    }
    const auto near = base::nearest(name, names);
    return fail("step_unknown", "there is no cleaning step \"" + name + "\"",
                near ? "did you mean \"" + *near + "\"?" : "the steps are " + base::join(names, ", "));
}

}  // namespace anneal::data
