#include "shell/window.h"

#include <QCloseEvent>
#include <QDesktopServices>
#include <QFileDialog>
#include <QGridLayout>
#include <QMimeData>
#include <QUrl>

#include "controls/words.h"
#include "shell/job_tray.h"
#include "shell/palette.h"
#include "shell/question_sheet.h"
#include "shell/rail.h"
#include "shell/status_line.h"
#include "shell/top_bar.h"
#include "theme/icons.h"
#include "theme/paint.h"

using namespace Qt::StringLiterals;

namespace anneal::shell {
namespace {

constexpr QSize kSmallest{1024, 700};
constexpr QSize kUsual{1440, 900};
constexpr int kPaletteTop = 96;
constexpr int kPagesByNumber = 9;

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
      tray_(new JobTray(*this)) {
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
    for (auto* layer : {static_cast<Layer*>(palette_), static_cast<Layer*>(tray_)}) layer->setParent(this);

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

    connect(top_, &TopBar::searchClicked, this, &Window::openPalette);
    connect(top_, &TopBar::trayClicked, this,
            [this] { layers_->open(*tray_, Layers::below(top_->trayButton(), Qt::AlignRight), &top_->trayButton()); });
    connect(palette_, &Palette::done, this, [this] { layers_->close(*palette_); });
    connect(palette_, &Palette::resized, layers_, &Layers::place);
    connect(tray_, &JobTray::resized, layers_, &Layers::place);
    connect(tray_, &JobTray::left, this, [this] { layers_->close(*tray_); });
    const auto trayOpen = [this] { top_->setTrayOpen(layers_->isOpen(*tray_)); };
    connect(layers_, &Layers::opened, this, trayOpen);
    connect(layers_, &Layers::closed, this, trayOpen);

    trayTick_.setSingleShot(true);
    trayTick_.setInterval(theme::duration(theme::Motion::progressTickMs));
    connect(&trayTick_, &QTimer::timeout, this, &Window::showTray);
    const auto soon = [this] {
        if (!trayTick_.isActive()) trayTick_.start();
    };
    for (const auto signal : {&bridge::Jobs::started, &bridge::Jobs::changed, &bridge::Jobs::ended, &bridge::Jobs::forgotten})
        connect(&services.jobs, signal, this, soon);
    connect(&services.runs, &bridge::RunWatcher::changed, this, soon);

    makeCommands();
    controls::say(*this, [this] {
        showTitle();
        showStatus();
        showTray();
    });
}

Window::~Window() = default;

void Window::restore() {
    restoreGeometry(QByteArray::fromBase64(services_.state.value(kGeometry).toString().toLatin1()));
    const auto page = services_.state.value(kPage).toString();
    const bool known = stack_->has(page);
    stack_->show(known ? page : stack_->infos().front().id, known ? services_.state.value(kPlace).toString() : QString());
}

QAction* Window::addCommand(const QString& id, const char* icon, const QList<QKeySequence>& shortcuts, std::function<void()> run) {
    auto* action = new QAction(this);
    action->setObjectName(id);
    action->setIcon(theme::icon(icon));
    action->setShortcuts(shortcuts);
    connect(action, &QAction::triggered, this, std::move(run));
    addAction(action);
    return action;
}

void Window::makeCommands() {
    addCommand(u"window.palette"_s, "search", {QKeySequence(u"Ctrl+K"_s)}, [this] { openPalette(); });
    auto* back = addCommand(u"window.back"_s, "chevron-left", {QKeySequence(u"Alt+Left"_s)}, [this] { stack_->goBack(); });
    auto* forward = addCommand(u"window.forward"_s, "chevron-right", {QKeySequence(u"Alt+Right"_s)}, [this] { stack_->goForward(); });
    commands_.add(*back);
    commands_.add(*forward);
    int number = 1;
    for (const auto& info : stack_->infos())
        if (number <= kPagesByNumber)
            addCommand(u"window.page%1"_s.arg(number), info.icon.c_str(), {QKeySequence(u"Ctrl+%1"_s.arg(number++))},
                       [this, id = info.id] { stack_->show(id); });
    const auto enable = [this, back, forward] {
        back->setEnabled(stack_->canGoBack());
        forward->setEnabled(stack_->canGoForward());
    };
    connect(stack_, &PageStack::moved, this, enable);
    controls::say(*this, [back, forward] {
        back->setText(tr("Back"));
        forward->setText(tr("Forward"));
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

void Window::openPalette() {
    palette_->refill();
    layers_->open(*palette_, Layers::centred(kPaletteTop));
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
