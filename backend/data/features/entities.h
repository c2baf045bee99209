#pragma once
// An entity set together with the data sets that its rows are in; nothing is loaded yet.

#include <optional>
#include <vector>

#include "base/stop_token.h"
#include "data/dataset.h"
#include "data/features/entity_file.h"
#include "data/features/entity_set.h"

namespace anneal::data::features {

struct EntitySource {
    std::optional<Dataset> dataset;  ///< nothing: one row for each value of another table's column
    std::vector<int> fields;         ///< a column of the entity: the data set's, or that of the table `of` stands for; -1: made here
    int of = -1;                     ///< the relationship to the table that the rows are taken from
};

struct Entities {
    EntitySet set;
    std::vector<EntitySource> sources;  ///< an entity
    OrderedJson document;               ///< of the file
};

/// Opens (and imports, where they are files) the data and settles what every column means. Errors: those of openData, "table_unknown",
/// "column_unknown" (suggest the nearest), "column_type", "relationship_invalid", "relationships_cyclic", "stopped".
Result<Entities> openEntities(const EntityFile& file, const base::ProgressFunction& progress = {}, const base::StopToken& stop = {});

}  // namespace anneal::data::features
