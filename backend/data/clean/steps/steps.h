#pragma once
// One maker a step; see the file of the same name.

#include "data/clean/step.h"

namespace anneal::data {

Result<std::unique_ptr<Step>> makeTrim(const OrderedJson& parameters);
Result<std::unique_ptr<Step>> makeNormaliseWhitespace(const OrderedJson& parameters);
Result<std::unique_ptr<Step>> makeNormaliseUnicode(const OrderedJson& parameters);
Result<std::unique_ptr<Step>> makeStripControl(const OrderedJson& parameters);
Result<std::unique_ptr<Step>> makeRepairEncoding(const OrderedJson& parameters);
Result<std::unique_ptr<Step>> makeDropEmpty(const OrderedJson& parameters);
Result<std::unique_ptr<Step>> makeDropDuplicates(const OrderedJson& parameters);
Result<std::unique_ptr<Step>> makeDropLength(const OrderedJson& parameters);
Result<std::unique_ptr<Step>> makeDropLengthOutliers(const OrderedJson& parameters);

}  // namespace anneal::data
