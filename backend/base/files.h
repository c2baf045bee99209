#pragma once
// Files that are either whole or not there.

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>

#include "base/result.h"

namespace anneal::base {

Result<std::string> readFile(const std::filesystem::path& file);

/// Writes beside the target, fsyncs file and folder, renames over it: a reader sees the old file or the new, never half.
/// Errors: "disk_full", "write_failed".
Status writeFileAtomically(const std::filesystem::path& file, std::string_view bytes);

/// The Error for the current errno of a failed write or read: "disk_full" for ENOSPC and EDQUOT, else `code`.
Error errnoError(std::string code, std::string_view what, const std::filesystem::path& file);

/// fsyncs an existing file or folder.
Status syncPath(const std::filesystem::path& path);

/// A folder that appears whole or not at all: fill `path()`, then commit(). commit fsyncs every file, writes DONE,
/// and renames to the target; an existing target is replaced only if `replace`. Not committed, it is removed.
class StagedDirectory {
public:
    static Result<StagedDirectory> create(const std::filesystem::path& target);
    StagedDirectory(StagedDirectory&&) noexcept;
    StagedDirectory& operator=(StagedDirectory&&) noexcept;
    ~StagedDirectory();

    const std::filesystem::path& path() const { return staging_; }
    Status commit(bool replace = false);
    /// Leaves the staged folder where it is (a failed export kept for a look) and gives its path.
    std::filesystem::path release();

private:
    StagedDirectory(std::filesystem::path target, std::filesystem::path staging);
    std::filesystem::path target_;
    std::filesystem::path staging_;
};

/// True if the folder was committed: its DONE file is there.
bool isComplete(const std::filesystem::path& directory);

/// Removes folders that an interrupted StagedDirectory left beside `target`'s siblings (their writer is dead).
void removeStale(const std::filesystem::path& parent);

/// A read-only memory map. An empty file maps to an empty span.
class MappedFile {
public:
    static Result<MappedFile> open(const std::filesystem::path& file);
    MappedFile(MappedFile&&) noexcept;
    MappedFile& operator=(MappedFile&&) noexcept;
    ~MappedFile();

    std::span<const std::byte> bytes() const { return {data_, size_}; }
    std::string_view text() const { return {reinterpret_cast<const char*>(data_), size_}; }
    /// The whole pages in this range will not be read soon: they stop counting as this process's memory.
    void release(std::size_t begin, std::size_t size) const;

private:
    MappedFile(const std::byte* data, std::size_t size) : data_(data), size_(size) {}
    const std::byte* data_ = nullptr;
    std::size_t size_ = 0;
};

/// Where things live: $XDG_DATA_HOME/anneal, else the folder that was chosen, else ~/.local/share/anneal; $XDG_CACHE_HOME/anneal (or
/// ~/.cache/anneal); and this executable.
std::filesystem::path dataHome();
/// Keeps data in FOLDER/anneal from the next start on, for the window and the command line.
Status chooseDataHome(const std::filesystem::path& folder);
/// Whether the environment says where data lives, so that nobody can choose.
bool dataHomeIsFixed();
std::filesystem::path cacheHome();
std::filesystem::path executablePath();
/// A program installed beside this one, e.g. "anneal-engine"; $ANNEAL_ENGINE overrides that one.
std::filesystem::path siblingProgram(std::string_view name);

/// A folder of what comes with the product, e.g. "demo": beside an installed program, else in the checkout that built this one.
std::filesystem::path resourceFolder(std::string_view name);

/// Of every file below `folder`, links not followed. What goes away meanwhile does not count.
std::uint64_t bytesUnder(const std::filesystem::path& folder);

/// Free bytes for this user on the file system of `path` (or of its nearest existing parent).
std::uint64_t freeBytes(const std::filesystem::path& path);

}  // namespace anneal::base
