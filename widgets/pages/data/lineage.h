#pragma once
// Data sets that came from one import: its versions.

#include <vector>

#include "bridge/dataset_list.h"

namespace anneal::pages {

struct Family {
    std::vector<const bridge::DatasetEntry*> versions;  ///< oldest first, at least one

    const bridge::DatasetEntry& newest() const { return *versions.back(); }
    const bridge::DatasetEntry& origin() const { return *versions.front(); }
    /// From 1; 0: not one of them.
    int versionOf(const QString& id) const;
};

/// The newest first. A version knows the one that it was made from by its folder, or by its hash where that was renamed; a part
/// of a split is a family of its own.
std::vector<Family> familiesOf(const std::vector<bridge::DatasetEntry>& entries);
/// Null where there is no such data set.
const Family* familyOf(const std::vector<Family>& families, const QString& id);

/// The entry that `entry` was made from; null for an import, or where that is gone.
const bridge::DatasetEntry* parentOf(const bridge::DatasetEntry& entry, const std::vector<bridge::DatasetEntry>& entries);
/// "clauses" → "clauses-v2", the first that is free.
std::filesystem::path nextVersionFolder(const Family& family);

}  // namespace anneal::pages
