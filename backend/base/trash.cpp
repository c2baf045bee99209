#include "base/trash.h"

#include "base/hash.h"

namespace anneal::base {

namespace fs = std::filesystem;

Result<Trashed> Trash::put(const fs::path& path) const {
    // A folder each, so that two of one name lie side by side.
    const auto place = folder_ / randomUuid();
    std::error_code error;
    fs::create_directories(place, error);
    if (error)
        return fail("delete_failed", "could not create " + place.string() + ": " + error.message(), "check who owns the folder above it");
    const Trashed trashed{path, place / path.filename()};
    fs::rename(path, trashed.kept, error);
    if (!error) return trashed;
    std::error_code ignored;
    fs::remove(place, ignored);
    if (error == std::errc::cross_device_link)
        return fail("trash_elsewhere", path.string() + " lies on another disk than the data folder", "it can only be deleted for good");
    return fail("delete_failed", "could not move " + path.string() + ": " + error.message(), "check who owns it");
}

Status Trash::restore(const Trashed& trashed) const {
    std::error_code error;
    if (fs::exists(trashed.original, error))
        return fail("already_exists", trashed.original.string() + " is there again", "move it away first");
    fs::create_directories(trashed.original.parent_path(), error);
    fs::rename(trashed.kept, trashed.original, error);
    if (error) return fail("restore_failed", "could not bring " + trashed.original.string() + " back: " + error.message(), "");
    fs::remove(trashed.kept.parent_path(), error);
    return {};
}

Status Trash::empty() const {
    std::error_code error;
    fs::remove_all(folder_, error);
    if (error) return fail("delete_failed", "could not empty " + folder_.string() + ": " + error.message(), "check who owns what is in it");
    return {};
}

}  // namespace anneal::base
