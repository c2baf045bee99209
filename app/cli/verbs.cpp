#include "cli/verb.h"

// One line a verb: declare `Verb xVerb();` and list it.
namespace anneal::cli {

Verb doctorVerb();

std::vector<Verb> allVerbs() {
    return {
        doctorVerb(),
    };
}

}  // namespace anneal::cli
