#pragma once
// Named parameters of a query, :name, as the database's driver wants them.

#include <map>
#include <string>
#include <vector>

#include "base/result.h"

namespace anneal::data {

enum class ParameterStyle {
    numbered,         ///< $1, $2 …
    question,         ///< ?
    questionEscaped,  ///< ?, and a backslash in a string takes the next character (MySQL)
};

struct BoundQuery {
    std::string text;
    std::vector<std::string> values;  ///< in the order that the driver binds them
};

/// Names in strings, comments, quoted identifiers, dollar quotes and casts (::text) are none.
/// Errors: "parameter_unknown" (the query names one that was not given, or one that was given is not in the query), "query_invalid".
Result<BoundQuery> bindParameters(const std::string& query, const std::map<std::string, std::string>& parameters, ParameterStyle style);

}  // namespace anneal::data
