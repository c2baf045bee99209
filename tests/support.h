#pragma once
// What several tests need: a folder of their own, and the failure's text when a Result is one.

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include <gtest/gtest.h>

#include "base/result.h"

namespace anneal::test {

/// A fresh folder that goes with the test.
class TemporaryFolder {
public:
    TemporaryFolder() {
        auto pattern = (std::filesystem::temp_directory_path() / "anneal-test-XXXXXX").string();
        path_ = ::mkdtemp(pattern.data());
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    const std::filesystem::path& path() const { return path_; }
    std::filesystem::path operator/(const std::filesystem::path& name) const { return path_ / name; }

private:
    std::filesystem::path path_;
};

inline void write(const std::filesystem::path& file, std::string_view text) {
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << text;
}

template <class T>
testing::AssertionResult succeeded(const Result<T>& result) {
    if (result) return testing::AssertionSuccess();
    return testing::AssertionFailure() << result.error().code << ": " << result.error().message << " (" << result.error().hint << ")";
}

/// $ANNEAL_SHARED_DATA, else ../shared/data beside the checkout, if it is there.
inline std::filesystem::path sharedData() {
    if (const char* folder = std::getenv("ANNEAL_SHARED_DATA")) return folder;
    return std::filesystem::path(ANNEAL_SOURCE_DIR).parent_path() / "shared/data";
}
inline std::filesystem::path golden() { return std::filesystem::path(ANNEAL_SOURCE_DIR) / "tests/golden"; }

}  // namespace anneal::test
