#include "cli/verbs/runs.h"

namespace anneal::cli {

Verb runsVerb() {
    return {"runs", "List, show, watch, steer, compare, draw and delete runs", [](CLI::App& app) -> Action {
                app.require_subcommand(1);
                std::vector<std::pair<CLI::App*, Action>> actions;
                for (const auto& verb : {runsListVerb(), runsShowVerb(), runsWatchVerb(), runsStopVerb(), runsPauseVerb(), runsResumeVerb(),
                                         runsCheckpointVerb(), runsSetVerb(), runsDiffVerb(), runsPlotVerb(), runsRmVerb()}) {
                    auto* subcommand = app.add_subcommand(verb.name, verb.description);
                    actions.emplace_back(subcommand, verb.declare(*subcommand));
                }
                return [actions](Context& context) {
                    for (const auto& [subcommand, action] : actions)
                        if (subcommand->parsed()) return action(context);
                    return int(kUsage);
                };
            }};
}

}  // namespace anneal::cli
