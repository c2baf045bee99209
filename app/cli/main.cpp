#include <csignal>
#include <iostream>

#include "cli/verb.h"

namespace {

anneal::base::StopToken stopToken;

void onSignal(int) { stopToken.requestStop(); }

}  // namespace

int main(int argc, char** argv) {
    using namespace anneal::cli;
    CLI::App app("Anneal Studio: from raw files to a deployed, fine-tuned model", "anneal");
    app.set_version_flag("--version", std::string("anneal ") + ANNEAL_VERSION);
    app.require_subcommand(1);
    app.fallthrough();
    Context context;
    context.stop_ = stopToken;
    app.add_flag("--json", context.json_, "Print one JSON document on standard output and nothing else there");

    std::vector<std::pair<CLI::App*, Action>> actions;
    for (const auto& verb : allVerbs()) {
        auto* subcommand = app.add_subcommand(verb.name, verb.description);
        actions.emplace_back(subcommand, verb.declare(*subcommand));
    }
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        const int code = app.exit(error);
        return code == 0 ? kDone : kUsage;
    }
    std::signal(SIGINT, onSignal);
    std::signal(SIGTERM, onSignal);
    std::signal(SIGPIPE, SIG_IGN);
    for (auto& [subcommand, action] : actions)
        if (subcommand->parsed()) return action(context);
    return kUsage;
}
