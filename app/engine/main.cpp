#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "base/process.h"
#include "engine/command.h"
#include "nn/cpu_runtime.h"

namespace {

struct Command {
    const char* name;
    int (*run)(const std::vector<std::string>&);
};

const Command kCommands[] = {
#ifdef ANNEAL_ENGINE_RANK
    {"rank", anneal::engine::runRank},
#endif
    {"work", anneal::engine::runWork},
};

// Our own parents append "--die-with-parent PID" (base::ProcessOptions::dieWithParent).
void obeyParent(std::vector<std::string>& arguments) {
    const auto flag = std::find(arguments.begin(), arguments.end(), "--die-with-parent");
    if (flag == arguments.end() || flag + 1 == arguments.end()) return;
    anneal::base::dieWithParent(std::atoi((flag + 1)->c_str()));
    arguments.erase(flag, flag + 2);
}

}  // namespace

int main(int argc, char** argv) {
    std::vector<std::string> arguments(argv + 1, argv + argc);
    obeyParent(arguments);
    anneal::nn::tuneCpuRuntime();
    if (arguments.size() == 1 && arguments[0] == "--version") {
        std::printf("anneal-engine %s, LibTorch %s\n", ANNEAL_VERSION, ANNEAL_TORCH_VERSION);
        return 0;
    }
    for (const auto& command : kCommands)
        if (!arguments.empty() && arguments[0] == command.name) return command.run({arguments.begin() + 1, arguments.end()});
    std::fputs("usage: anneal-engine rank RUN_DIR | work | --version\n", stderr);
    return 2;
}
