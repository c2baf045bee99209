#include "engine/work/verbs.h"

namespace anneal::engine {

std::vector<WorkVerb> workVerbs(const SharedSession& session) {
    return {
        loadVerb(session),   unloadVerb(session), scoreVerb(session), generateVerb(session), evaluateGenerationVerb(session),
        exportVerb(session),
    };
}

}  // namespace anneal::engine
