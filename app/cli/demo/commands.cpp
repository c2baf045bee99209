#include "cli/demo/commands.h"

#include <iostream>

#include "base/files.h"
#include "base/process.h"

namespace anneal::cli {
namespace {

std::string quoted(const std::string& argument) {
    if (argument.find_first_of(" \t\n'\"$&|;<>()*?") == std::string::npos) return argument;
    std::string text = "'";
    for (const char c : argument) text += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return text + "'";
}

}  // namespace

void OwnCommands::heading(const std::string& text) const {
    if (!context_.json()) std::cout << "\n" << text << std::endl;
}

void OwnCommands::note(const std::string& text) const {
    if (!context_.json()) std::cout << "    " << text << std::endl;
}

Result<OrderedJson> OwnCommands::run(const std::vector<std::string>& arguments) const {
    std::string line = "anneal";
    for (const auto& argument : arguments) line += " " + quoted(argument);
    if (!context_.json()) std::cout << "  $ " << line << std::endl;

    base::ProcessOptions options{.program = base::executablePath(), .arguments = arguments};
    options.arguments.push_back("--json");
    ANNEAL_TRY(output, base::runProcess(std::move(options)));
    if (output.status.code == kStopped || context_.stop().stopRequested()) return fail("stopped", "stopped");
    auto document = base::parseJson(output.output);
    if (!document) return fail("demo_failed", line + " answered nothing that can be read", "run that line by itself to see why");
    auto ordered = OrderedJson(*document);
    if (const auto error = ordered.find("error"); error != ordered.end() && error->is_object())
        return fail(error->value("code", "failed"), line + ": " + error->value("message", ""), error->value("hint", ""));
    if (!output.status.ok()) return fail("demo_failed", line + " ended with exit code " + std::to_string(output.status.code), "");
    return ordered;
}

}  // namespace anneal::cli
