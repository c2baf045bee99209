#pragma once
// How well rows fit the shape that they are taken for.

#include <string>
#include <vector>

#include <arrow/type_fwd.h>

#include "data/shape.h"

namespace anneal::data {

struct ShapeCheck {
    double share = 1;                   ///< of the rows looked at, those that make a sample
    std::vector<std::string> warnings;  ///< why the first others do not
};

/// Makes samples of the first rows: unknown roles, empty parts and labels beside the text show here.
ShapeCheck checkShape(const Mapping& mapping, const arrow::Table& rows, std::int64_t most = 256);

}  // namespace anneal::data
