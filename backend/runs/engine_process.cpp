#include "runs/engine_process.h"

#include <cstdlib>

#include "base/files.h"

namespace anneal::runs {

base::ProcessOptions engineProcess(const std::filesystem::path& program) {
    base::ProcessOptions process;
    process.program = program.empty() ? base::siblingProgram("anneal-engine") : program;
    constexpr const char* kSpins = "GOMP_SPINCOUNT";
    if (!std::getenv(kSpins) && !std::getenv("OMP_WAIT_POLICY")) process.environment[kSpins] = "1000";
    return process;
}

}  // namespace anneal::runs
