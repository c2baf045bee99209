#include "bridge/model_list.h"

#include "base/files.h"
#include "base/log.h"

namespace anneal::bridge {

using Models = std::vector<catalogue::RegisteredModel>;

void ModelList::start() {
    watch_ = std::make_unique<FolderWatch>(base::dataHome());
    connect(watch_.get(), &FolderWatch::changed, this, &ModelList::reload);
    reload();
}

const catalogue::RegisteredModel* ModelList::find(const QString& name) const {
    const auto found = std::ranges::find(models_, name.toStdString(), &catalogue::RegisteredModel::name);
    return found == models_.end() ? nullptr : &*found;
}

void ModelList::reload() {
    const auto read = [](const jobs::JobContext&) { return catalogue::ModelRegistry().list(); };
    jobs_.compute<Models>({.title = tr("Models"), .shown = false}, read, *this, [this](Result<Models> models) {
        if (!models) return base::logWarning(models.error().message);
        models_ = std::move(*models);
        ready_ = true;
        Q_EMIT changed();
    });
}

}  // namespace anneal::bridge
