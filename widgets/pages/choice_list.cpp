#include "pages/choice_list.h"

namespace anneal::pages {

using models::ModelChoice;

ChoiceList::ChoiceList(bridge::Services& services) : services_(services) {}

void ChoiceList::reload() {
    if (!services_.models.isReady() || !services_.runs.isReady()) return;
    if (reading_) {
        again_ = true;
        return;
    }
    reading_ = true;
    // What the project leaves out is left out here.
    const auto& projects = services_.projects;
    auto shownModels = services_.models.all();
    std::erase_if(shownModels,
                  [&](const auto& each) { return !projects.shows(bridge::Projects::Kind::model, QString::fromStdString(each.name)); });
    auto shownRuns = services_.runs.all();
    std::erase_if(shownRuns,
                  [&](const auto& each) { return !projects.shows(bridge::Projects::Kind::run, QString::fromStdString(each.status.id)); });
    // A run's base belongs beside it, named or not.
    std::vector<std::string> files;
    for (const auto& run : shownRuns)
        if (std::ranges::find(files, run.spec.modelNameOrPath) == files.end()) files.push_back(run.spec.modelNameOrPath);
    for (const auto& file : files_) files.push_back(file.toStdString());
    const auto work = [shownModels, shownRuns, files](const jobs::JobContext& job) -> Result<std::vector<ModelChoice>> {
        return models::readChoices(shownModels, shownRuns, files, job.stop);
    };
    services_.jobs.compute<std::vector<ModelChoice>>({.title = tr("Look for models"), .work = {}, .page = {}, .place = {}, .shown = false},
                                                     work, *this, [this](Result<std::vector<ModelChoice>> read) {
                                                         reading_ = false;
                                                         if (read && (!ready_ || *read != choices_)) {
                                                             choices_ = std::move(*read);
                                                             ready_ = true;
                                                             Q_EMIT changed();
                                                         }
                                                         if (std::exchange(again_, false)) reload();
                                                     });
}

const ModelChoice* ChoiceList::find(const QString& key) const {
    const auto found = std::ranges::find_if(choices_, [&](const auto& each) { return each.key() == key; });
    return found == choices_.end() ? nullptr : &*found;
}

const ModelChoice* ChoiceList::ofRun(const QString& id) const {
    const auto found = std::ranges::find(choices_, id, &ModelChoice::run);
    return id.isEmpty() || found == choices_.end() ? nullptr : &*found;
}

const ModelChoice* ChoiceList::baseOf(const ModelChoice& choice) const {
    const auto same = [&](const ModelChoice& each) {
        std::error_code ignored;
        return each.kind != ModelChoice::Kind::run &&
               (each.reference == choice.base || std::filesystem::equivalent(each.reference, choice.base, ignored));
    };
    if (choice.base.empty()) return nullptr;
    const auto found = std::ranges::find_if(choices_, same);
    return found == choices_.end() ? nullptr : &*found;
}

void ChoiceList::setFiles(const QStringList& files) {
    if (files == files_) return;
    files_ = files;
    reload();
}

}  // namespace anneal::pages
