#include "catalogue/registry.h"

#include <algorithm>
#include <ctime>

#include "base/json.h"
#include "base/text.h"
#include "catalogue/families.h"

namespace anneal::catalogue {

Result<std::vector<RegisteredModel>> ModelRegistry::list() const {
    std::vector<RegisteredModel> models;
    std::error_code ignored;
    if (!std::filesystem::exists(file_, ignored)) return models;
    ANNEAL_TRY(json, base::readJson(file_));
    try {
        for (const auto& entry : json.at("models"))
            models.push_back({entry.at("name"), entry.at("path").get<std::string>(), entry.at("family"), entry.at("parameters"),
                              entry.at("bytes"), entry.at("added")});
    } catch (const Json::exception& error) {
        return fail("registry_invalid", file_.string() + ": " + error.what(), "remove that file and add the models again");
    }
    std::ranges::sort(models, {}, &RegisteredModel::name);
    return models;
}

Status ModelRegistry::save(const std::vector<RegisteredModel>& models) const {
    OrderedJson list = OrderedJson::array();
    for (const auto& model : models)
        list.push_back({{"name", model.name},
                        {"path", model.path.string()},
                        {"family", model.family},
                        {"parameters", model.parameters},
                        {"bytes", model.bytes},
                        {"added", model.added}});
    std::error_code ignored;
    std::filesystem::create_directories(file_.parent_path(), ignored);
    return base::writeFileAtomically(file_, base::dumpJson(OrderedJson{{"version", 1}, {"models", std::move(list)}}, 2) + "\n");
}

Result<RegisteredModel> ModelRegistry::add(const std::filesystem::path& folder, std::string name) const {
    std::error_code ignored;
    const auto absolute = std::filesystem::weakly_canonical(folder, ignored);
    ANNEAL_TRY(check, checkModelFolder(absolute));
    ANNEAL_CHECK(check.status(absolute));
    if (name.empty()) name = absolute.filename().string();
    ANNEAL_TRY(models, list());
    std::erase_if(models, [&](const RegisteredModel& model) { return model.name == name; });
    models.push_back({std::move(name), absolute, std::string(familyName(check.config.family)), check.parameters, check.bytes,
                      std::int64_t(std::time(nullptr))});
    ANNEAL_CHECK(save(models));
    return models.back();
}

Status ModelRegistry::remove(std::string_view name) const {
    ANNEAL_TRY(models, list());
    if (std::erase_if(models, [&](const RegisteredModel& model) { return model.name == name; }) == 0)
        return fail("model_unknown", "no model is registered as " + std::string(name), "see: anneal models list");
    return save(models);
}

Result<std::filesystem::path> ModelRegistry::resolve(const std::string& nameOrPath) const {
    std::error_code ignored;
    if (std::filesystem::exists(nameOrPath, ignored)) return std::filesystem::path(nameOrPath);
    ANNEAL_TRY(models, list());
    std::vector<std::string> names;
    for (const auto& model : models) {
        if (model.name == nameOrPath || base::toLower(model.name) == base::toLower(nameOrPath)) return model.path;
        names.push_back(model.name);
    }
    if (const auto* known = findCatalogueModel(nameOrPath)) {
        const auto last = known->name.substr(known->name.find('/') + 1);
        for (const auto& model : models)
            if (base::toLower(model.name) == base::toLower(last) || base::toLower(model.name) == base::toLower(known->name))
                return model.path;
        return fail("model_not_here", known->name + " is not on this machine (" + base::formatBytes(known->bytes) + ")",
                    "download its folder, then: anneal models add FOLDER --name " + known->name);
    }
    for (const auto& model : catalogueModels()) names.push_back(model.name);
    const auto near = base::nearest(nameOrPath, names);
    return fail("model_unknown", nameOrPath + " is neither a folder nor a known model",
                near ? "did you mean " + *near + "?" : "give a model folder, or see: anneal models list");
}

}  // namespace anneal::catalogue
