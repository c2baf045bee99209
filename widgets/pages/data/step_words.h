#pragma once
// Cleaning steps and their parameters in people's words.

#include <QString>

#include "data/clean/step.h"

namespace anneal::pages {

QString stepText(const std::string& step);       ///< "Exact duplicates"
QString stepReason(const data::StepKind& kind);  ///< one line: what it does
QString familyText(const std::string& family);
QString parameterText(const std::string& parameter);
QString optionText(const std::string& option);

}  // namespace anneal::pages
