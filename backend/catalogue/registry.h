#pragma once
// The models on this machine that a person gave a name: models.json in the data folder.

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.h"
#include "base/result.h"
#include "catalogue/model_folder.h"

namespace anneal::catalogue {

struct RegisteredModel {
    std::string name;
    std::filesystem::path path;
    std::string family;
    std::int64_t parameters = 0;
    std::uint64_t bytes = 0;
    std::int64_t added = 0;  ///< UNIX seconds
};

class ModelRegistry {
public:
    explicit ModelRegistry(std::filesystem::path file = base::dataHome() / "models.json") : file_(std::move(file)) {}

    Result<std::vector<RegisteredModel>> list() const;  ///< by name
    /// Checks the folder and remembers it; a name that is taken now means this folder. An empty name becomes the folder's.
    /// Errors: those of checkModelFolder, and "model_mismatch".
    Result<RegisteredModel> add(const std::filesystem::path& folder, std::string name = {}) const;
    /// Forgets the name; the folder stays. Error "model_unknown".
    Status remove(std::string_view name) const;
    /// The folder of a path, of a registered name, or of a catalogue name that was registered. Errors: "model_unknown" with
    /// the nearest name, "model_not_here" for a catalogue model that is not on this machine.
    Result<std::filesystem::path> resolve(const std::string& nameOrPath) const;

private:
    Status save(const std::vector<RegisteredModel>& models) const;
    std::filesystem::path file_;
};

}  // namespace anneal::catalogue
