#pragma once
// How data sets are put into words.

#include <QString>

#include "data/manifest.h"

namespace anneal::pages {

QString shapeText(data::Shape shape);  ///< "Instructions", "Conversations"
/// What the shape is for, in one line.
QString shapeReason(data::Shape shape);
/// "Instruction", "Answer": what a part of a mapping is.
QString partText(const std::string& part);
/// The parts that rows of the shape have, in the order in which people think of them.
std::vector<std::string> partsOf(data::Shape shape);
/// The icon of a column by its type name.
std::string typeIcon(const std::string& type);
QString typeText(const std::string& type);
std::uint64_t bytesOf(const data::Manifest& manifest);
/// "from clauses.csv", "from postgresql://…": where the first rows came from.
QString originText(const data::Manifest& manifest);
/// "CSV, UTF-8, comma, quote \", with header": what import found.
QString formatText(const OrderedJson& details);

}  // namespace anneal::pages
