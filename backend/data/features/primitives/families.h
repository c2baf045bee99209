#pragma once
// The families of primitives; see the file of the same name.

#include "data/features/primitive.h"

namespace anneal::data::features {

// Asked for by several families.
inline const Kind kAnything = {};
inline const Kind kNumber = {Meaning::any, kNumeric};
inline const Kind kCategorical = {Meaning::any, kCategory};
inline const Kind kTimeIndexed = {Meaning::time, kTimeIndex};
inline const Kind kMoment = {Meaning::time};
inline const Kind kReal = {Meaning::real, kNumeric};
inline const Kind kCounted = {Meaning::integerOrNull, kNumeric};

std::vector<Primitive> amountPrimitives();
std::vector<Primitive> arithmeticPrimitives();
std::vector<Primitive> calendarPrimitives();
std::vector<Primitive> countPrimitives();
std::vector<Primitive> runningPrimitives();
std::vector<Primitive> sequencePrimitives();
std::vector<Primitive> truthPrimitives();
std::vector<Primitive> wordPrimitives();

}  // namespace anneal::data::features
