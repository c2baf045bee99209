#pragma once
// A home whose runs have made something to chat with: a result, two checkpoints, a model without weights.

#include <fstream>

#include "widgets/window/temporary_home.h"

namespace anneal::test {

inline void touch(const std::filesystem::path& file, const std::string& text = "{}") {
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file) << text;
}

/// "clauses-lora16": an adapter, checkpoints at 100 and 200 of which the latter is the best.
inline runs::RunDirectory writeTunedRun(TemporaryHome& home, const std::string& name = "clauses-lora16") {
    const auto run = home.writeRun({.name = name});
    touch(run.adapter() / "adapter_config.json");
    for (const int step : {100, 200}) {
        touch(run.checkpoint(step) / "adapter_config.json");
        touch(run.checkpoint(step) / "DONE", "");
    }
    return run;
}

}  // namespace anneal::test
