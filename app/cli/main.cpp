#include <algorithm>
#include <csignal>
#include <iostream>
#include <span>

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include "cli/verb.h"

namespace {

using namespace anneal::cli;

anneal::base::StopToken stopToken;

void onSignal(int) { stopToken.requestStop(); }

/// A file opened later must not become what we write to: a closed descriptor is filled with one on which its use fails.
void holdStandardStreams() {
    for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
        if (::fcntl(descriptor, F_GETFD) < 0) (void)!::open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY);
}

bool readerIsGone(int descriptor) {
    pollfd pipe{descriptor, POLLOUT, 0};
    return ::poll(&pipe, 1, 0) == 1 && (pipe.revents & POLLERR) != 0;
}

/// What was printed must have arrived: a script on a full disk is not to take an empty file for an answer.
int flushed(int code) {
    std::cout.flush();
    if (std::cout || code == kUsage) return code;
    if (!readerIsGone(STDOUT_FILENO))
        std::cerr << "error: standard output could not be written\nhint: see that it is open and its disk not full\n";
    return code == kDone ? kFailed : code;
}

int act(const Action& action, Context& context) {
    try {
        return action(context);
    } catch (const std::bad_alloc&) {
        return context.failure({"out_of_memory", "the memory ran out", "free some, or give less at once"});
    } catch (const std::exception& error) {
        return context.failure({"internal", error.what(), "please report what you did"});
    }
}

}  // namespace

int main(int argc, char** argv) {
    holdStandardStreams();
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
        if (code == 0) return flushed(kDone);
        const std::span words(argv, std::size_t(argc));
        context.json_ = std::ranges::any_of(words, [](const char* word) { return std::string_view(word) == "--json"; });
        return context.misuse(error.what());
    }
    std::signal(SIGINT, onSignal);
    std::signal(SIGTERM, onSignal);
    std::signal(SIGPIPE, SIG_IGN);
    for (auto& [subcommand, action] : actions)
        if (subcommand->parsed()) return flushed(act(action, context));
    return kUsage;
}
