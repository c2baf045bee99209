#pragma once
// The verbs of `anneal-engine work`; each from its own file here. All take Session's model arguments.

#include <memory>
#include <vector>

#include "engine/work/server.h"
#include "engine/work/session.h"

namespace anneal::engine {

using SharedSession = std::shared_ptr<Session>;

WorkVerb loadVerb(SharedSession session);
WorkVerb unloadVerb(SharedSession session);
WorkVerb scoreVerb(SharedSession session);
WorkVerb generateVerb(SharedSession session);
WorkVerb evaluateGenerationVerb(SharedSession session);
WorkVerb exportVerb(SharedSession session);

std::vector<WorkVerb> workVerbs(const SharedSession& session);

}  // namespace anneal::engine
