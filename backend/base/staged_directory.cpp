#include <cerrno>
#include <fstream>
#include <utility>

#include <unistd.h>

#include "base/files.h"
#include "base/hash.h"
#include "base/process.h"
#include "base/text.h"

namespace anneal::base {
namespace {

// A staging folder is a hidden sibling ".NAME.partial-PID-RANDOM": the same file system, and its writer can be told.
constexpr std::string_view kMark = ".partial-";

Status syncTree(const std::filesystem::path& root) {
    std::error_code error;
    for (auto entry = std::filesystem::recursive_directory_iterator(root, error); entry != std::filesystem::recursive_directory_iterator();
         entry.increment(error)) {
        if (error) break;
        if (!entry->is_symlink()) ANNEAL_CHECK(syncPath(entry->path()));
    }
    if (error) return fail("write_failed", "could not list " + root.string() + ": " + error.message());
    return syncPath(root);
}

}  // namespace

StagedDirectory::StagedDirectory(std::filesystem::path target, std::filesystem::path staging)
    : target_(std::move(target)), staging_(std::move(staging)) {}

StagedDirectory::StagedDirectory(StagedDirectory&& other) noexcept
    : target_(std::move(other.target_)), staging_(std::exchange(other.staging_, {})) {}

StagedDirectory& StagedDirectory::operator=(StagedDirectory&& other) noexcept {
    std::swap(target_, other.target_);
    std::swap(staging_, other.staging_);
    return *this;
}

StagedDirectory::~StagedDirectory() {
    if (staging_.empty()) return;
    std::error_code ignored;
    std::filesystem::remove_all(staging_, ignored);
}

Result<StagedDirectory> StagedDirectory::create(const std::filesystem::path& target) {
    std::error_code error;
    auto absolute = std::filesystem::absolute(target, error).lexically_normal();
    if (!absolute.has_filename()) absolute = absolute.parent_path();
    const auto parent = absolute.parent_path();
    std::filesystem::create_directories(parent, error);
    if (error)
        return fail("write_failed", "could not create " + parent.string() + ": " + error.message(), "check the path and its permissions");
    removeStale(parent);
    const auto staging =
        parent / ("." + absolute.filename().string() + std::string(kMark) + std::to_string(::getpid()) + "-" + randomUuid().substr(0, 8));
    if (!std::filesystem::create_directory(staging, error)) {
        errno = error.value();
        return fail(errnoError("write_failed", "could not create", staging));
    }
    return StagedDirectory(absolute, staging);
}

Status StagedDirectory::commit(bool replace) {
    ANNEAL_CHECK(syncTree(staging_));
    ANNEAL_CHECK(writeFileAtomically(staging_ / "DONE", ""));
    std::error_code error;
    std::filesystem::path old;
    if (std::filesystem::exists(target_)) {
        const bool emptyFolder = std::filesystem::is_directory(target_) && std::filesystem::is_empty(target_, error);
        if (!replace && !emptyFolder)
            return fail("already_exists", target_.string() + " already exists", "choose another place, or remove it first");
        old = target_.parent_path() / ("." + target_.filename().string() + std::string(kMark) + std::to_string(::getpid()) + "-old");
        std::filesystem::rename(target_, old, error);
        if (error) return fail("write_failed", "could not replace " + target_.string() + ": " + error.message());
    }
    std::filesystem::rename(staging_, target_, error);
    if (error) {
        std::error_code ignored;
        if (!old.empty()) std::filesystem::rename(old, target_, ignored);
        return fail("write_failed", "could not rename to " + target_.string() + ": " + error.message());
    }
    staging_.clear();
    if (!old.empty()) std::filesystem::remove_all(old, error);
    return syncPath(target_.parent_path());
}

std::filesystem::path StagedDirectory::release() { return std::exchange(staging_, {}); }

bool isComplete(const std::filesystem::path& directory) {
    std::error_code ignored;
    return std::filesystem::is_regular_file(directory / "DONE", ignored);
}

void removeStale(const std::filesystem::path& parent) {
    std::error_code error;
    std::vector<std::filesystem::path> stale;
    for (const auto& entry : std::filesystem::directory_iterator(parent, error)) {
        const auto name = entry.path().filename().string();
        const auto mark = name.rfind(kMark);
        if (!name.starts_with('.') || mark == std::string::npos) continue;
        const auto pid = std::atoi(name.c_str() + mark + kMark.size());
        if (pid > 0 && !processAlive(pid)) stale.push_back(entry.path());
    }
    for (const auto& path : stale) {
        // A writer killed between its two renames left the earlier version under this name: put it back.
        const auto name = path.filename().string();
        const auto target = parent / name.substr(1, name.rfind(kMark) - 1);
        if (name.ends_with("-old") && !std::filesystem::exists(target, error))
            std::filesystem::rename(path, target, error);
        else
            std::filesystem::remove_all(path, error);
    }
}

}  // namespace anneal::base
