#pragma once
// Which rows are for training: only those may be augmented, or what a model is measured by would be in what it learns from.

#include <string_view>

#include "data/dataset.h"

namespace anneal::data {

/// Errors: "not_training_part" where the data set came of a split as another part than train.
Status mayAugment(const Dataset& dataset);

/// Error "augmented": rows that were made of others are in the data set, which a split could set apart from what they were made of.
Status maySplit(const Dataset& dataset);

enum class RowPart { training, other, unknown };
/// Of a value such as "train", "validation", "dev", "test".
RowPart rowPart(std::string_view value);

}  // namespace anneal::data
