#pragma once
// The commands of anneal-engine: each takes what follows its name and returns the exit code.

#include <string>
#include <vector>

namespace anneal::engine {

int runRank(const std::vector<std::string>& arguments);  ///< rank RUN_DIR: one rank of a training run
int runWork(const std::vector<std::string>& arguments);  ///< work: one model, asked over a pipe

}  // namespace anneal::engine
