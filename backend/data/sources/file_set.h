#pragma once
// Several files as one source, one after another, with the file's name beside each row.

#include <memory>

#include "data/sources/file_list.h"

namespace anneal::data {

/// Small files share a block. A file that cannot be read is one rejection with the reason; the others are kept.
Result<std::unique_ptr<Source>> openFileSet(FileList files, const SourceOptions& options);

}  // namespace anneal::data
