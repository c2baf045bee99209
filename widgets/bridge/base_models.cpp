#include "bridge/base_models.h"

#include "runs/run_overview.h"

using namespace Qt::StringLiterals;

namespace anneal::bridge {

struct BaseModels::Read {
    std::vector<BaseModel> models;
    std::map<std::filesystem::path, QString> problems;
};

BaseModels::BaseModels(ModelList& list, Jobs& jobs) : list_(list), jobs_(jobs) {
    connect(&list, &ModelList::changed, this, &BaseModels::read);
    if (list.isReady()) read();
}

const BaseModel* BaseModels::find(const std::string& reference) const {
    if (reference.empty()) return nullptr;
    const auto is = [&](const BaseModel& model) { return model.path == reference || model.name.toStdString() == reference; };
    auto found = std::ranges::find_if(all_, is);
    if (found == all_.end()) {
        const auto* known = catalogue::findCatalogueModel(reference);
        if (known) found = std::ranges::find(all_, known, &BaseModel::known);
    }
    return found == all_.end() ? nullptr : &*found;
}

void BaseModels::include(const std::filesystem::path& folder) {
    if (find(folder.string()) || std::ranges::find(included_, folder) != included_.end()) return;
    included_.push_back(folder);
    read();
}

QString BaseModels::problem(const std::filesystem::path& folder) const {
    const auto found = problems_.find(folder);
    return found == problems_.end() ? QString() : found->second;
}

void BaseModels::read() {
    auto models = list_.all();
    for (const auto& folder : included_)
        if (std::ranges::find(models, folder, &catalogue::RegisteredModel::path) == models.end())
            models.push_back({.name = runs::shortName(folder.string()), .path = folder});
    const auto work = [models = std::move(models)](const jobs::JobContext&) -> Result<Read> {
        Read read;
        for (const auto& model : models) {
            auto config = catalogue::ModelConfig::read(model.path);
            if (config)
                read.models.push_back({QString::fromStdString(model.name), model.path, model.bytes, std::move(*config),
                                       catalogue::findCatalogueModel(model.name)});
            else
                read.problems[model.path] = QString::fromStdString(config.error().message);
        }
        return read;
    };
    jobs_.compute<Read>({.title = tr("Models"), .shown = false}, work, *this, [this](Result<Read> read) {
        if (read) take(*read);
    });
}

void BaseModels::take(const Read& read) {
    all_ = read.models;
    problems_ = read.problems;
    std::vector<const catalogue::CatalogueModel*> elsewhere;
    for (const auto& model : catalogue::catalogueModels())
        if (std::ranges::find(all_, &model, &BaseModel::known) == all_.end()) elsewhere.push_back(&model);
    std::ranges::stable_sort(elsewhere, {}, [](const auto* model) { return model->parameters; });
    for (const auto* model : elsewhere) all_.push_back({QString::fromStdString(model->name), {}, model->bytes, model->config, model});
    ready_ = true;
    Q_EMIT changed();
}

}  // namespace anneal::bridge
