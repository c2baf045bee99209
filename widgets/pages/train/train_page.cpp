#include "pages/train/train_page.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QStackedLayout>

#include "base/files.h"
#include "bridge/run_start.h"
#include "controls/words.h"
#include "pages/train/run_lists.h"
#include "pages/train/wizard.h"
#include "runs/assessment.h"
#include "runs/spec_import.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {
namespace {

constexpr int kSaveMs = 300;
constexpr qsizetype kLeftShown = 6;

/// What a preset is about; data, model and place belong to one run.
constexpr std::array kOfOneRun{"model_name_or_path", "adapter_name_or_path", "dataset",     "eval_dataset",
                               "dataset_dir",        "output_dir",           "max_samples", "template"};

bool isSpecFile(const QString& file) {
    return file.endsWith(u".yaml"_s, Qt::CaseInsensitive) || file.endsWith(u".yml"_s, Qt::CaseInsensitive);
}

class TrainPage : public Page {
    Q_OBJECT
public:
    explicit TrainPage(const Context& context);
    ~TrainPage() override { keep(); }

    void activate() override {
        if (isOpen()) wizard_->open();
    }
    void deactivate() override {
        if (isOpen()) wizard_->leave();
        save();
    }
    QString place() const override { return isOpen() ? u"draft/%1/%2"_s.arg(id_).arg(draft_.step()) : QString(); }
    void goTo(const QString& place) override;
    QStringList breadcrumb() const override { return isOpen() ? QStringList{draft_.nameOrDefault()} : QStringList(); }
    QJsonObject saveState() const override { return {{u"place"_s, place()}}; }
    void restoreState(const QJsonObject& state) override {
        if (const auto place = state[u"place"_s].toString(); !place.isEmpty()) goTo(place);
    }
    bool accepts(const QStringList& files) const override { return files.size() == 1 && isSpecFile(files.front()); }
    void open(const QStringList& files) override { openFile(files.front()); }

private:
    bool isOpen() const { return !id_.isEmpty(); }
    void addCommands();
    void begin(const OrderedJson& keys, const QString& name = {});
    void show(const QString& id, int step);
    void close();
    /// To studio.db; silent, so that it may be the last that the page does.
    void keep();
    void save();
    void sayStatus();
    void usePreset(const QString& id);
    void keepPreset(const QString& name);
    void chooseFile();
    void openFile(const QString& file);
    void take(const runs::SpecImport& import, const QString& file);
    void saveFile();
    void copyCommand();
    void start();
    void started(const Result<bridge::StartedRun>& made);
    void tell(const Error& error) {
        host().toast({controls::Tone::danger, QString::fromStdString(error.message), QString::fromStdString(error.hint), {}, {}});
    }

    Draft draft_;
    bridge::BaseModels models_;
    RunLists* lists_;
    Wizard* wizard_;
    QStackedLayout* faces_;
    QTimer saving_;
    QTime saved_;
    QString id_;  ///< of the open draft's document; empty: the lists show
    std::vector<QAction*> ofWizard_;
};

TrainPage::TrainPage(const Context& context)
    : Page(context),
      models_(context.services.models, context.services.jobs),
      lists_(new RunLists(context)),
      wizard_(new Wizard({context, draft_, models_})),
      faces_(new QStackedLayout(this)) {
    faces_->addWidget(lists_);
    faces_->addWidget(wizard_);
    connect(lists_, &RunLists::newWanted, this, [this] { begin({}); });
    connect(lists_, &RunLists::fileWanted, this, &TrainPage::chooseFile);
    connect(lists_, &RunLists::draftWanted, this, [this](const QString& id) { show(id, -1); });
    connect(lists_, &RunLists::presetWanted, this, &TrainPage::usePreset);
    connect(wizard_, &Wizard::closed, this, &TrainPage::close);
    connect(wizard_, &Wizard::startWanted, this, &TrainPage::start);
    connect(wizard_, &Wizard::saveWanted, this, &TrainPage::saveFile);
    connect(wizard_, &Wizard::presetNamed, this, &TrainPage::keepPreset);
    saving_.setSingleShot(true);
    saving_.setInterval(kSaveMs);
    connect(&saving_, &QTimer::timeout, this, &TrainPage::save);
    connect(&draft_, &Draft::changed, &saving_, qOverload<>(&QTimer::start));
    connect(&draft_, &Draft::moved, this, [this] {
        saving_.start();
        if (isOpen()) Q_EMIT moved();
    });
    addCommands();
}

void TrainPage::addCommands() {
    auto* fresh = addCommand(u"train.new"_s, "plus", {u"Ctrl+N"_s}, Reach::page, [this] { begin({}); });
    auto* file = addCommand(u"train.open"_s, "folder-open", {u"Ctrl+O"_s}, Reach::page, [this] { chooseFile(); });
    auto* next = addCommand(u"train.next"_s, "arrow-right", {u"Ctrl+Return"_s}, Reach::page, [this] { wizard_->next(); });
    auto* back = addCommand(u"train.back"_s, "undo-2", {u"Ctrl+Backspace"_s}, Reach::page, [this] { wizard_->back(); });
    auto* preset = addCommand(u"train.preset"_s, "bookmark", {}, Reach::page, [this] { wizard_->askPresetName(); });
    auto* yaml = addCommand(u"train.save"_s, "file-text", {u"Ctrl+S"_s}, Reach::page, [this] { saveFile(); });
    auto* copy = addCommand(u"train.copy"_s, "copy", {u"Ctrl+Shift+C"_s}, Reach::page, [this] { copyCommand(); });
    ofWizard_ = {next, back, preset, yaml, copy};
    for (auto* command : ofWizard_) command->setEnabled(false);
    controls::say(*this, [=, this] {
        fresh->setText(tr("New run"));
        file->setText(tr("Open RUN.yaml"));
        next->setText(tr("Next step"));
        back->setText(tr("Previous step"));
        preset->setText(tr("Save the draft as a preset"));
        yaml->setText(tr("Save RUN.yaml"));
        copy->setText(tr("Copy the command line"));
        sayStatus();
    });
}

void TrainPage::goTo(const QString& place) {
    const auto parts = place.split(u'/');
    if (parts.front() == u"new"_s) {
        OrderedJson keys = OrderedJson::object();
        if (parts.size() > 1) keys["model_name_or_path"] = place.section(u'/', 1).toStdString();
        return begin(keys);
    }
    if (parts.front() == u"data"_s && parts.size() > 1) {
        begin(OrderedJson::object());
        return draft_.chooseData({place.section(u'/', 1).toStdString()});
    }
    if (parts.front() == u"draft"_s && parts.size() > 1 && services().documents.find(parts[1]))
        return show(parts[1], parts.size() > 2 ? parts[2].toInt() : -1);
    if (isOpen()) close();
}

void TrainPage::begin(const OrderedJson& keys, const QString& name) {
    if (isOpen()) close();
    draft_.clear();
    draft_.setKeys(keys);
    draft_.setName(name);
    show(services().documents.add(kDraftKind, draft_.nameOrDefault(), draft_.toJson()), 0);
}

void TrainPage::show(const QString& id, int step) {
    const auto document = services().documents.find(id);
    if (!document) return;
    if (id != id_) {
        if (isOpen()) close();
        draft_.read(document->body);
        wizard_->tellLeft({}, {});
    }
    id_ = id;
    if (draft_.hasModel()) models_.include(draft_.spec().modelNameOrPath);
    if (step >= 0) draft_.goTo(std::min(step, draft_.reached()));
    for (auto* command : ofWizard_) command->setEnabled(true);
    faces_->setCurrentWidget(wizard_);
    if (isVisible()) wizard_->open();
    Q_EMIT moved();
}

void TrainPage::close() {
    save();
    wizard_->leave();
    const auto id = std::exchange(id_, {});
    // A draft in which nothing was chosen is none.
    if (draft_.keys().empty() && draft_.name().isEmpty()) services().documents.remove(id);
    for (auto* command : ofWizard_) command->setEnabled(false);
    setStatus({});
    lists_->refresh();
    faces_->setCurrentWidget(lists_);
    Q_EMIT moved();
}

void TrainPage::keep() {
    saving_.stop();
    if (isOpen()) services().documents.change(id_, draft_.nameOrDefault(), draft_.toJson());
}

void TrainPage::save() {
    keep();
    saved_ = QTime::currentTime();
    sayStatus();
}

void TrainPage::sayStatus() {
    if (isOpen() && saved_.isValid()) setStatus({"check", tr("Draft saved %1").arg(QLocale().toString(saved_, u"HH:mm"_s))});
}

void TrainPage::usePreset(const QString& id) {
    const auto preset = services().documents.find(id);
    if (!preset) return;
    Draft draft;
    draft.read(preset->body);
    begin(draft.keys());
}

void TrainPage::keepPreset(const QString& name) {
    Draft preset;
    preset.setKeys(draft_.keys());
    for (const auto* key : kOfOneRun) preset.reset(key);
    const auto id = services().documents.add(kPresetKind, name, preset.toJson());
    services().projects.keep(bridge::Projects::Kind::preset, id);
    host().toast({controls::Tone::success, tr("Saved the preset %1").arg(name), tr("New runs can begin from it."), tr("Undo"),
                  [this, id] { services().documents.remove(id); }});
}

void TrainPage::chooseFile() {
    host().chooseFiles({.title = tr("Open RUN.yaml"), .filter = tr("Run descriptions (*.yaml *.yml)")},
                       [this](const QStringList& files) { openFile(files.front()); });
}

void TrainPage::openFile(const QString& file) {
    const auto work = [path = std::filesystem::path(file.toStdString())](const jobs::JobContext&) { return runs::importSpec(path); };
    services().jobs.compute<runs::SpecImport>({.title = tr("Open %1").arg(file.section(u'/', -1)), .shown = false}, work, *this,
                                              [this, file](Result<runs::SpecImport> import) {
                                                  if (!import) return tell(import.error());
                                                  take(*import, file);
                                              });
}

void TrainPage::take(const runs::SpecImport& import, const QString& file) {
    auto keys = import.keys;
    const auto name = keys.contains("output_dir")
                          ? QString::fromStdString(std::filesystem::path(keys["output_dir"].get<std::string>()).filename().string())
                          : QString();
    keys.erase("output_dir");
    begin(keys, name);
    if (draft_.hasData() && draft_.hasModel()) draft_.goTo(Wizard::kSteps - 1);
    const auto& refused = import.refused;
    if (refused.empty() && import.withoutEffect.empty()) return;
    QStringList lines;
    for (const auto& left : refused)
        if (lines.size() < kLeftShown) lines << QString::fromStdString(left.key + ": " + left.reason);
    QStringList without;
    for (const auto& left : import.withoutEffect) without << QString::fromStdString(left.key);
    if (!without.isEmpty()) lines << tr("Not needed here: %1").arg(without.join(u", "_s));
    wizard_->tellLeft(
        refused.empty()
            ? tr("Some keys of %1 are not needed").arg(file.section(u'/', -1))
            : tr("%n key(s) of %1 have no counterpart and are left out", nullptr, int(refused.size())).arg(file.section(u'/', -1)),
        lines.join(u'\n'));
}

void TrainPage::saveFile() {
    if (!isOpen()) return;
    const auto finished = draft_.finished();
    if (!finished) return tell(finished.error());
    host().chooseFiles(
        {.title = tr("Save RUN.yaml"), .filter = tr("Run descriptions (*.yaml *.yml)"), .saveAs = draft_.nameOrDefault() + u".yaml"_s},
        [this, yaml = finished->toYaml()](const QStringList& files) {
            const auto written = base::writeFileAtomically(files.front().toStdString(), yaml);
            if (!written) return tell(written.error());
            const auto file = files.front();
            host().toast({controls::Tone::success, tr("Saved %1").arg(file.section(u'/', -1)), tr("anneal train runs it."), tr("Show"),
                          [this, file] { host().reveal(file); }});
        });
}

void TrainPage::copyCommand() {
    if (!isOpen()) return;
    const auto finished = draft_.finished();
    if (!finished) return tell(finished.error());
    QGuiApplication::clipboard()->setText(u"anneal train /dev/stdin <<'RUN_YAML'\n"_s + QString::fromStdString(finished->toYaml()) +
                                          u"RUN_YAML\n"_s);
    host().toast(
        {controls::Tone::success, tr("Copied the command line"), tr("Paste it into a terminal; the whole description is in it."), {}, {}});
}

void TrainPage::start() {
    save();
    const auto finished = draft_.finished();
    if (!finished) return tell(finished.error());
    wizard_->setStarting(true);
    bridge::startRun(services(), *finished, *this, [this](const auto& made) { started(made); });
}

void TrainPage::started(const Result<bridge::StartedRun>& made) {
    wizard_->setStarting(false);
    if (!made) {
        if (made.error().code != "stopped") tell(made.error());
        return;
    }
    if (isOpen()) {
        services().documents.remove(id_);
        draft_.clear();
        close();
    }
    const auto name = QString::fromStdString(made->directory.root().filename().string());
    host().toast({controls::Tone::success, tr("%1 has started").arg(name), tr("Close the window and it goes on."), {}, {}});
    if (host().has(u"runs"_s)) host().go(u"runs"_s, made->id);
}

}  // namespace

PageInfo trainPage() {
    return {u"train"_s, "graduation-cap", QT_TRANSLATE_NOOP("Pages", "Train"),
            [](const Context& context) -> Page* { return new TrainPage(context); }};
}

}  // namespace anneal::pages

#include "train_page.moc"
