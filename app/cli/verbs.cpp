#include "cli/verb.h"

// One line a verb: declare `Verb xVerb();` and list it.
namespace anneal::cli {

Verb doctorVerb();
Verb dataVerb();
Verb modelsVerb();
Verb tokenizeVerb();
Verb trainVerb();
Verb runsVerb();
Verb exportVerb();
Verb forecastVerb();
Verb superviseVerb();
Verb evalVerb();
Verb chatVerb();
Verb demoVerb();

std::vector<Verb> allVerbs() {
    return {
        doctorVerb(), dataVerb(),     modelsVerb(),    tokenizeVerb(), trainVerb(), runsVerb(),
        exportVerb(), forecastVerb(), superviseVerb(), evalVerb(),     chatVerb(),  demoVerb(),
    };
}

}  // namespace anneal::cli
