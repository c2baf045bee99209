#include "pages/data/rename_dataset.h"

#include <QCoreApplication>

#include "base/trash.h"
#include "data/dataset.h"

namespace anneal::pages {
namespace {

std::string words(const char* text) { return QCoreApplication::translate("RenameDataset", text).toStdString(); }

}  // namespace

Status renameDataset(bridge::Services& services, const QString& id, const QString& name) {
    const auto wanted = name.trimmed();
    if (wanted == id) return {};
    if (wanted.isEmpty() || wanted.startsWith(u'.') || wanted.contains(u'/') || wanted.toUtf8().size() > 200)
        return fail("name_invalid", words(QT_TRANSLATE_NOOP("RenameDataset", "A name has letters, digits, spaces or signs, and no slash")));
    const auto from = data::datasetsHome() / id.toStdString(), to = data::datasetsHome() / wanted.toStdString();
    std::error_code error;
    if (std::filesystem::exists(to, error))
        return fail("already_exists", words(QT_TRANSLATE_NOOP("RenameDataset", "Another data set has this name")));
    std::filesystem::rename(from, to, error);
    if (error) return fail("rename_failed", error.message());
    using Kind = bridge::Projects::Kind;
    for (const auto& project : services.projects.all()) {
        if (!services.projects.holds(project.id, Kind::dataset, id)) continue;
        services.projects.take(project.id, Kind::dataset, id);
        services.projects.add(project.id, Kind::dataset, wanted);
    }
    services.datasets.reload();
    return {};
}

Result<std::vector<base::Trashed>> trashDatasets(const std::vector<std::filesystem::path>& folders) {
    std::vector<base::Trashed> trashed;
    const base::Trash trash;
    for (const auto& folder : folders) {
        ANNEAL_TRY(one, trash.put(folder));
        trashed.push_back(one);
    }
    return trashed;
}

}  // namespace anneal::pages
