#include "pages/chat/chat_page.h"

#include <QFileInfo>
#include <QKeyEvent>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "controls/buttons.h"
#include "controls/page_header.h"
#include "controls/segments.h"
#include "controls/side_panel.h"
#include "controls/tabs.h"
#include "controls/words.h"
#include "pages/chat/cases_view.h"
#include "pages/chat/composer.h"
#include "pages/chat/conversation_pane.h"
#include "pages/chat/history_view.h"
#include "pages/chat/settings_panel.h"
#include "pages/chat/trial_view.h"
#include "theme/theme.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {
namespace {

constexpr int kPanelWidth = 300;
constexpr int kLeastMain = 720;

class ChatPage : public Page {
    Q_OBJECT
public:
    explicit ChatPage(const Context& context);

    void activate() override;
    void deactivate() override;
    QString place() const override;
    void goTo(const QString& place) override;
    QStringList breadcrumb() const override;
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject& state) override;
    bool accepts(const QStringList& files) const override;
    void open(const QStringList& files) override;

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    enum View { conversation, cases, history, trial };

    QWidget* makeMain();
    void makeCommands();
    void watch();
    void bring(View view);
    View view() const { return View(stack_->currentIndex()); }
    void chooseModel(std::size_t side, const QString& key);
    void chooseFile(std::size_t side);
    void addFile(std::size_t side, const QString& file);
    void chooseWanted();
    void chooseDefault();
    void setPaired(bool paired);
    void begin();
    void saveCase();
    void askCase(const ChatCase& wanted);
    void compare();
    void freeMemory();
    void refresh();

    Talk talk_;
    ChoiceList choices_;
    TrialRunner trial_;
    controls::PageHeader* header_;
    controls::Segments* mode_;
    QPushButton* settings_;
    QPushButton* new_;
    controls::Tabs* tabs_;
    QStackedWidget* stack_;
    ConversationPane* pane_;
    CasesView* cases_;
    HistoryView* history_;
    TrialView* trialView_;
    SettingsPanel* panel_;
    controls::SidePanel* side_;
    std::array<QString, kSides> wanted_;  ///< keys of models that are not known yet
    QString wantedPlace_;                 ///< a run or a file that is not known yet
    std::vector<std::pair<QAction*, std::function<QString()>>> commands_;
    std::array<QAction*, 3> verdicts_{};
    QAction* stop_ = nullptr;
};

ChatPage::ChatPage(const Context& context)
    : Page(context),
      talk_(context.services),
      choices_(context.services),
      trial_(talk_, context.services.documents),
      header_(new controls::PageHeader({})),
      mode_(new controls::Segments({}, {{}, {}})),
      settings_(controls::makeButton(theme::Kind::secondary, {}, "sliders-horizontal")),
      new_(controls::makeButton(theme::Kind::secondary, {}, "message-square-plus")),
      tabs_(new controls::Tabs({})),
      stack_(new QStackedWidget),
      pane_(new ConversationPane(context, talk_, choices_)),
      cases_(new CasesView(context)),
      history_(new HistoryView(context)),
      trialView_(new TrialView(trial_)),
      panel_(new SettingsPanel(talk_)) {
    side_ = new controls::SidePanel(makeMain(), panel_, kLeastMain);
    side_->setPanelWidth(kPanelWidth);
    settings_->hide();
    auto* whole = new QVBoxLayout(this);
    whole->addWidget(side_);
    makeCommands();
    watch();
    controls::say(*this, [this] {
        header_->setTitle(tr("Chat"));
        mode_->setAccessibleName(tr("How many models"));
        mode_->setText(0, tr("Side by side"));
        mode_->setText(1, tr("One model"));
        settings_->setText(tr("Settings"));
        new_->setText(tr("New chat"));
        tabs_->setAccessibleName(tr("Parts of Chat"));
        for (const auto& [command, text] : commands_) command->setText(text());
        refresh();
    });
}

QWidget* ChatPage::makeMain() {
    header_->addAction(mode_);
    header_->addAction(settings_);
    header_->addAction(new_);
    for (int i = 0; i < 3; ++i) tabs_->add({});
    for (auto* view : std::initializer_list<QWidget*>{pane_, cases_, history_, trialView_}) stack_->addWidget(view);
    auto* main = new QWidget;
    auto* column = new QVBoxLayout(main);
    column->setContentsMargins(theme::space(6), theme::space(5), theme::space(4), theme::space(4));
    column->setSpacing(theme::space(3));
    auto* top = new QHBoxLayout;
    top->setContentsMargins(0, 0, theme::space(2), 0);
    top->addWidget(header_);
    column->addLayout(top);
    column->addWidget(tabs_);
    column->addWidget(stack_, 1);
    return main;
}

void ChatPage::makeCommands() {
    const auto add = [this](const QString& id, const char* icon, const QKeySequence& keys, std::function<void()> run,
                            std::function<QString()> text) {
        auto* command = addCommand(u"chat."_s + id, icon, keys, Reach::page, std::move(run));
        commands_.emplace_back(command, std::move(text));
        return command;
    };
    add(
        u"new"_s, "message-square-plus", QKeySequence(u"Ctrl+Shift+N"_s), [this] { begin(); }, [] { return tr("New chat"); });
    add(
        u"ask"_s, "send-horizontal", {},
        [this] {
            bring(conversation);
            pane_->composer().focusText();
        },
        [] { return tr("Write a prompt"); });
    stop_ = add(
        u"stop"_s, "square", QKeySequence(u"Ctrl+."_s), [this] { trial_.isAsking() ? trial_.stop() : talk_.stop(); },
        [] { return tr("Stop answering"); });
    add(
        u"again"_s, "refresh-cw", QKeySequence(u"Ctrl+Shift+R"_s),
        [this] {
            for (std::size_t side = 0; side < kSides; ++side)
                if (talk_.isShown(side)) talk_.again(side);
        },
        [] { return tr("Answer again with the next seed"); });
    add(
        u"paired"_s, "columns-3", QKeySequence(u"Ctrl+Shift+D"_s), [this] { setPaired(!talk_.isPaired()); },
        [] { return tr("One model or two side by side"); });
    add(
        u"keep"_s, "bookmark", QKeySequence(u"Ctrl+Shift+S"_s), [this] { saveCase(); },
        [] { return tr("Save the prompt as an evaluation case"); });
    add(
        u"conversation"_s, "messages-square", QKeySequence(u"Alt+1"_s), [this] { bring(conversation); },
        [] { return tr("Go to the conversation"); });
    add(
        u"cases"_s, "bookmark", QKeySequence(u"Alt+2"_s), [this] { bring(cases); }, [] { return tr("Go to the evaluation cases"); });
    add(
        u"history"_s, "clock", QKeySequence(u"Alt+3"_s), [this] { bring(history); }, [] { return tr("Go to earlier conversations"); });
    add(
        u"compare"_s, "scale", {}, [this] { compare(); }, [] { return tr("Compare two models blind on the cases"); });
    add(
        u"import"_s, "upload", {},
        [this] {
            bring(cases);
            cases_->chooseImport();
        },
        [] { return tr("Import evaluation cases"); });
    add(
        u"export"_s, "download", {}, [this] { cases_->chooseExport(); }, [] { return tr("Export evaluation cases"); });
    add(
        u"open"_s, "folder-open", {}, [this] { chooseFile(Talk::kTuned); }, [] { return tr("Chat with a GGUF file or a folder"); });
    add(
        u"free"_s, "memory-stick", {}, [this] { freeMemory(); }, [] { return tr("Free the memory of both models"); });
    using Verdict = BlindTrial::Verdict;
    verdicts_ = {add(
                     u"left"_s, "thumbs-up", QKeySequence(u"1"_s), [this] { trialView_->judge(Verdict::left); },
                     [] { return tr("Answer A is better"); }),
                 add(
                     u"even"_s, "scale", QKeySequence(u"2"_s), [this] { trialView_->judge(Verdict::even); },
                     [] { return tr("Both answers are the same"); }),
                 add(
                     u"right"_s, "thumbs-up", QKeySequence(u"3"_s), [this] { trialView_->judge(Verdict::right); },
                     [] { return tr("Answer B is better"); })};
}

void ChatPage::watch() {
    connect(mode_, &controls::Segments::chosenChanged, this, [this](int chosen) { setPaired(chosen == 0); });
    connect(settings_, &QPushButton::clicked, this, [this] { side_->setOpen(!side_->isOpen()); });
    connect(side_, &controls::SidePanel::foldedChanged, settings_, &QWidget::setVisible);
    connect(new_, &QPushButton::clicked, this, &ChatPage::begin);
    connect(tabs_, &QTabBar::currentChanged, this, [this](int tab) { bring(tab == cases && view() == trial ? trial : View(tab)); });
    connect(pane_, &ConversationPane::modelChosen, this, &ChatPage::chooseModel);
    connect(pane_, &ConversationPane::modelElsewhere, this, &ChatPage::chooseFile);
    connect(pane_, &ConversationPane::kept, this, [this](const QString& text) {
        panel_->setExpected(text);
        side_->setOpen(true);
    });
    connect(panel_, &SettingsPanel::caseWanted, this, &ChatPage::saveCase);
    connect(panel_, &SettingsPanel::freeWanted, this, &ChatPage::freeMemory);
    connect(cases_, &CasesView::askWanted, this, &ChatPage::askCase);
    connect(cases_, &CasesView::compareWanted, this, &ChatPage::compare);
    connect(cases_, &CasesView::countChanged, this, &ChatPage::refresh);
    connect(history_, &HistoryView::countChanged, this, &ChatPage::refresh);
    connect(history_, &HistoryView::opened, this, [this](const QString& id) {
        talk_.open(id);
        bring(conversation);
    });
    connect(history_, &HistoryView::removed, this, [this](const QString& id) {
        if (id == talk_.id()) talk_.begin();
    });
    connect(trialView_, &TrialView::left, this, [this] { bring(cases); });
    connect(&trial_, &TrialRunner::changed, this, &ChatPage::refresh);
    connect(&talk_, &Talk::stateChanged, this, &ChatPage::refresh);
    connect(&talk_, &Talk::turnsChanged, this, &ChatPage::refresh);
    connect(&talk_, &Talk::settingsChanged, this, &ChatPage::refresh);
    connect(&choices_, &ChoiceList::changed, this, &ChatPage::chooseWanted);
    const auto reload = [this] {
        if (isVisible()) choices_.reload();
    };
    connect(&services().models, &bridge::ModelList::changed, this, reload);
    connect(&services().runs, &bridge::RunWatcher::stateChanged, this, reload);
    connect(&services().runs, &bridge::RunWatcher::ended, this, reload);
    connect(&services().projects, &bridge::Projects::membersChanged, this, reload);
}

void ChatPage::activate() {
    choices_.reload();
    refresh();
}

void ChatPage::deactivate() {
    if (panel_->freesMemory() && !talk_.isBusy()) freeMemory();
}

QString ChatPage::place() const {
    switch (view()) {
        case conversation: return {};
        case cases: return u"cases"_s;
        case history: return u"history"_s;
        case trial: return u"trial"_s;
    }
    Q_UNREACHABLE();
}

void ChatPage::goTo(const QString& place) {
    if (place.isEmpty()) return bring(conversation);
    if (place == u"cases"_s) return bring(cases);
    if (place == u"history"_s) return bring(history);
    if (place == u"trial"_s) return bring(trial_.trial().isEmpty() ? cases : trial);
    bring(conversation);
    if (place.contains(u'/') && !choices_.find(place)) choices_.setFiles(choices_.files() + QStringList{place});
    wantedPlace_ = place;
    choices_.isReady() ? chooseWanted() : choices_.reload();
}

QStringList ChatPage::breadcrumb() const {
    switch (view()) {
        case conversation: return talk_.conversation().isEmpty() ? QStringList() : QStringList{talk_.conversation().title().left(60)};
        case cases: return {tr("Evaluation cases")};
        case history: return {tr("History")};
        case trial: return {tr("Evaluation cases"), tr("Blind comparison")};
    }
    Q_UNREACHABLE();
}

QJsonObject ChatPage::saveState() const {
    QJsonArray models;
    for (std::size_t side = 0; side < kSides; ++side) {
        const auto& chosen = talk_.side(side).chosen();
        models.append(chosen ? chosen->key() : wanted_[side]);
    }
    return {{u"paired"_s, talk_.isPaired()},
            {u"models"_s, models},
            {u"files"_s, QJsonArray::fromStringList(choices_.files())},
            {u"settings"_s, talk_.settings().json()},
            {u"view"_s, place()},
            {u"conversation"_s, talk_.id()},
            {u"system"_s, talk_.conversation().system},
            {u"shows_system"_s, pane_->composer().showsSystem()},
            {u"prompt"_s, pane_->composer().text()},
            {u"expected"_s, panel_->expected()},
            {u"frees"_s, panel_->freesMemory()}};
}

void ChatPage::restoreState(const QJsonObject& state) {
    talk_.setSettings(AnswerSettings::fromJson(state[u"settings"_s].toObject()));
    setPaired(state[u"paired"_s].toBool(true));
    for (std::size_t side = 0; side < kSides; ++side) wanted_[side] = state[u"models"_s][qsizetype(side)].toString();
    QStringList files;
    for (const auto& file : state[u"files"_s].toArray()) files << file.toString();
    choices_.setFiles(files);
    talk_.setSystem(state[u"system"_s].toString());
    talk_.open(state[u"conversation"_s].toString());
    if (talk_.id().isEmpty()) talk_.begin();
    pane_->composer().setShowsSystem(state[u"shows_system"_s].toBool());
    pane_->composer().setText(state[u"prompt"_s].toString());
    panel_->setExpected(state[u"expected"_s].toString());
    panel_->setFreesMemory(state[u"frees"_s].toBool());
    goTo(state[u"view"_s].toString());
    refresh();
}

bool ChatPage::accepts(const QStringList& files) const {
    if (files.size() != 1) return false;
    const auto suffix = QFileInfo(files.first()).suffix();
    return suffix == u"gguf"_s || (isVisible() && view() == cases && suffix == u"jsonl"_s);
}

void ChatPage::open(const QStringList& files) {
    if (files.first().endsWith(u".jsonl"_s)) return cases_->importFile(files.first());
    addFile(Talk::kTuned, files.first());
}

void ChatPage::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && talk_.isBusy()) return stop_->trigger();
    Page::keyPressEvent(event);
}

void ChatPage::bring(View view) {
    const QSignalBlocker quiet(tabs_);
    tabs_->setCurrentIndex(view == trial ? int(cases) : int(view));
    stack_->setCurrentIndex(view);
    refresh();
    Q_EMIT moved();
}

void ChatPage::chooseModel(std::size_t side, const QString& key) {
    if (const auto* choice = choices_.find(key)) talk_.side(side).choose(*choice);
}

void ChatPage::chooseFile(std::size_t side) {
    host().chooseFiles({.title = tr("Open a model"),
                        .filter = tr("Models (*.gguf config.json adapter_config.json)"),
                        .folder = false,
                        .many = false,
                        .saveAs = {}},
                       [this, side](const QStringList& files) { addFile(side, files.first()); });
}

void ChatPage::addFile(std::size_t side, const QString& file) {
    const QFileInfo info(file);
    const auto model = info.suffix() == u"gguf"_s ? info.absoluteFilePath() : info.isDir() ? info.absoluteFilePath() : info.absolutePath();
    bring(conversation);
    if (choices_.find(model)) return chooseModel(side, model);
    wanted_[side] = model;
    talk_.side(side).choose({});
    choices_.setFiles(choices_.files() + QStringList{model});
}

void ChatPage::chooseWanted() {
    for (std::size_t side = 0; side < kSides; ++side) {
        if (const auto* choice = choices_.find(wanted_[side])) {
            talk_.side(side).choose(*choice);
            wanted_[side].clear();
        }
    }
    if (!wantedPlace_.isEmpty()) {
        const auto* choice = choices_.find(wantedPlace_);
        if (!choice) choice = choices_.ofRun(wantedPlace_);
        if (choice) {
            talk_.side(Talk::kTuned).choose(*choice);
            if (const auto* base = choices_.baseOf(*choice)) talk_.side(Talk::kBase).choose(*base);
            wantedPlace_.clear();
        }
    }
    chooseDefault();
    refresh();
}

/// What was trained last against what it was before.
void ChatPage::chooseDefault() {
    auto& tuned = talk_.side(Talk::kTuned);
    auto& base = talk_.side(Talk::kBase);
    if (!tuned.chosen() && !base.chosen()) {
        const auto& all = choices_.all();
        const auto made = std::ranges::find(all, models::ModelChoice::Kind::run, &models::ModelChoice::kind);
        if (made != all.end())
            tuned.choose(*made);
        else if (!all.empty())
            tuned.choose(all.front());
    }
    if (!tuned.chosen() || base.chosen()) return;
    if (const auto* before = choices_.baseOf(*tuned.chosen())) base.choose(*before);
}

void ChatPage::setPaired(bool paired) {
    mode_->choose(paired ? 0 : 1);
    talk_.setPaired(paired);
}

void ChatPage::begin() {
    talk_.begin();
    panel_->setExpected({});
    bring(conversation);
    pane_->composer().focusText();
}

void ChatPage::saveCase() {
    const auto& talk = talk_.conversation();
    if (talk.isEmpty()) return;
    ChatCase wanted;
    wanted.messages = talk.messages(Talk::kTuned, talk.turns.size() - 1);
    wanted.expected = panel_->expected().trimmed();
    cases_->keep(wanted);
    panel_->setExpected({});
    host().toast({controls::Tone::success, tr("Saved as an evaluation case"), wanted.name(), tr("Show"), [this] { bring(cases); }});
}

void ChatPage::askCase(const ChatCase& wanted) {
    talk_.begin();
    const auto& first = wanted.messages.front();
    const bool system = first.value("role", std::string()) == "system";
    talk_.setSystem(system ? QString::fromStdString(first.value("content", std::string())) : QString());
    panel_->setExpected(wanted.expected);
    pane_->composer().setText(wanted.prompt());
    bring(conversation);
    pane_->composer().focusText();
}

void ChatPage::compare() {
    if (!trial_.trial().isEmpty()) return bring(trial);
    if (cases_->count() == 0 || talk_.isBusy() || !talk_.side(0).chosen() || !talk_.side(1).chosen()) return bring(cases);
    trial_.begin(cases_->cases());
    bring(trial);
}

void ChatPage::freeMemory() {
    for (std::size_t side = 0; side < kSides; ++side) talk_.side(side).unload();
}

void ChatPage::refresh() {
    const auto count = [](const QString& name, int number) { return number > 0 ? name + u' ' + QString::number(number) : name; };
    tabs_->setTabText(conversation, tr("Conversation"));
    tabs_->setTabText(cases, count(tr("Evaluation cases"), cases_->count()));
    tabs_->setTabText(history, count(tr("History"), history_->count()));
    header_->setFacts(talk_.isPaired() ? tr("Side by side on one prompt") : tr("One model"));
    mode_->setVisible(view() == conversation);
    const bool judging = view() == trial && trialView_->canJudge();
    for (auto* verdict : verdicts_) verdict->setEnabled(judging);
    stop_->setEnabled(talk_.isBusy());
    const bool ready = talk_.side(0).chosen() && talk_.side(1).chosen();
    const bool begun = !trial_.trial().isEmpty();
    cases_->setCompare(begun, begun            ? QString()
                              : !ready         ? tr("Choose two models in the conversation first")
                              : talk_.isBusy() ? tr("The models are answering; stop them first")
                                               : QString());
    setMarked(talk_.isBusy());
    const auto seed = QString::number(talk_.settings().seed);
    setStatus({"link", talk_.isPaired() ? tr("Both models read the same prompt with seed %1").arg(seed) : tr("Seed %1").arg(seed)});
}

}  // namespace

PageInfo chatPage() {
    return {u"chat"_s, "messages-square", QT_TRANSLATE_NOOP("Pages", "Chat"),
            [](const Context& context) -> Page* { return new ChatPage(context); }};
}

}  // namespace anneal::pages

#include "chat_page.moc"
