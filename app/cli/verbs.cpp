#include "cli/verb.h"

// One line a verb: declare `Verb xVerb();` and list it.
namespace anneal::cli {

Verb doctorVerb();
Verb modelsVerb();
Verb tokenizeVerb();
Verb trainVerb();
Verb runsVerb();
Verb forecastVerb();
Verb superviseVerb();

std::vector<Verb> allVerbs() {
    return {
        doctorVerb(),
        modelsVerb(),
        tokenizeVerb(),
        trainVerb(),
        runsVerb(),
        forecastVerb(),
        superviseVerb(),
    };
}

}  // namespace anneal::cli
