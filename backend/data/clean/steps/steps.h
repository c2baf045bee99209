#pragma once
// Every step; see the file of the same name.

#include "data/clean/step.h"

namespace anneal::data {

const StepKind& dropDuplicatesStep();
const StepKind& dropEmptyStep();
const StepKind& dropLengthStep();
const StepKind& dropNearDuplicatesStep();
const StepKind& lengthOutliersStep();
const StepKind& limitLengthStep();
const StepKind& normaliseUnicodeStep();
const StepKind& normaliseWhitespaceStep();
const StepKind& outliersStep();
const StepKind& repairEncodingStep();
const StepKind& stripControlStep();
const StepKind& trimStep();

}  // namespace anneal::data
