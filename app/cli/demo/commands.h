#pragma once
// The demo types our own commands: what it shows is what anybody can type.

#include <string>
#include <vector>

#include "cli/verb.h"

namespace anneal::cli {

/// Runs `anneal ARGUMENTS… --json` as a child, shows the line a person would type, and reads its document.
class OwnCommands {
public:
    explicit OwnCommands(const Context& context) : context_(context) {}

    /// The document; the command's own error if it failed, "stopped" if it was interrupted.
    Result<OrderedJson> run(const std::vector<std::string>& arguments) const;
    /// A heading for what comes next.
    void heading(const std::string& text) const;
    void note(const std::string& text) const;

private:
    const Context& context_;
};

}  // namespace anneal::cli
