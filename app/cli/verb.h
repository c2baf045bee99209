#pragma once
// What every verb of the command line shares: how it is declared, how it answers, how it fails.

#include <functional>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "base/json.h"
#include "base/stop_token.h"

namespace anneal::cli {

enum Exit : int { kDone = 0, kFailed = 1, kUsage = 2, kStopped = 130 };

/// Handed to a verb when it runs. With --json a verb calls answer() once and prints nothing else on stdout.
class Context {
public:
    bool json() const { return json_; }
    bool terminal() const;  ///< stderr is a terminal: progress bars, else plain lines
    /// Prints the document if --json was given, else calls `plain` which prints for a person.
    int answer(const OrderedJson& document, const std::function<void()>& plain) const;
    /// `error: …` and `hint: …` on stderr; with --json also {"error":{…}} on stdout. Returns kFailed.
    int failure(const Error& error) const;
    /// A command line that says too little or too much, after it was told on stderr: with --json {"error":{…}} on stdout. Returns kUsage.
    int misuse(const std::string& message) const;
    /// Draws "note  ███░░  40 %  ETA 12 s" on stderr, or a plain line each few seconds where stderr is no terminal.
    base::ProgressFunction progress() const;
    /// Set by SIGINT and SIGTERM.
    base::StopToken stop() const { return stop_; }

    bool json_ = false;
    base::StopToken stop_;
};

/// Declares a verb's options on its subcommand and hands back what runs it (exit code).
using Action = std::function<int(Context&)>;
struct Verb {
    std::string name;
    std::string description;
    std::function<Action(CLI::App&)> declare;  ///< an App with subcommands of its own may return an Action that dispatches
};

/// The verbs, in the order of `anneal --help`; each from its own file under verbs/.
std::vector<Verb> allVerbs();

}  // namespace anneal::cli
