#pragma once

#include <filesystem>
#include <string_view>

#include "base/files.h"
#include "base/hash.h"

namespace anneal::base {

/// A folder in the cache that goes with the object.
class ScratchFolder {
public:
    explicit ScratchFolder(std::string_view purpose) : path_(cacheHome() / purpose / randomUuid()) {
        std::error_code ignored;
        std::filesystem::create_directories(path_, ignored);
    }
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
    ~ScratchFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

}  // namespace anneal::base
