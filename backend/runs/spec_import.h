#pragma once
// A configuration that was written for LLaMA-Factory, or for a newer version: what can be taken over, and what is left behind and why.

#include <filesystem>
#include <string>
#include <vector>

#include "base/json.h"
#include "base/result.h"

namespace anneal::runs {

struct SpecImport {
    struct Left {
        std::string key;
        std::string reason;
    };

    OrderedJson keys = OrderedJson::object();  ///< honoured ones, under the names and spellings of RUN.yaml
    std::vector<Left> withoutEffect;           ///< nothing is lost without them
    std::vector<Left> refused;                 ///< the run would be another than the file meant
};

/// Unlike RunSpec::load it goes on past a key that has no counterpart. Data sets and models of a relative path are looked for beside the
/// file. Errors: "file_not_found", "yaml_invalid".
Result<SpecImport> importSpec(const std::filesystem::path& file);

}  // namespace anneal::runs
