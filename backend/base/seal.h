#pragma once
// SHA256SUMS in a folder that we wrote: what damage is told by. `sha256sum -c SHA256SUMS` reads it as well.

#include <filesystem>

#include "base/result.h"

namespace anneal::base {

/// Hashes every file under `folder` and lists them there, in sha256sum's format. Errors: "disk_full", "write_failed".
Status sealFolder(const std::filesystem::path& folder);

/// Reads every listed file again. A folder without a list holds what others made, and passes.
/// Error "files_damaged" names the first file that is not what it was.
Status checkSeal(const std::filesystem::path& folder);

}  // namespace anneal::base
