#include <cstdio>

#include "base/log.h"
#include "engine/command.h"
#include "train/rank.h"

namespace anneal::engine {

namespace {

constexpr int kFailed = 1;
constexpr int kUsage = 2;
constexpr int kStopped = 130;

int report(const Error& error) {
    std::fprintf(stderr, "error: %s\n", error.message.c_str());
    if (!error.hint.empty()) std::fprintf(stderr, "hint: %s\n", error.hint.c_str());
    return kFailed;
}

}  // namespace

int runRank(const std::vector<std::string>& arguments) {
    if (arguments.size() != 1) {
        std::fputs("usage: anneal-engine rank RUN_DIR\n", stderr);
        return kUsage;
    }
    const auto environment = train::RankEnvironment::read();
    if (!environment) return report(environment.error());
    const auto directory = runs::RunDirectory::open(arguments.front());
    if (!directory) return report(directory.error());
    if (environment->rank == 0) base::openLog(directory->log());
    const auto outcome = train::trainRank(*directory, *environment);
    if (!outcome) return report(outcome.error());
    return outcome->state == runs::RunState::stopped ? kStopped : 0;
}

}  // namespace anneal::engine
