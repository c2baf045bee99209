#pragma once
// The honoured keys of RUN.yaml: how each is read, checked and written. One row a key; everything else follows from it.

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "runs/spec.h"

namespace anneal::runs {

struct SpecField {
    std::string key;
    std::function<Status(RunSpec&, const OrderedJson&)> read;  ///< error message without the key's name in front
    std::function<OrderedJson(const RunSpec&)> write;          ///< empty for a key that maps to another
};

/// In the order of RunSpec; keys that map to another at the end.
std::span<const SpecField> specFields();
const SpecField* specField(std::string_view key);

}  // namespace anneal::runs
