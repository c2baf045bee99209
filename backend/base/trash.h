#pragma once
// What was deleted and can still be brought back: moved aside within the data folder, so that deleting a terabyte is instant and
// Undo as well. It takes its space until it is emptied.

#include <filesystem>

#include "base/files.h"

namespace anneal::base {

struct Trashed {
    std::filesystem::path original;
    std::filesystem::path kept;
};

class Trash {
public:
    explicit Trash(std::filesystem::path folder = dataHome() / "trash") : folder_(std::move(folder)) {}

    const std::filesystem::path& folder() const { return folder_; }
    /// Errors: "trash_elsewhere" for what lies on another file system, "delete_failed".
    Result<Trashed> put(const std::filesystem::path& path) const;
    /// Error "already_exists" where something has taken its place.
    Status restore(const Trashed& trashed) const;
    Status empty() const;

private:
    std::filesystem::path folder_;
};

}  // namespace anneal::base
