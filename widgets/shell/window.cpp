#include "shell/window.h"

#include <QCloseEvent>
#include <QDesktopServices>
#include <QFileDialog>
#include <QGridLayout>
#include <QMimeData>
#include <QUrl>

#include "controls/words.h"
#include "shell/bell_list.h"
#include "shell/desktop_notifier.h"
#include "shell/event_notes.h"
#include "shell/job_tray.h"
#include "shell/notification_words.h"
#include "shell/palette.h"
#include "shell/project_menu.h"
#include "shell/question_sheet.h"
#include "shell/rail.h"
#include "shell/shortcut_sheet.h"
#include "shell/status_line.h"
#include "shell/top_bar.h"
#include "shell/welcome.h"
#include "theme/icons.h"
#include "theme/paint.h"

using namespace Qt::StringLiterals;

namespace anneal::shell {
namespace {

constexpr QSize kSmallest{1024, 700};
constexpr QSize kUsual{1440, 900};
constexpr int kPaletteTop = 96;

const auto kGeometry = u"window.geometry"_s;
const auto kPage = u"window.page"_s;
const auto kPlace = u"window.place"_s;

QStringList filesOf(const QMimeData& data) {
    QStringList files;
    for (const auto& url : data.urls())
        if (url.isLocalFile()) files << url.toLocalFile();
    return files;
}

}  // namespace

Window::Window(bridge::Services& services, std::vector<pages::PageInfo> infos)
    : services_(services),
      stack_(new PageStack(std::move(infos), {services, *this})),
      commands_(*stack_, services),
      top_(new TopBar(services)),
      rail_(new Rail(stack_->infos())),
      status_(new StatusLine(services.gauges)),
      layers_(new Layers(*this)),
      toasts_(new controls::ToastStack(*this, theme::px(theme::Size::statusbar))),
      palette_(new Palette(commands_)),
      tray_(new JobTray(*this)),
      bell_(new BellList(services.notifications, *this)),
      projects_(new ProjectMenu(services, *this)),
      shortcutSheet_(new ShortcutSheet),
      desktop_(new DesktopNotifier(this)) {
    setMinimumSize(kSmallest);
    resize(kUsual);
    setAcceptDrops(true);
    auto* grid = new QGridLayout(this);
    grid->setSpacing(0);
    grid->addWidget(top_, 0, 0, 1, 2);
    grid->addWidget(rail_, 1, 0);
    grid->addWidget(stack_, 1, 1);
    grid->addWidget(status_, 2, 0, 1, 2);
    grid->setRowStretch(1, 1);
    grid->setColumnStretch(1, 1);
    for (auto* layer : std::initializer_list<Layer*>{palette_, tray_, bell_, projects_, shortcutSheet_}) layer->setParent(this);

    connect(rail_, &Rail::chosen, this, [this](const QString& page) { stack_->show(page); });
    connect(stack_, &PageStack::moved, this, [this] {
        rail_->setCurrent(stack_->currentId());
        showTitle();
    });
    connect(stack_, &PageStack::statusChanged, this, &Window::showStatus);
    connect(stack_, &PageStack::markedChanged, rail_, &Rail::setMarked);
    connect(stack_, &PageStack::madePage, this, [this](pages::Page* page) {
        for (auto* action : page->actions())
            if (pages::reachesWindow(*action)) addAction(action);
    });

    wireTop();
    wireLayers();
    new EventNotes(services, this);
    makeCommands();
    controls::say(*this, [this] {
        showTitle();
        showStatus();
        showTray();
        if (layers_->isOpen(*shortcutSheet_)) shortcutSheet_->show(shortcuts());
    });
}

// Pages may still speak while they go; there is no line left to say it in.
Window::~Window() { stack_->disconnect(this); }

void Window::wireTop() {
    const auto opens = [this](Layer& layer, QWidget& button, Qt::Alignment side) {
        return [this, &layer, &button, side] { layers_->open(layer, Layers::below(button, side), &button); };
    };
    connect(top_, &TopBar::searchClicked, this, &Window::openPalette);
    connect(top_, &TopBar::projectClicked, this, [this] { openProjects(false); });
    connect(top_, &TopBar::trayClicked, this, opens(*tray_, top_->trayButton(), Qt::AlignRight));
    connect(top_, &TopBar::bellClicked, this, opens(*bell_, top_->bellButton(), Qt::AlignRight));
    trayTick_.setSingleShot(true);
    trayTick_.setInterval(theme::duration(theme::Motion::progressTickMs));
    connect(&trayTick_, &QTimer::timeout, this, &Window::showTray);
    const auto soon = [this] {
        if (!trayTick_.isActive()) trayTick_.start();
    };
    for (const auto signal : {&bridge::Jobs::started, &bridge::Jobs::changed, &bridge::Jobs::ended, &bridge::Jobs::forgotten})
        connect(&services_.jobs, signal, this, soon);
    connect(&services_.runs, &bridge::RunWatcher::changed, this, soon);
}

void Window::wireLayers() {
    connect(palette_, &Palette::done, this, [this] { layers_->close(*palette_); });
    connect(palette_, &Palette::resized, layers_, &Layers::place);
    connect(projects_, &ProjectMenu::done, this, [this] { layers_->close(*projects_); });
    connect(projects_, &ProjectMenu::resized, layers_, &Layers::place);
    for (auto* list : std::initializer_list<ListLayer*>{tray_, bell_}) {
        connect(list, &ListLayer::left, this, [this, list] { layers_->close(*list); });
        connect(list, &ListLayer::resized, layers_, &Layers::place);
    }
    const auto trayOpen = [this] { top_->setTrayOpen(layers_->isOpen(*tray_)); };
    connect(layers_, &Layers::opened, this, trayOpen);
    connect(layers_, &Layers::closed, this, [this, trayOpen](Layer* closed) {
        trayOpen();
        // What one has seen is not new any more; while one looks it still shows as such.
        if (closed == bell_) services_.notifications.markAllRead();
    });
    connect(&services_.notifications, &bridge::Notifications::added, this, &Window::tell);
    connect(desktop_, &DesktopNotifier::followed, this, [this](const QString& key) {
        raise();
        activateWindow();
        for (const auto& each : services_.notifications.all())
            if (const auto said = wordsOf(each); QString::number(each.id) == key && has(said.page)) go(said.page, said.place);
    });
}

void Window::restore() {
    restoreGeometry(QByteArray::fromBase64(services_.state.value(kGeometry).toString().toLatin1()));
    if (!services_.settings.welcomed()) welcome();
    const auto page = services_.state.value(kPage).toString();
    const bool known = stack_->has(page);
    stack_->show(known ? page : stack_->infos().front().id, known ? services_.state.value(kPlace).toString() : QString());
}

QAction* Window::addCommand(const QString& id, const char* icon, const QList<QKeySequence>& shortcuts, std::function<void()> run) {
    auto* action = new QAction(this);
    action->setObjectName(id);
    action->setIcon(theme::icon(icon));
    action->setShortcuts(shortcuts);
    connect(action, &QAction::triggered, this, [this, run = std::move(run)] {
        if (!welcome_) run();
    });
    addAction(action);
    return action;
}

void Window::makeCommands() {
    addCommand(u"window.palette"_s, "search", {QKeySequence(u"Ctrl+K"_s)}, [this] { openPalette(); });
    auto* back = addCommand(u"window.back"_s, "chevron-left", {QKeySequence(u"Alt+Left"_s)}, [this] { stack_->goBack(); });
    auto* forward = addCommand(u"window.forward"_s, "chevron-right", {QKeySequence(u"Alt+Right"_s)}, [this] { stack_->goForward(); });
    auto* sheet =
        addCommand(u"window.shortcuts"_s, "keyboard", {QKeySequence(Qt::Key_F1), QKeySequence(u"Ctrl+/"_s)}, [this] { openShortcuts(); });
    auto* project = addCommand(u"window.new_project"_s, "plus", {}, [this] { openProjects(true); });
    auto* jobs = addCommand(u"window.jobs"_s, "activity", {QKeySequence(u"Ctrl+J"_s)}, [this] { Q_EMIT top_->trayClicked(); });
    auto* bell = addCommand(u"window.notifications"_s, "bell", {}, [this] { Q_EMIT top_->bellClicked(); });
    for (auto* command : {back, forward, project, jobs, bell, sheet}) commands_.add(*command);
    for (const auto& info : stack_->infos())
        addCommand(u"window.go."_s + info.id, info.icon.c_str(), {pageShortcut(info.id, stack_->infos())},
                   [this, id = info.id] { stack_->show(id); });
    const auto enable = [this, back, forward] {
        back->setEnabled(stack_->canGoBack());
        forward->setEnabled(stack_->canGoForward());
    };
    connect(stack_, &PageStack::moved, this, enable);
    controls::say(*this, [=] {
        back->setText(tr("Back"));
        forward->setText(tr("Forward"));
        project->setText(tr("New project"));
        jobs->setText(tr("Show jobs"));
        bell->setText(tr("Show notifications"));
        sheet->setText(tr("Show all shortcuts"));
    });
}

bool Window::has(const QString& page) const { return stack_->has(page); }
void Window::go(const QString& page, const QString& place) { stack_->show(page, place); }
void Window::toast(controls::ToastText text) { toasts_->show(std::move(text)); }

void Window::ask(pages::Question question, std::function<void()> yes) {
    auto* sheet = new QuestionSheet(question);
    connect(sheet, &QuestionSheet::answered, this, [this, sheet, yes = std::move(yes)](bool agreed) {
        layers_->close(*sheet);
        if (agreed) yes();
    });
    connect(layers_, &Layers::closed, sheet, [sheet](Layer* closed) {
        if (closed == sheet) sheet->deleteLater();
    });
    layers_->open(*sheet, Layers::centred(kPaletteTop));
}

void Window::chooseFiles(const pages::FileChoice& choice, std::function<void(const QStringList&)> chosen) {
    const auto key = u"files."_s + choice.filter + (choice.folder ? u"/"_s : QString());
    auto* dialog = new QFileDialog(this, choice.title, services_.state.value(key).toString(QDir::homePath()), choice.filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (!choice.saveAs.isEmpty()) {
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->selectFile(choice.saveAs);
    } else {
        dialog->setFileMode(choice.folder ? QFileDialog::Directory : choice.many ? QFileDialog::ExistingFiles : QFileDialog::ExistingFile);
    }
    connect(dialog, &QFileDialog::filesSelected, this, [this, key, dialog, chosen = std::move(chosen)](const QStringList& files) {
        services_.state.setValue(key, dialog->directory().absolutePath());
        if (!files.isEmpty()) chosen(files);
    });
    dialog->open();
}

void Window::reveal(const QString& path) {
    const QFileInfo info(path);
    QDesktopServices::openUrl(QUrl::fromLocalFile(info.isDir() ? path : info.absolutePath()));
}

void Window::welcome() {
    welcome_ = new Welcome({services_, *this}, this);
    connect(welcome_, &Welcome::homeChosen, this, &Window::homeChosen);
    connect(welcome_, &Welcome::done, this, [this] {
        services_.settings.setWelcomed();
        std::exchange(welcome_, nullptr)->deleteLater();
        rail_->setFocus(Qt::OtherFocusReason);
    });
}

void Window::openPalette() {
    palette_->refill();
    layers_->open(*palette_, Layers::centred(kPaletteTop));
}

void Window::openProjects(bool forName) {
    if (forName) projects_->askForName();
    projects_->refill();
    layers_->open(*projects_, Layers::below(top_->projectButton(), Qt::AlignLeft), &top_->projectButton());
}

void Window::openShortcuts() {
    shortcutSheet_->show(shortcuts());
    layers_->open(*shortcutSheet_, Layers::centred(kPaletteTop));
}

std::vector<pages::ShortcutGroup> Window::shortcuts() const {
    std::vector<pages::ShortcutGroup> groups{{tr("Window"), {{tr("Search or run a command"), keysOf(QKeySequence(u"Ctrl+K"_s))}}}};
    const auto add = [](pages::ShortcutGroup& group, const QAction& action) {
        if (!action.text().isEmpty() && !action.shortcut().isEmpty()) group.rows.push_back({action.text(), keysOf(action.shortcut())});
    };
    for (const auto* action : actions())
        if (action->parent() == this) add(groups.front(), *action);
    groups.front().rows.push_back({tr("Close what lies on top"), {tr("Esc")}});
    for (const auto& info : stack_->infos())
        if (const auto keys = keysOf(pageShortcut(info.id, stack_->infos())); !keys.isEmpty())
            groups.front().rows.push_back({tr("Go to %1").arg(info.name()), keys});
    for (const auto& info : stack_->infos()) {
        pages::ShortcutGroup group{info.name(), {}};
        if (const auto* page = stack_->made(info.id))
            for (const auto* action : page->actions()) add(group, *action);
        if (!group.rows.empty()) groups.push_back(std::move(group));
    }
    return groups;
}

void Window::tell(const bridge::Notification& notification) {
    const auto said = wordsOf(notification);
    controls::ToastText text{.tone = said.tone, .title = said.title, .detail = said.detail};
    if (!said.link.isEmpty() && has(said.page)) {
        text.link = said.link;
        text.follow = [this, said] { go(said.page, said.place); };
    }
    toast(std::move(text));
    if (!isActiveWindow()) desktop_->tell(QString::number(notification.id), said.title, said.detail);
}

void Window::showStatus() {
    const auto* page = stack_->current();
    status_->setStatus(page && !page->status().text.isEmpty() ? page->status() : pages::PageStatus{"check", tr("All changes saved")});
}

void Window::showTitle() {
    QStringList names;
    if (const auto* page = stack_->current()) {
        names = page->breadcrumb();
        for (const auto& info : stack_->infos())
            if (info.id == stack_->currentId()) names << info.name();
    }
    setWindowTitle((names << u"Anneal Studio"_s).join(u" – "_s));
}

void Window::showTray() {
    const auto state = trayState(services_);
    top_->showTray(state);
    tray_->show(state);
}

void Window::makeRest() {
    if (stack_->makeNext()) QTimer::singleShot(0, this, &Window::makeRest);
}

void Window::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    theme::fillRect(painter, rect(), theme::color(theme::Role::window));
    if (std::exchange(painted_, true)) return;
    QTimer::singleShot(0, this, [this] {
        Q_EMIT painted();
        makeRest();
    });
}

void Window::closeEvent(QCloseEvent* event) {
    stack_->saveState();
    services_.state.setValue(kGeometry, QString::fromLatin1(saveGeometry().toBase64()));
    services_.state.setValue(kPage, stack_->currentId());
    services_.state.setValue(kPlace, stack_->current() ? stack_->current()->place() : QString());
    QWidget::closeEvent(event);
}

void Window::dragEnterEvent(QDragEnterEvent* event) {
    if (const auto files = filesOf(*event->mimeData()); !files.isEmpty() && stack_->accepts(files)) event->acceptProposedAction();
}

void Window::dropEvent(QDropEvent* event) {
    if (stack_->open(filesOf(*event->mimeData()))) event->acceptProposedAction();
}

}  // namespace anneal::shell
