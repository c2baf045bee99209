#pragma once

#include <filesystem>
#include <utility>

#include "base/result.h"

namespace anneal::base {

/// An flock on a file, held as long as the object lives; the kernel drops it with the process.
class FileLock {
public:
    /// Makes the file if need be. Errors: "locked" when another process holds it, "lock_failed".
    static Result<FileLock> tryTake(const std::filesystem::path& file);
    FileLock(FileLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
    FileLock& operator=(FileLock&&) = delete;
    ~FileLock();

private:
    explicit FileLock(int descriptor) : descriptor_(descriptor) {}
    int descriptor_;
};

}  // namespace anneal::base
