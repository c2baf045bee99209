#pragma once
// The honoured keys of RUN.yaml: how each is read, checked and written. One row a key; everything else follows from it.

#include <functional>
#include <limits>
#include <span>
#include <string>
#include <vector>

#include "runs/spec.h"

namespace anneal::runs {

/// What a key takes, for those who make forms of it.
struct SpecValues {
    enum class Kind { whole, real, flag, text, list, choice };
    Kind kind = Kind::text;
    double low = 0;
    double high = std::numeric_limits<double>::infinity();  ///< a whole number may be `high`, a real one stays below
    bool open = false;                                      ///< above `low`, not at it
    std::vector<std::string> choices;                       ///< as they are written
};

struct SpecField {
    std::string key;
    std::function<Status(RunSpec&, const OrderedJson&)> read;  ///< error message without the key's name in front
    std::function<OrderedJson(const RunSpec&)> write;          ///< empty for a key that maps to another
    SpecValues values = {};
};

/// In the order of RunSpec; keys that map to another at the end.
std::span<const SpecField> specFields();
const SpecField* specField(std::string_view key);

}  // namespace anneal::runs
