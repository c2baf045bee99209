#include "catalogue/families.h"

#include <algorithm>
#include <stdexcept>

#include "base/text.h"

namespace anneal::catalogue {

extern const char* const kFamiliesJson;  // families.json, compiled in

namespace {

CatalogueModel parseEntry(const Json& json) {
    CatalogueModel model;
    json.at("name").get_to(model.name);
    json.at("kind").get_to(model.kind);
    json.at("about").get_to(model.about);
    json.at("template").get_to(model.templateName);
    json.at("languages").get_to(model.languages);
    json.at("licence").get_to(model.licence);
    json.at("licence_url").get_to(model.licenceUrl);
    json.at("licence_note").get_to(model.licenceNote);
    auto config = ModelConfig::parse(json.at("config"));
    if (!config) throw std::logic_error("families.json: " + model.name + ": " + config.error().message);
    model.config = std::move(*config);
    model.parameters = model.config.parameterCount();
    model.bytes = std::uint64_t(model.parameters) * (model.config.dtype == "float32" ? 4 : 2);
    return model;
}

}  // namespace

const std::vector<CatalogueModel>& catalogueModels() {
    static const std::vector<CatalogueModel> all = [] {
        std::vector<CatalogueModel> models;
        for (const auto& entry : Json::parse(kFamiliesJson)) models.push_back(parseEntry(entry));
        return models;
    }();
    return all;
}

const CatalogueModel* findCatalogueModel(std::string_view name) {
    const auto wanted = base::toLower(name);
    const auto& all = catalogueModels();
    const auto found = std::ranges::find_if(all, [&](const CatalogueModel& model) {
        const auto full = base::toLower(model.name);
        return full == wanted || full.substr(full.find('/') + 1) == wanted;
    });
    return found == all.end() ? nullptr : &*found;
}

}  // namespace anneal::catalogue
