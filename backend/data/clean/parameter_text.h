#pragma once
// A parameter told to a person.

#include <string>

#include "data/clean/parameter.h"

namespace anneal::data {

/// What a value must be: "a whole number from 1 to 50", "one of drop, clip, flag".
std::string wanted(const Parameter& parameter);

}  // namespace anneal::data
