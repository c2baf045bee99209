#include "cli/verb.h"

// One line a verb: declare `Verb xVerb();` and list it.
namespace anneal::cli {

Verb doctorVerb();
Verb modelsVerb();
Verb tokenizeVerb();
Verb trainVerb();
Verb runsVerb();
Verb exportVerb();
Verb forecastVerb();
Verb superviseVerb();
Verb evalVerb();
Verb chatVerb();

std::vector<Verb> allVerbs() {
    return {
        doctorVerb(),
        modelsVerb(),
        tokenizeVerb(),
        trainVerb(),
        runsVerb(),
        exportVerb(),
        forecastVerb(),
        superviseVerb(),
        evalVerb(),
        chatVerb(),
    };
}

}  // namespace anneal::cli
