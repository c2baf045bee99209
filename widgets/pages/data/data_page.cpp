#include "pages/data/data_page.h"

#include <QJsonArray>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "controls/face.h"
#include "controls/words.h"
#include "data/sources/format.h"
#include "pages/data/dataset_section.h"
#include "pages/data/import_section.h"
#include "pages/data/list_section.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {
namespace {

const auto kImport = u"import"_s;
const auto kList = u"list"_s;

/// A model's folder or a recipe is for others.
bool looksLikeData(const QString& file) {
    const std::filesystem::path path = file.toStdString();
    std::error_code ignored;
    if (std::filesystem::is_directory(path, ignored)) return !std::filesystem::exists(path / "config.json", ignored);
    return path.extension() == ".zip" || data::formatOfName(path) != nullptr;
}

class DataPage : public Page {
    Q_OBJECT
public:
    explicit DataPage(const Context& context);

    void activate() override { refresh(); }
    QString place() const override { return place_; }
    void goTo(const QString& place) override;
    QStringList breadcrumb() const override;
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject& state) override;
    bool accepts(const QStringList& files) const override { return !files.isEmpty() && std::ranges::all_of(files, looksLikeData); }
    void open(const QStringList& files) override;

private:
    void addCommands();
    QAction* command(const QString& id, std::string_view icon, const QKeySequence& keys, const char* words, bool needsDataset,
                     std::function<void()> run);
    void refresh();
    void show(QWidget* part, const QString& place);
    void openDataset(const QString& id);
    void takeDataset(const QString& id, Result<data::Dataset> dataset);
    void showStatus();

    QStackedWidget* parts_;
    ListSection* list_;
    ImportSection* import_;
    controls::Face* busy_;
    controls::Face* error_ = nullptr;
    DatasetSection* dataset_ = nullptr;
    QString place_;
    QString wanted_;                      ///< to be opened once the data sets are read
    QString awaited_;                     ///< looked for a second time
    QHash<QString, QJsonObject> states_;  ///< of data sets that were open
    struct Command {
        QAction* action;
        const char* words;
        bool needsDataset;
    };
    std::vector<Command> commands_;
};

DataPage::DataPage(const Context& context)
    : Page(context),
      parts_(new QStackedWidget),
      list_(new ListSection(context)),
      import_(new ImportSection(context)),
      busy_(controls::Face::busy({})) {
    for (auto* part : {static_cast<QWidget*>(list_), static_cast<QWidget*>(import_), static_cast<QWidget*>(busy_)}) parts_->addWidget(part);
    auto* column = new QVBoxLayout(this);
    column->addWidget(parts_);
    connect(list_, &ListSection::opened, this, &DataPage::goTo);
    connect(list_, &ListSection::importWanted, this, [this] { goTo(kImport); });
    connect(import_, &ImportSection::backWanted, this, [this] { goTo(kList); });
    connect(import_, &ImportSection::imported, this, &DataPage::goTo);
    connect(&services().datasets, &bridge::DatasetList::changed, this, &DataPage::refresh);
    connect(&services().projects, &bridge::Projects::membersChanged, this, &DataPage::refresh);
    addCommands();
    controls::say(*this, [this] {
        busy_->setWords(tr("Opening"), {});
        for (const auto& command : commands_) command.action->setText(QCoreApplication::translate("DataCommands", command.words));
    });
}

QAction* DataPage::command(const QString& id, std::string_view icon, const QKeySequence& keys, const char* words, bool needsDataset,
                           std::function<void()> run) {
    auto* action = addCommand(id, icon, keys, needsDataset ? Reach::page : Reach::window, std::move(run));
    action->setEnabled(!needsDataset);
    commands_.push_back({action, words, needsDataset});
    return action;
}

void DataPage::addCommands() {
    const auto bring = [this](auto act) {
        return [this, act] {
            host().go(u"data"_s, kImport);
            act();
        };
    };
    const auto on = [this](auto act) {
        return [this, act] {
            if (dataset_) act(*dataset_);
        };
    };
    command(u"data.import"_s, "upload", QKeySequence(u"Ctrl+I"_s), QT_TRANSLATE_NOOP("DataCommands", "Import files"), false,
            bring([this] { import_->source().chooseFiles(false); }));
    command(u"data.folder"_s, "folder-open", {}, QT_TRANSLATE_NOOP("DataCommands", "Import a folder"), false,
            bring([this] { import_->source().chooseFiles(true); }));
    command(u"data.paste"_s, "copy", {}, QT_TRANSLATE_NOOP("DataCommands", "Import what the clipboard holds"), false,
            bring([this] { import_->source().paste(); }));
    command(u"data.table"_s, "table", {}, QT_TRANSLATE_NOOP("DataCommands", "Show the table"), true,
            on([](auto& open) { open.setTab(0); }));
    command(u"data.profile"_s, "chart-spline", {}, QT_TRANSLATE_NOOP("DataCommands", "Show the profile"), true,
            on([](auto& open) { open.setTab(1); }));
    command(u"data.samples"_s, "whole-word", {}, QT_TRANSLATE_NOOP("DataCommands", "Show the samples"), true,
            on([](auto& open) { open.setTab(2); }));
    command(u"data.find"_s, "search", QKeySequence::Find, QT_TRANSLATE_NOOP("DataCommands", "Find in the rows"), true,
            on([](auto& open) { open.table().find(); }));
    command(u"data.next"_s, "chevron-down", QKeySequence(u"F3"_s), QT_TRANSLATE_NOOP("DataCommands", "Find the next"), true,
            on([](auto& open) { open.table().findNext(true); }));
    command(u"data.previous"_s, "chevron-up", QKeySequence(u"Shift+F3"_s), QT_TRANSLATE_NOOP("DataCommands", "Find the one before"), true,
            on([](auto& open) { open.table().findNext(false); }));
    command(u"data.row"_s, "hash", QKeySequence(u"Ctrl+G"_s), QT_TRANSLATE_NOOP("DataCommands", "Go to a row"), true,
            on([](auto& open) { open.table().goToRow(); }));
    command(u"data.copy-rows"_s, "copy", QKeySequence(u"Ctrl+Shift+C"_s), QT_TRANSLATE_NOOP("DataCommands", "Copy rows as JSON lines"),
            true, on([](auto& open) { open.table().copyRows(); }));
    command(u"data.recipe"_s, "sliders-horizontal", {}, QT_TRANSLATE_NOOP("DataCommands", "Open the recipe"), true,
            on([](auto& open) { open.openPanel(); }));
    command(u"data.step"_s, "plus", QKeySequence(u"Ctrl+Shift+A"_s), QT_TRANSLATE_NOOP("DataCommands", "Add a cleaning step"), true,
            on([](auto& open) {
                open.openPanel();
                open.recipe().addStep();
            }));
    command(u"data.undo"_s, "undo-2", QKeySequence::Undo, QT_TRANSLATE_NOOP("DataCommands", "Undo in the recipe"), true,
            on([](auto& open) { open.recipe().model().undo(); }));
    command(u"data.redo"_s, "redo-2", QKeySequence(u"Ctrl+Shift+Z"_s), QT_TRANSLATE_NOOP("DataCommands", "Redo in the recipe"), true,
            on([](auto& open) { open.recipe().model().redo(); }));
    command(u"data.load-recipe"_s, "folder-open", {}, QT_TRANSLATE_NOOP("DataCommands", "Load a recipe"), true,
            on([](auto& open) { open.recipe().load(); }));
    command(u"data.save-recipe"_s, "save", {}, QT_TRANSLATE_NOOP("DataCommands", "Save the recipe"), true,
            on([](auto& open) { open.recipe().save(); }));
    command(u"data.apply"_s, "check", QKeySequence::Save, QT_TRANSLATE_NOOP("DataCommands", "Save as a new version"), true,
            on([](auto& open) { open.recipe().apply(); }));
    command(u"data.versions"_s, "git-compare", {}, QT_TRANSLATE_NOOP("DataCommands", "Show the versions"), true,
            on([](auto& open) { open.showVersions(); }));
    command(u"data.split"_s, "scissors", {}, QT_TRANSLATE_NOOP("DataCommands", "Split into training and test"), true,
            on([](auto& open) { open.showSplit(); }));
    if (host().has(u"train"_s))
        command(u"data.train"_s, "graduation-cap", {}, QT_TRANSLATE_NOOP("DataCommands", "Train on this data set"), true,
                on([](auto& open) { open.train(); }));
}

void DataPage::refresh() {
    list_->refresh();
    if (dataset_) dataset_->refresh();
    if (!wanted_.isEmpty() && services().datasets.isReady()) openDataset(std::exchange(wanted_, {}));
    // What is open was deleted or has another name.
    if (dataset_ && place_ == dataset_->id() && services().datasets.isReady() && !services().datasets.find(place_)) goTo(kList);
}

void DataPage::goTo(const QString& place) {
    wanted_.clear();
    if (place == kImport) return show(import_, kImport);
    if (place.isEmpty() || place == kList) return show(list_, {});
    if (dataset_ && dataset_->id() == place) return show(dataset_, place);
    if (!services().datasets.isReady()) {
        wanted_ = place;
        return show(busy_, place);
    }
    openDataset(place);
}

void DataPage::show(QWidget* part, const QString& place) {
    parts_->setCurrentWidget(part);
    const bool isOpen = part == dataset_ && dataset_;
    for (const auto& command : commands_)
        if (command.needsDataset) command.action->setEnabled(isOpen);
    showStatus();
    if (place == place_) return;
    place_ = place;
    Q_EMIT moved();
}

void DataPage::openDataset(const QString& id) {
    const auto* entry = services().datasets.find(id);
    if (!entry) {
        // It may have been made a moment ago.
        if (base::isComplete(data::datasetsHome() / id.toStdString()) && awaited_ != id) {
            wanted_ = awaited_ = id;
            show(busy_, id);
            return services().datasets.reload();
        }
        return show(list_, {});
    }
    awaited_.clear();
    const auto work = [path = entry->path](const jobs::JobContext&) { return data::Dataset::open(path); };
    services().jobs.compute<data::Dataset>({.title = tr("Open %1").arg(id), .shown = false}, work, *this,
                                           [this, id](Result<data::Dataset> dataset) { takeDataset(id, std::move(dataset)); });
    show(busy_, id);
}

void DataPage::takeDataset(const QString& id, Result<data::Dataset> dataset) {
    if (place_ != id) return;
    const auto* entry = services().datasets.find(id);
    if (!dataset || !entry) {
        delete error_;
        const auto why = dataset ? Error{"dataset_not_found", "it is not there any more", ""} : dataset.error();
        error_ = controls::Face::error(tr("%1 cannot be opened").arg(id), QString::fromStdString(why.message + "\n" + why.hint),
                                       QString::fromStdString(why.code + ": " + why.message));
        error_->addAction(tr("All data sets"), [this] { goTo(kList); });
        parts_->addWidget(error_);
        return show(error_, id);
    }
    if (dataset_) {
        states_[dataset_->id()] = dataset_->saveState();
        parts_->removeWidget(dataset_);
        dataset_->deleteLater();
    }
    dataset_ = new DatasetSection({services(), host()}, *entry, std::move(*dataset));
    connect(dataset_, &DatasetSection::backWanted, this, [this] { goTo(kList); });
    connect(dataset_, &DatasetSection::statusChanged, this, &DataPage::showStatus);
    parts_->addWidget(dataset_);
    if (const auto state = states_.value(id); !state.isEmpty()) dataset_->restoreState(state);
    show(dataset_, id);
    if (isVisible()) dataset_->takeFocus();
}

void DataPage::showStatus() { setStatus(dataset_ && parts_->currentWidget() == dataset_ ? dataset_->status() : PageStatus{}); }

QStringList DataPage::breadcrumb() const {
    if (place_.isEmpty()) return {};
    return {place_ == kImport ? tr("Import data") : place_};
}

void DataPage::open(const QStringList& files) {
    goTo(kImport);
    import_->open(files);
}

QJsonObject DataPage::saveState() const {
    QJsonObject open;
    for (auto state = states_.begin(); state != states_.end(); ++state)
        if (services().datasets.find(state.key())) open[state.key()] = state.value();
    if (dataset_) open[dataset_->id()] = dataset_->saveState();
    return {{u"import"_s, import_->saveState()}, {u"open"_s, open}};
}

void DataPage::restoreState(const QJsonObject& state) {
    import_->restoreState(state.value(u"import"_s).toObject());
    const auto open = state.value(u"open"_s).toObject();
    for (auto each = open.begin(); each != open.end(); ++each) states_[each.key()] = each.value().toObject();
}

}  // namespace

PageInfo dataPage() {
    return {u"data"_s, "database", QT_TRANSLATE_NOOP("Pages", "Data"),
            [](const Context& context) -> Page* { return new DataPage(context); }};
}

}  // namespace anneal::pages

#include "data_page.moc"
