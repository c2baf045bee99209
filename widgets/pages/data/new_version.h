#pragma once
// New versions of a data set, as jobs of the tray: by a recipe, or an earlier one again.

#include "bridge/services.h"
#include "data/clean/recipe.h"
#include "pages/data/lineage.h"

namespace anneal::pages {

using VersionMade = std::function<void(Result<QString>)>;  ///< its id

/// Cleans `from` into the family's next version, which joins the current project.
quint64 makeVersion(bridge::Services& services, const bridge::DatasetEntry& from, const Family& family, const data::Recipe& recipe,
                    QObject& receiver, VersionMade made);
/// The rows of `earlier` as the family's next version.
quint64 restoreVersion(bridge::Services& services, const bridge::DatasetEntry& earlier, const Family& family, QObject& receiver,
                       VersionMade made);

}  // namespace anneal::pages
