#pragma once
// Every step; see the file of the same name.

#include "data/clean/step.h"

namespace anneal::data {

const StepKind& balanceClassesStep();
const StepKind& dropDuplicatesStep();
const StepKind& dropEmptyStep();
const StepKind& dropLengthStep();
const StepKind& dropNearDuplicatesStep();
const StepKind& dropRefusalsStep();
const StepKind& extractPatternStep();
const StepKind& fillEmptyStep();
const StepKind& filterConversationsStep();
const StepKind& filterLanguageStep();
const StepKind& filterPatternStep();
const StepKind& filterQualityStep();
const StepKind& lengthOutliersStep();
const StepKind& limitLengthStep();
const StepKind& mapValuesStep();
const StepKind& maskPiiStep();
const StepKind& mergeLabelsStep();
const StepKind& normaliseUnicodeStep();
const StepKind& normaliseWhitespaceStep();
const StepKind& outliersStep();
const StepKind& repairEncodingStep();
const StepKind& repairValuesStep();
const StepKind& replacePatternStep();
const StepKind& stripControlStep();
const StepKind& stripHtmlStep();
const StepKind& suspectLabelsStep();
const StepKind& trimStep();

}  // namespace anneal::data
