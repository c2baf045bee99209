#pragma once
// The parts of `anneal runs`: each declares its own subcommand.

#include "cli/verb.h"

namespace anneal::cli {

Verb runsListVerb();
Verb runsShowVerb();
Verb runsWatchVerb();
Verb runsDiffVerb();
Verb runsPlotVerb();
Verb runsRmVerb();
Verb runsStopVerb();
Verb runsPauseVerb();
Verb runsResumeVerb();
Verb runsCheckpointVerb();
Verb runsSetVerb();

}  // namespace anneal::cli
