#pragma once
// Runs `anneal …` of this build as a person or a script does.

#include <string>
#include <vector>

#include "base/json.h"
#include "base/process.h"
#include "support.h"

namespace anneal::test {

struct Answer {
    int code = -1;
    Json document;  ///< null where stdout was not one JSON document
};

/// With --json, and with data and cache folders under `home`.
inline Answer anneal(const std::filesystem::path& home, std::vector<std::string> arguments) {
    arguments.push_back("--json");
    base::ProcessOptions options{.program = ANNEAL_BINARY_DIR "/bin/anneal", .arguments = std::move(arguments)};
    options.environment = {{"XDG_DATA_HOME", home / "data"}, {"XDG_CACHE_HOME", home / "cache"}, {"OMP_NUM_THREADS", "1"}};
    const auto output = base::runProcess(options);
    if (!output) return {};
    const auto document = base::parseJson(output->output);
    return {output->status.code, document ? *document : Json()};
}

inline std::string errorCode(const Answer& answer) {
    return answer.document.is_object() && answer.document.contains("error") ? answer.document["error"].value("code", "") : "";
}

}  // namespace anneal::test
