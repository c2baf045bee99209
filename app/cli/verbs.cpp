#include "cli/verb.h"

// One line a verb: declare `Verb xVerb();` and list it.
namespace anneal::cli {

Verb doctorVerb();
Verb modelsVerb();
Verb tokenizeVerb();

std::vector<Verb> allVerbs() {
    return {
        doctorVerb(),
        modelsVerb(),
        tokenizeVerb(),
    };
}

}  // namespace anneal::cli
