#pragma once
// Names of data sets: their folders'.

#include "base/trash.h"
#include "bridge/services.h"

namespace anneal::pages {

/// Gives the data set another name, in its projects too. Errors: "name_invalid", "already_exists", "rename_failed".
Status renameDataset(bridge::Services& services, const QString& id, const QString& name);
/// Puts data sets into the trash. What stands in front of a failure has gone.
Result<std::vector<base::Trashed>> trashDatasets(const std::vector<std::filesystem::path>& folders);

}  // namespace anneal::pages
