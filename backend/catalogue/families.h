#pragma once
// The base models that the studio knows by name: what they are before they are on this machine. Data: families.json.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/model_config.h"

namespace anneal::catalogue {

struct CatalogueModel {
    std::string name;  ///< "deepseek-ai/deepseek-llm-7b-base"
    std::string kind;  ///< base, chat or reasoning
    std::string about;
    std::string templateName;  ///< "own": the tokenizer brings one; else the named template to use
    std::vector<std::string> languages;
    std::string licence;
    std::string licenceUrl;
    std::string licenceNote;
    ModelConfig config;
    std::int64_t parameters = 0;
    std::uint64_t bytes = 0;  ///< of the weights as published
};

const std::vector<CatalogueModel>& catalogueModels();
/// By full name, or by its last part; letter case does not matter.
const CatalogueModel* findCatalogueModel(std::string_view name);

}  // namespace anneal::catalogue
