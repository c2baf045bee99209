#include "pages/export/export_page.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QPushButton>
#include <QStackedLayout>
#include <QVBoxLayout>

#include "base/files.h"
#include "controls/buttons.h"
#include "controls/delegates.h"
#include "controls/face.h"
#include "controls/inline_message.h"
#include "controls/label.h"
#include "controls/numbers.h"
#include "controls/page_header.h"
#include "controls/scroll_column.h"
#include "controls/side_panel.h"
#include "controls/table.h"
#include "controls/words.h"
#include "models/run_words.h"
#include "pages/choice_list.h"
#include "pages/document_table.h"
#include "pages/export/gate_panel.h"
#include "pages/export/run_card.h"
#include "pages/export/target_card.h"
#include "theme/kind.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {
namespace {

namespace fs = std::filesystem;
using models::ModelChoice;

constexpr int kLeastMain = 760;
constexpr int kHistoryHeight = 220;
const auto kKind = QString::fromLatin1(kExportKind);

/// What is read of a source before it is exported.
struct Shapes {
    catalogue::ModelConfig config;
    std::uint64_t adapterBytes = 0;
};

Result<Shapes> readShapes(const ModelChoice& choice) {
    const bool whole = choice.kind != ModelChoice::Kind::run;
    ANNEAL_TRY(config, catalogue::ModelConfig::read(whole ? choice.reference : choice.base));
    Shapes shapes{std::move(config), 0};
    const auto folder = choice.point == ModelChoice::Point::result ? fs::path(choice.runFolder) / "adapter" : fs::path(choice.reference);
    std::error_code ignored;
    if (choice.adapter)
        if (const auto bytes = fs::file_size(folder / "adapter_model.safetensors", ignored); !ignored) shapes.adapterBytes = bytes;
    return shapes;
}

/// Where the exports of one source go unless another folder is named.
std::string usualFolder(const ModelChoice& choice) {
    auto name = choice.name.toStdString();
    if (choice.kind == ModelChoice::Kind::run && choice.point != ModelChoice::Point::result) name += "-step-" + std::to_string(choice.step);
    return (base::dataHome() / "exports" / name).string();
}

class ExportPage : public Page {
    Q_OBJECT
public:
    explicit ExportPage(const Context& context);

    void activate() override;
    void goTo(const QString& place) override;
    QStringList breadcrumb() const override;
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject& state) override;

private:
    QWidget* makeMain();
    QWidget* makeHistory();
    void makeCommands();
    void watch();
    void takeChoices();
    void takeShapes(Result<Shapes> read);
    void showPoints();
    void setSource(const ModelChoice* choice);
    void start();
    void ended(const QStringList& documents, const std::optional<Error>& error);
    void chooseFolder();
    void chooseRow();
    void removeRow();
    std::optional<ExportRecord> chosenRecord() const;
    void reveal();
    void chat();
    void refresh();

    ChoiceList choices_;
    ExportRunner runner_;
    DocumentTable documents_;
    std::vector<ModelChoice> sources_;
    std::optional<ModelChoice> source_;
    std::optional<Shapes> shapes_;
    ExportPlan plan_;
    bool ownFolder_ = false;  ///< the person named it
    QString wanted_;          ///< a key or a run's id that is not known yet
    quint64 reading_ = 0;

    controls::PageHeader* header_;
    QComboBox* models_;
    QComboBox* points_;
    QPushButton* cancel_;
    QPushButton* export_;
    QPushButton* report_;
    QStackedLayout* faces_;
    controls::Face* busy_;
    controls::Face* empty_;
    controls::InlineMessage* error_;
    TargetCard* targets_;
    controls::Label* folder_;
    QPushButton* change_;
    RunCard* run_;
    controls::Table* history_;
    QPushButton* forget_;
    controls::Card* historyCard_;
    GatePanel* gate_;
    controls::SidePanel* side_;
    std::vector<std::pair<QAction*, std::function<QString()>>> commands_;
    std::optional<Error> failure_;
};

ExportPage::ExportPage(const Context& context)
    : Page(context),
      choices_(context.services),
      runner_(context.services),
      documents_(context.services.documents, kKind, DocumentTable::Order::newestFirst),
      header_(new controls::PageHeader({})),
      models_(new QComboBox),
      points_(new QComboBox),
      cancel_(controls::makeButton(theme::Kind::secondary, {}, "x")),
      export_(controls::makeButton(theme::Kind::primary, {}, "package")),
      report_(controls::makeButton(theme::Kind::secondary, {}, "shield-check")),
      busy_(controls::Face::busy({})),
      empty_(controls::Face::empty("package", {}, {})),
      error_(new controls::InlineMessage(controls::Tone::danger, {}, {})),
      targets_(new TargetCard(runner_)),
      folder_(new controls::Label({}, theme::TextStyle::caption, theme::Role::textSecondary)),
      change_(controls::makeButton(theme::Kind::link, {})),
      run_(new RunCard),
      history_(new controls::Table({})),
      forget_(controls::makeButton(theme::Kind::secondary, {}, "trash-2")),
      gate_(new GatePanel) {
    side_ = new controls::SidePanel(makeMain(), gate_, kLeastMain);
    report_->hide();
    auto* whole = new QVBoxLayout(this);
    whole->addWidget(side_);
    makeCommands();
    watch();
    controls::say(*this, [this] {
        header_->setTitle(tr("Export"));
        models_->setAccessibleName(tr("Run or model"));
        points_->setAccessibleName(tr("Checkpoint"));
        cancel_->setText(tr("Cancel"));
        report_->setText(tr("Gate report"));
        busy_->setWords(tr("Looking for runs and models"), {});
        empty_->setWords(tr("Nothing to export yet"),
                         tr("What a run has trained becomes files here: for transformers, as an adapter, or as GGUF for llama.cpp."));
        change_->setText(tr("Change"));
        history_->setAccessibleName(tr("Exports"));
        historyCard_->setTitle(tr("Exports"));
        forget_->setText(tr("Forget"));
        const auto of = [](const bridge::Document& document) { return ExportRecord::fromJson(document.body); };
        documents_.setColumns({{tr("From"),
                                [of](const auto& document) {
                                    const auto record = of(document);
                                    return record.step > 0 ? tr("%1, step %2").arg(record.source, controls::formatCount(record.step))
                                                           : record.source;
                                }},
                               {tr("Target"), [of](const auto& document) { return of(document).what(); }},
                               {tr("Size"), [of](const auto& document) { return controls::formatBytes(of(document).bytes); }, true},
                               {tr("Gate"), [of](const auto& document) { return gateChip(of(document).passed).text; }},
                               {u"SHA-256"_s, [of](const auto& document) { return of(document).sha256.left(12); }}});
        history_->stretch(0);
        for (const auto& [column, width] : {std::pair{1, 160}, {2, 90}, {3, 110}, {4, 120}, {5, 110}})
            history_->setColumnWidth(column, width);
        for (const auto& [command, text] : commands_) command->setText(text());
        showPoints();
        refresh();
    });
}

QWidget* ExportPage::makeMain() {
    for (auto* combo : {models_, points_}) combo->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    models_->setMaximumWidth(260);
    points_->setMaximumWidth(320);
    for (QWidget* action : std::initializer_list<QWidget*>{report_, cancel_, export_}) header_->addAction(action);
    auto* source = new QHBoxLayout;
    source->setSpacing(theme::space(2));
    auto* from = new controls::Label({}, theme::TextStyle::body, theme::Role::textSecondary);
    source->addWidget(from);
    source->addWidget(models_);
    source->addWidget(points_);
    source->addStretch();
    auto* place = new QHBoxLayout;
    place->setSpacing(theme::space(2));
    folder_->setElided(true);
    place->addWidget(folder_, 1);
    place->addWidget(change_);
    auto* area = new controls::ScrollColumn;
    auto& column = area->column();
    column.setContentsMargins(0, 0, theme::space(2), theme::space(4));
    column.setSpacing(theme::space(3));
    column.addLayout(source);
    column.addWidget(error_);
    column.addWidget(targets_);
    column.addLayout(place);
    column.addWidget(run_);
    column.addWidget(makeHistory());
    column.addStretch();
    auto* stack = new QWidget;
    faces_ = new QStackedLayout(stack);
    for (QWidget* face : std::initializer_list<QWidget*>{busy_, empty_, area}) faces_->addWidget(face);
    auto* main = new QWidget;
    auto* layout = new QVBoxLayout(main);
    layout->setContentsMargins(theme::space(6), theme::space(5), theme::space(4), 0);
    layout->setSpacing(theme::space(3));
    auto* top = new QHBoxLayout;
    top->setContentsMargins(0, 0, theme::space(2), 0);
    top->addWidget(header_);
    layout->addLayout(top);
    layout->addWidget(stack, 1);
    auto* train = host().has(u"train"_s) ? &empty_->addAction({}, [this] { host().go(u"train"_s, u"new"_s); }) : nullptr;
    controls::say(*main, [from, train] {
        from->setText(tr("From"));
        if (train) train->setText(tr("New run"));
    });
    return main;
}

QWidget* ExportPage::makeHistory() {
    historyCard_ = new controls::Card(0);
    auto& acts = historyCard_->addHeader({});
    theme::setCompact(*forget_);
    acts.addWidget(forget_);
    history_->setModel(&documents_);
    history_->setFixedHeight(kHistoryHeight);
    historyCard_->body().addWidget(history_);
    return historyCard_;
}

void ExportPage::makeCommands() {
    const auto add = [this](const QString& id, const char* icon, const QKeySequence& keys, std::function<void()> run,
                            std::function<QString()> text) {
        commands_.emplace_back(addCommand(u"export."_s + id, icon, keys, Reach::page, std::move(run)), std::move(text));
    };
    add(
        u"start"_s, "package", QKeySequence(u"Ctrl+Return"_s), [this] { start(); }, [] { return tr("Export what is chosen"); });
    add(
        u"cancel"_s, "x", {}, [this] { runner_.cancel(); }, [] { return tr("Cancel the export"); });
    add(
        u"folder"_s, "folder-open", {}, [this] { chooseFolder(); }, [] { return tr("Export to another folder"); });
    add(
        u"command"_s, "copy", {},
        [this] {
            if (source_) QGuiApplication::clipboard()->setText(commandsOf(plan_, *source_).join(u'\n'));
        },
        [] { return tr("Copy the export as a command"); });
    add(
        u"copy"_s, "copy", {}, [this] { run_->copy(); }, [] { return tr("Copy the command that runs the export"); });
    add(
        u"reveal"_s, "folder-open", {}, [this] { reveal(); }, [] { return tr("Show the export in its folder"); });
    add(
        u"chat"_s, "messages-square", {}, [this] { chat(); }, [] { return tr("Chat with the export"); });
    add(
        u"forget"_s, "trash-2", {}, [this] { removeRow(); }, [] { return tr("Forget the chosen export"); });
}

void ExportPage::watch() {
    connect(&choices_, &ChoiceList::changed, this, &ExportPage::takeChoices);
    connect(models_, &QComboBox::activated, this, [this](int index) {
        const auto name = models_->itemData(index).toString();
        const auto first =
            std::ranges::find_if(sources_, [&](const ModelChoice& each) { return (each.run.isEmpty() ? each.key() : each.run) == name; });
        setSource(first == sources_.end() ? nullptr : &*first);
    });
    connect(points_, &QComboBox::activated, this, [this](int index) {
        const auto key = points_->itemData(index).toString();
        const auto found = std::ranges::find_if(sources_, [&](const ModelChoice& each) { return each.key() == key; });
        setSource(found == sources_.end() ? nullptr : &*found);
    });
    connect(export_, &QPushButton::clicked, this, &ExportPage::start);
    connect(cancel_, &QPushButton::clicked, &runner_, &ExportRunner::cancel);
    connect(report_, &QPushButton::clicked, this, [this] { side_->setOpen(!side_->isOpen()); });
    connect(side_, &controls::SidePanel::foldedChanged, report_, &QWidget::setVisible);
    connect(change_, &QPushButton::clicked, this, &ExportPage::chooseFolder);
    connect(forget_, &QPushButton::clicked, this, &ExportPage::removeRow);
    connect(targets_, &TargetCard::planChanged, this, [this] {
        const auto folder = plan_.folder;
        plan_ = targets_->plan();
        plan_.folder = folder;
        refresh();
    });
    connect(run_, &RunCard::chatWanted, this, &ExportPage::chat);
    connect(run_, &RunCard::revealWanted, this, &ExportPage::reveal);
    connect(&runner_, &ExportRunner::progressed, this, &ExportPage::refresh);
    connect(&runner_, &ExportRunner::ended, this, &ExportPage::ended);
    connect(history_->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ExportPage::chooseRow);
    connect(&services().documents, &bridge::Documents::changed, this, [this](const QString& kind) {
        if (kind == kKind) chooseRow();
    });
    const auto reload = [this] {
        if (isVisible()) choices_.reload();
    };
    connect(&services().models, &bridge::ModelList::changed, this, reload);
    connect(&services().runs, &bridge::RunWatcher::stateChanged, this, reload);
    connect(&services().runs, &bridge::RunWatcher::ended, this, reload);
    connect(&services().projects, &bridge::Projects::membersChanged, this, reload);
}

void ExportPage::activate() {
    choices_.reload();
    refresh();
}

void ExportPage::goTo(const QString& place) {
    if (place.isEmpty()) return;
    wanted_ = place;
    if (choices_.isReady()) takeChoices();
}

QStringList ExportPage::breadcrumb() const { return source_ ? QStringList{source_->name} : QStringList(); }

QJsonObject ExportPage::saveState() const {
    auto plan = plan_.json();
    if (!ownFolder_) plan.remove(u"folder"_s);
    return {{u"plan"_s, plan}, {u"source"_s, source_ ? source_->key() : wanted_}};
}

void ExportPage::restoreState(const QJsonObject& state) {
    plan_ = ExportPlan::fromJson(state[u"plan"_s].toObject());
    ownFolder_ = !plan_.folder.empty();
    targets_->setPlan(plan_);
    wanted_ = state[u"source"_s].toString();
    if (documents_.rowCount() > 0) history_->selectRow(0);
    refresh();
}

void ExportPage::takeChoices() {
    // Runs first: what was trained is what is exported.
    sources_.clear();
    std::ranges::copy_if(choices_.all(), std::back_inserter(sources_), isSource);
    std::ranges::stable_partition(sources_, [](const ModelChoice& each) { return each.kind == ModelChoice::Kind::run; });
    const QSignalBlocker quiet(models_);
    models_->clear();
    QStringList known;
    for (const auto& each : sources_) {
        const auto id = each.run.isEmpty() ? each.key() : each.run;
        if (known.contains(id)) continue;
        known << id;
        models_->addItem(each.name, id);
    }
    const auto now = !wanted_.isEmpty() ? wanted_ : source_ ? source_->key() : QString();
    auto found = std::ranges::find_if(sources_, [&](const ModelChoice& each) { return each.key() == now; });
    if (found == sources_.end())
        found = std::ranges::find_if(sources_, [&](const ModelChoice& each) { return !now.isEmpty() && each.run == now; });
    wanted_.clear();
    if (found == sources_.end()) found = sources_.begin();
    setSource(found == sources_.end() ? nullptr : &*found);
}

void ExportPage::setSource(const ModelChoice* choice) {
    const bool same = choice && source_ && *choice == *source_ && shapes_;
    source_ = choice ? std::optional(*choice) : std::nullopt;
    if (source_) {
        models_->setCurrentIndex(models_->findData(source_->run.isEmpty() ? source_->key() : source_->run));
        if (!ownFolder_) plan_.folder = usualFolder(*source_);
    }
    showPoints();
    Q_EMIT moved();
    if (same) return refresh();
    shapes_.reset();
    failure_.reset();
    refresh();
    if (!source_) return;
    const auto work = [choice = *source_](const jobs::JobContext&) { return readShapes(choice); };
    const auto turn = ++reading_;
    services().jobs.compute<Shapes>(
        {.title = tr("Read the shapes of %1").arg(source_->name), .work = {}, .page = {}, .place = {}, .shown = false}, work, *this,
        [this, turn](Result<Shapes> read) {
            if (turn == reading_) takeShapes(std::move(read));
        });
}

void ExportPage::takeShapes(Result<Shapes> read) {
    if (!read) {
        failure_ = read.error();
        return refresh();
    }
    shapes_ = std::move(*read);
    if (plan_.types.isEmpty()) plan_.types << recommendedType(shapes_->config);
    targets_->setPlan(plan_);
    refresh();
}

void ExportPage::showPoints() {
    const QSignalBlocker quiet(points_);
    points_->clear();
    if (!source_) return;
    for (const auto& each : sources_) {
        if (each.run != source_->run || (source_->run.isEmpty() && each.key() != source_->key())) continue;
        auto text = models::choiceDetail(each);
        if (each.evalLoss) text += u" · "_s + tr("eval loss %1").arg(controls::formatDecimal(*each.evalLoss, 3));
        points_->addItem(text, each.key());
    }
    points_->setCurrentIndex(points_->findData(source_->key()));
    points_->setVisible(!source_->run.isEmpty());
}

void ExportPage::start() {
    if (!export_->isEnabled() || !source_) return;
    failure_.reset();
    runner_.start(*source_, plan_);
    refresh();
}

void ExportPage::ended(const QStringList& documents, const std::optional<Error>& error) {
    if (error && error->code != "stopped") failure_ = error;
    if (!documents.isEmpty()) {
        history_->selectRow(documents_.rowOf(documents.last()));
        int passed = 0;
        for (const auto& id : documents) passed += ExportRecord::fromJson(services().documents.find(id)->body).passed;
        const bool all = passed == documents.size();
        host().toast({all ? controls::Tone::success : controls::Tone::danger,
                      all ? tr("Exported %n file(s)", nullptr, int(documents.size()))
                          : tr("%n export(s) did not pass the gate", nullptr, int(documents.size()) - passed),
                      source_ ? source_->name : QString(), tr("Show in folder"), [this] { reveal(); }});
    }
    refresh();
}

void ExportPage::chooseFolder() {
    host().chooseFiles({.title = tr("Export to"), .filter = {}, .folder = true, .many = false, .saveAs = {}},
                       [this](const QStringList& folders) {
                           plan_.folder = folders.first().toStdString();
                           ownFolder_ = true;
                           refresh();
                       });
}

std::optional<ExportRecord> ExportPage::chosenRecord() const {
    const auto rows = history_->selectionModel()->selectedRows();
    return rows.isEmpty() ? std::nullopt : std::optional(ExportRecord::fromJson(documents_.document(rows.first().row()).body));
}

void ExportPage::chooseRow() {
    const auto record = chosenRecord();
    gate_->show(record);
    run_->show(record);
    refresh();
}

void ExportPage::removeRow() {
    const auto rows = history_->selectionModel()->selectedRows();
    if (rows.isEmpty()) return;
    const auto document = documents_.document(rows.first().row());
    auto& documents = services().documents;
    documents.remove(document.id);
    host().toast({controls::Tone::success, tr("Forgot the export"), tr("Its files stay where they are"), tr("Undo"),
                  [&documents, id = document.id] { documents.restore(id); }});
}

void ExportPage::reveal() {
    if (const auto record = chosenRecord()) host().reveal(record->path);
}

void ExportPage::chat() {
    if (const auto record = chosenRecord(); record && record->passed && host().has(u"chat"_s)) host().go(u"chat"_s, record->path);
}

void ExportPage::refresh() {
    const bool busy = runner_.isBusy();
    faces_->setCurrentIndex(!choices_.isReady() ? 0 : sources_.empty() && documents_.rowCount() == 0 ? 1 : 2);
    gate_->setVisible(choices_.isReady());
    std::vector<ExportRecord> measured;
    for (int row = 0; row < documents_.rowCount(); ++row)
        if (auto record = ExportRecord::fromJson(documents_.document(row).body); source_ && record.key == source_->key())
            measured.push_back(std::move(record));
    targets_->setSource(source_, shapes_ ? std::optional(shapes_->config) : std::nullopt, shapes_ ? shapes_->adapterBytes : 0);
    targets_->setMeasured(std::move(measured));
    const int count = source_ ? int(partsOf(plan_, *source_).size()) : 0;
    export_->setText(count > 1 ? tr("Export %n target(s)", nullptr, count) : tr("Export"));
    controls::disableBecause(*export_, busy         ? tr("An export is at work")
                                       : !source_   ? tr("Choose a run or a model first")
                                       : count == 0 ? tr("Choose a target first")
                                                    : QString());
    export_->setVisible(!busy);
    cancel_->setVisible(busy);
    for (auto* combo : {models_, points_}) combo->setEnabled(!busy);
    error_->setVisible(failure_.has_value());
    if (failure_) error_->setText(QString::fromStdString(failure_->message), QString::fromStdString(failure_->hint));
    const auto bytes = targets_->forecast();
    const auto folder = QString::fromStdString(plan_.folder);
    folder_->setText(bytes > 0 ? tr("Goes to %1 · about %2").arg(folder, controls::formatBytes(bytes)) : tr("Goes to %1").arg(folder));
    folder_->setVisible(!folder.isEmpty());
    historyCard_->setVisible(documents_.rowCount() > 0);
    controls::disableBecause(*forget_, chosenRecord() ? QString() : tr("Choose a row first"));
    run_->setVisible(chosenRecord().has_value());
    header_->setFacts(source_ ? models::choiceDetail(*source_) : QString());
    setMarked(busy);
    setStatus(busy ? PageStatus{"package", stageText(runner_.now().progress.note)} : PageStatus{});
}

}  // namespace

PageInfo exportPage() {
    return {u"export"_s, "package", QT_TRANSLATE_NOOP("Pages", "Export"),
            [](const Context& context) -> Page* { return new ExportPage(context); }};
}

}  // namespace anneal::pages

#include "export_page.moc"
