#pragma once

#include "base/process.h"

namespace anneal::runs {

/// anneal-engine, `program` or the one beside this program, with the environment that suits it. A thread that waits for another
/// spins for a moment only: LibTorch's threads meet thousands of times a second, and where other programs keep the cores busy one
/// that spins takes the time that the other waits for (measured: 170 tokens/s, 2,000 with the shorter wait, alike on idle cores).
base::ProcessOptions engineProcess(const std::filesystem::path& program);

}  // namespace anneal::runs
