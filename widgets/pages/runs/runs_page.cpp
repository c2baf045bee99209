#include "pages/runs/runs_page.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "controls/numbers.h"
#include "controls/words.h"
#include "models/run_words.h"
#include "pages/runs/compare_view.h"
#include "pages/runs/inline_form.h"
#include "pages/runs/run_acts.h"
#include "pages/runs/run_detail.h"
#include "pages/runs/run_list.h"
#include "theme/theme.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {
namespace {

const auto kAll = u"all"_s;
const auto kCompare = u"compare/"_s;
constexpr int kNameField = 320;
constexpr int kStatusMs = 1000;

class RunsPage : public Page {
    Q_OBJECT
public:
    explicit RunsPage(const Context& context);

    void activate() override;
    void deactivate() override;
    QString place() const override { return place_; }
    void goTo(const QString& place) override;
    QStringList breadcrumb() const override;
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject& state) override;

private:
    RunActions makeActions();
    QAction* act(const QString& id, std::string_view icon, const QKeySequence& shortcut, std::function<void(const runs::RunOverview&)> run);
    void makeMoves();
    void open(const QString& place);
    void compare(const QStringList& ids);
    void step(int by);
    void watch();
    void refresh();
    void writeActions();
    void writeStatus();
    void openRename();
    bool isList() const { return place_.isEmpty(); }
    bool isCompare() const { return place_.startsWith(kCompare); }
    /// What the commands are for.
    std::vector<runs::RunOverview> chosen() const;

    RunActs* acts_;
    RunActions actions_;
    QString place_;
    QString renamed_;  ///< the run whose name is asked for
    QLineEdit* name_;
    InlineForm* nameForm_;
    QStackedWidget* stack_;
    RunList* list_;
    RunDetail* detail_;
    CompareView* compare_;
    QTimer soon_;
    QTimer status_;
};

RunsPage::RunsPage(const Context& context)
    : Page(context),
      acts_(new RunActs(context, this)),
      actions_(makeActions()),
      name_(new QLineEdit),
      nameForm_(new InlineForm(name_, kNameField)),
      stack_(new QStackedWidget) {
    list_ =
        new RunList(context, {actions_.stop, actions_.pause, actions_.goOn, actions_.resume, actions_.checkpoint, actions_.compare,
                              actions_.rename, actions_.reveal, actions_.copyId, actions_.archive, actions_.unarchive, actions_.remove});
    detail_ = new RunDetail(context, *acts_, actions_);
    compare_ = new CompareView(context);
    // The detail reaches the page's edge, where it scrolls.
    const auto inset = [](QWidget* view) {
        auto* outer = new QWidget;
        auto* row = new QHBoxLayout(outer);
        row->setContentsMargins(0, 0, theme::space(6), 0);
        row->addWidget(view);
        return outer;
    };
    stack_->addWidget(inset(list_));
    stack_->addWidget(detail_);
    stack_->addWidget(inset(compare_));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme::space(6), theme::space(4), 0, 0);
    column->setSpacing(theme::space(3));
    column->addWidget(stack_, 1);
    auto* form = new QHBoxLayout;
    form->setContentsMargins(0, 0, theme::space(6), 0);
    form->addWidget(nameForm_);
    column->insertLayout(0, form);
    makeMoves();
    watch();
    controls::say(*this, [this] {
        nameForm_->setWords(tr("Name"), tr("The run's folder and its id stay as they are."), tr("Rename"));
        writeActions();
        writeStatus();
    });
}

QAction* RunsPage::act(const QString& id, std::string_view icon, const QKeySequence& shortcut,
                       std::function<void(const runs::RunOverview&)> run) {
    return addCommand(u"runs."_s + id, icon, shortcut, Reach::page, [this, run = std::move(run)] {
        if (const auto runs = chosen(); !runs.empty()) run(runs.front());
    });
}

RunActions RunsPage::makeActions() {
    using Run = runs::RunOverview;
    RunActions actions{};
    actions.stop = act(u"stop"_s, "square", {}, [this](const Run& run) { acts_->stop(run); });
    actions.pause = act(u"pause"_s, "pause", {}, [this](const Run& run) { acts_->pause(run); });
    actions.goOn = act(u"goOn"_s, "play", {}, [this](const Run& run) { acts_->goOn(run); });
    actions.resume = act(u"resume"_s, "play", {}, [this](const Run& run) { acts_->resume(run); });
    actions.checkpoint = act(u"checkpoint"_s, "save", QKeySequence(u"Ctrl+S"_s), [this](const Run& run) { acts_->checkpoint(run); });
    actions.setRate = act(u"rate"_s, "pencil", QKeySequence(u"Ctrl+L"_s), [this](const Run& run) {
        open(QString::fromStdString(run.status.id));
        detail_->openRate();
    });
    actions.rename = act(u"rename"_s, "pencil", QKeySequence(Qt::Key_F2), [this](const Run&) { openRename(); });
    actions.reveal = act(u"reveal"_s, "folder-open", {},
                         [this](const Run& run) { host().reveal(QString::fromStdString(run.directory.root().string())); });
    actions.copyId =
        act(u"copyId"_s, "copy", {}, [](const Run& run) { QGuiApplication::clipboard()->setText(QString::fromStdString(run.status.id)); });
    actions.compare = addCommand(u"runs.compare"_s, "git-compare", QKeySequence(u"Ctrl+D"_s), Reach::page, [this] {
        QStringList ids;
        for (const auto& run : chosen()) ids << QString::fromStdString(run.status.id);
        for (const auto& id : list_->ticked())
            if (!ids.contains(id)) ids << id;
        compare(ids);
    });
    const auto archive = [this](bool archived) {
        return [this, archived] {
            auto runs = chosen();
            std::erase_if(runs, [archived](const Run& run) { return !offers(run, archived ? RunAct::archive : RunAct::unarchive); });
            if (!runs.empty()) acts_->archive(runs, archived);
        };
    };
    actions.archive = addCommand(u"runs.archive"_s, "box", {}, Reach::page, archive(true));
    actions.unarchive = addCommand(u"runs.unarchive"_s, "undo-2", {}, Reach::page, archive(false));
    actions.remove = addCommand(u"runs.delete"_s, "trash-2", QKeySequence(QKeySequence::Delete), Reach::page, [this] {
        auto runs = chosen();
        std::erase_if(runs, [](const Run& run) { return !offers(run, RunAct::remove); });
        if (runs.empty()) return;
        if (!isList()) open({});
        acts_->remove(runs);
    });
    return actions;
}

void RunsPage::makeMoves() {
    auto* find = addCommand(u"runs.find"_s, "search", QKeySequence::Find, Reach::page, [this] {
        if (isList()) return list_->find();
        if (!isCompare()) detail_->find();
    });
    auto* all = addCommand(u"runs.all"_s, "chart-spline", {}, Reach::page, [this] { open({}); });
    auto* next = addCommand(u"runs.next"_s, "chevron-down", QKeySequence(u"Ctrl+Down"_s), Reach::page, [this] { step(1); });
    auto* previous = addCommand(u"runs.previous"_s, "chevron-up", QKeySequence(u"Ctrl+Up"_s), Reach::page, [this] { step(-1); });
    auto* archived = addCommand(u"runs.archived"_s, "eye", {}, Reach::page, [this] {
        open({});
        list_->showArchived(!list_->showsArchived());
    });
    connect(list_, &RunList::opened, this, &RunsPage::open);
    connect(list_, &RunList::compareWanted, this, &RunsPage::compare);
    connect(list_, &RunList::chosenChanged, this, &RunsPage::writeActions);
    connect(detail_, &RunDetail::leaveWanted, this, [this] { open({}); });
    connect(compare_, &CompareView::leaveWanted, this, [this] { open({}); });
    connect(compare_, &CompareView::idsChanged, this, [this] {
        place_ = kCompare + compare_->ids().join(u',');
        list_->setTicked(compare_->ids());
        Q_EMIT moved();
    });
    connect(nameForm_, &InlineForm::edited, this,
            [this](const QString& name) { nameForm_->setError(name.trimmed().isEmpty() ? tr("A run needs a name") : QString()); });
    connect(nameForm_, &InlineForm::applied, this, [this] {
        const auto* run = services().runs.find(renamed_);
        const auto name = name_->text().trimmed();
        if (run && name != QString::fromStdString(run->name)) acts_->rename(*run, name);
    });
    controls::say(*this, [find, all, next, previous, archived] {
        find->setText(tr("Find here"));
        all->setText(tr("All runs"));
        next->setText(tr("Next run"));
        previous->setText(tr("Previous run"));
        archived->setText(tr("Show archived runs"));
    });
}

void RunsPage::watch() {
    soon_.setSingleShot(true);
    soon_.setInterval(theme::duration(theme::Motion::progressTickMs));
    connect(&soon_, &QTimer::timeout, this, &RunsPage::refresh);
    const auto soon = [this] {
        const auto& all = services().runs.all();
        setMarked(std::ranges::any_of(all, [](const auto& run) { return bridge::isLiveState(run.status.state); }));
        if (isVisible() && !soon_.isActive()) soon_.start();
    };
    connect(&services().runs, &bridge::RunWatcher::changed, this, soon);
    connect(&services().runs, &bridge::RunWatcher::stateChanged, this, soon);
    connect(&services().projects, &bridge::Projects::membersChanged, this, &RunsPage::refresh);
    connect(acts_, &RunActs::pendingChanged, this, &RunsPage::writeActions);
    connect(&status_, &QTimer::timeout, this, &RunsPage::writeStatus);
}

void RunsPage::activate() {
    goTo(place_);
    status_.start(kStatusMs);
}

void RunsPage::deactivate() {
    status_.stop();
    // Nobody looks: nothing is followed.
    detail_->show({});
    compare_->show({});
}

void RunsPage::goTo(const QString& place) {
    place_ = place == kAll ? QString() : place;
    const bool one = !isList() && !isCompare();
    detail_->show(one ? place_ : QString());
    compare_->show(isCompare() ? place_.mid(kCompare.size()).split(u',', Qt::SkipEmptyParts) : QStringList());
    stack_->setCurrentIndex(isList() ? 0 : one ? 1 : 2);
    if (renamed_ != place_) nameForm_->hide();
    refresh();
}

void RunsPage::open(const QString& place) {
    if (place == place_) return;
    goTo(place);
    Q_EMIT moved();
}

void RunsPage::compare(const QStringList& ids) {
    if (!ids.isEmpty()) open(kCompare + ids.join(u','));
}

void RunsPage::step(int by) {
    if (isList() || isCompare()) return;
    const auto ids = list_->listed();
    const auto at = ids.indexOf(place_) + by;
    if (at >= 0 && at < ids.size()) open(ids[at]);
}

QStringList RunsPage::breadcrumb() const {
    if (isCompare()) return {tr("Compare")};
    const auto* run = isList() ? nullptr : services().runs.find(place_);
    return run ? QStringList{QString::fromStdString(run->name)} : QStringList();
}

std::vector<runs::RunOverview> RunsPage::chosen() const {
    if (isList()) return list_->chosen();
    const auto* run = services().runs.find(isCompare() ? compare_->ids().value(0) : place_);
    return run ? std::vector{*run} : std::vector<runs::RunOverview>();
}

void RunsPage::refresh() {
    // A run that was deleted, here or elsewhere, leaves the list.
    if (!isList() && !isCompare() && services().runs.isReady() && !services().runs.find(place_)) open({});
    list_->refresh();
    if (isCompare())
        compare_->refresh();
    else if (!isList())
        detail_->refresh();
    writeActions();
    writeStatus();
}

void RunsPage::writeActions() {
    const auto runs = chosen();
    const auto* run = runs.empty() ? nullptr : &runs.front();
    const auto pending = run ? acts_->pending(QString::fromStdString(run->status.id)) : std::nullopt;
    const bool one = runs.size() == 1;
    const auto put = [&](QAction* action, bool there, bool enabled, const QString& text, const QString& brief) {
        action->setText(text);
        action->setIconText(brief);
        action->setVisible(there);
        action->setEnabled(there && enabled);
    };
    const auto single = [&](QAction* action, RunAct act, const QString& text, const QString& brief, const QString& busy) {
        const bool mine = pending == act;
        put(action, one && (offers(*run, act) || mine), !pending, text, mine ? busy : brief);
    };
    const auto several = [&](QAction* action, RunAct act, const QString& text) {
        put(action, std::ranges::any_of(runs, [act](const auto& each) { return offers(each, act); }), true, text, text);
    };
    const auto always = [&](QAction* action, bool there, const QString& text) { put(action, there, true, text, text); };
    single(actions_.stop, RunAct::stop, tr("Stop the run"), tr("Stop"), tr("Stopping"));
    single(actions_.pause, RunAct::pause, tr("Pause the run"), tr("Pause"), tr("Pausing"));
    single(actions_.goOn, RunAct::goOn, tr("Continue the paused run"), tr("Continue"), tr("Continuing"));
    single(actions_.resume, RunAct::resume, tr("Resume the run"), tr("Resume"), tr("Resuming"));
    single(actions_.checkpoint, RunAct::checkpoint, tr("Write a checkpoint now"), tr("Checkpoint now"), tr("Checkpoint now"));
    single(actions_.setRate, RunAct::setRate, tr("Change the learning rate"), tr("Change the learning rate"), {});
    always(actions_.rename, one, tr("Rename"));
    always(actions_.reveal, one, tr("Show the run's folder"));
    always(actions_.copyId, one, tr("Copy the run's id"));
    put(actions_.compare, !runs.empty(), true, tr("Compare with other runs"), tr("Compare"));
    several(actions_.archive, RunAct::archive, tr("Archive"));
    several(actions_.unarchive, RunAct::unarchive, tr("Bring back from the archive"));
    several(actions_.remove, RunAct::remove, tr("Delete"));
}

void RunsPage::writeStatus() {
    const auto* run = isList() || isCompare() ? nullptr : services().runs.find(place_);
    if (!run || !bridge::isLiveState(run->status.state) || detail_->lastRow() <= 0) return setStatus({});
    const double ago = std::max(0.0, runs::unixNow() - detail_->lastRow());
    setStatus({"activity", tr("Live · last row %1 ago").arg(controls::formatDuration(ago < 10 ? std::round(ago * 10) / 10 : ago))});
}

void RunsPage::openRename() {
    const auto runs = chosen();
    if (runs.empty()) return;
    renamed_ = QString::fromStdString(runs.front().status.id);
    name_->setText(QString::fromStdString(runs.front().name));
    nameForm_->setError({});
    nameForm_->open();
}

QJsonObject RunsPage::saveState() const {
    return {
        {u"place"_s, place_}, {u"list"_s, list_->saveState()}, {u"detail"_s, detail_->saveState()}, {u"compare"_s, compare_->saveState()}};
}

void RunsPage::restoreState(const QJsonObject& state) {
    place_ = state[u"place"_s].toString();
    list_->restoreState(state[u"list"_s].toObject());
    detail_->restoreState(state[u"detail"_s].toObject());
    compare_->restoreState(state[u"compare"_s].toObject());
}

}  // namespace

PageInfo runsPage() {
    return {u"runs"_s, "chart-spline", QT_TRANSLATE_NOOP("Pages", "Runs"),
            [](const Context& context) -> Page* { return new RunsPage(context); }};
}

}  // namespace anneal::pages

#include "runs_page.moc"
