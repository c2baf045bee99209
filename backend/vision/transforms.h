#pragma once
// What can be done to images. A new transform is one class in a file of transforms/ and one line there.

#include "data/augment/variations.h"
#include "vision/picture.h"

namespace anneal::vision {

using Transform = data::Variation<Picture>;
using TransformKind = data::VariationKind<Picture>;

/// All of them, geometry before colour.
const std::vector<TransformKind>& transformKinds();

std::vector<TransformKind> flipKinds();
std::vector<TransformKind> cropKinds();
std::vector<TransformKind> warpKinds();
std::vector<TransformKind> colourKinds();
std::vector<TransformKind> damageKinds();

}  // namespace anneal::vision
