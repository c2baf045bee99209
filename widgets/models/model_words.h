#pragma once
// How a base model is spoken of: its kind, its languages, its licence, what it is for.

#include <QString>

#include "catalogue/families.h"

namespace anneal::models {

QString kindText(const std::string& kind);
QString languagesText(const std::vector<std::string>& languages);
/// Under which licence it comes, and what that asks for.
QString licenceText(const catalogue::CatalogueModel& model);
/// What it is for, in a line; of a model that the catalogue does not know its family.
QString aboutText(const catalogue::CatalogueModel* known, const catalogue::ModelConfig& config);

}  // namespace anneal::models
