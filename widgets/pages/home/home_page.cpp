#include "pages/home/home_page.h"

#include <QLabel>
#include <QPushButton>
#include <QStackedLayout>

#include "bridge/demo_project.h"
#include "controls/buttons.h"
#include "controls/face.h"
#include "controls/label.h"
#include "controls/page_header.h"
#include "controls/scroll_column.h"
#include "controls/words.h"
#include "pages/home/attention_card.h"
#include "pages/home/continue_card.h"
#include "pages/home/project_strip.h"
#include "pages/home/recent_runs.h"
#include "pages/home/stage.h"
#include "theme/theme.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {
namespace {

constexpr int kRightColumn = 400;
constexpr int kCardsHeight = 308;

class HomePage : public Page {
    Q_OBJECT
public:
    explicit HomePage(const Context& context);
    void activate() override { refresh(); }

private:
    QWidget* makeFull();
    void watch();
    void refresh();
    void refreshHeader();
    void openDemo();

    controls::PageHeader* header_;
    QPushButton* import_;
    QPushButton* start_;
    ProjectStrip* strip_;
    ContinueCard* continue_;
    AttentionCard* attention_;
    QWidget* recentTop_;
    RecentRuns* recent_;
    QStackedLayout* faces_;
    controls::Face* empty_;
    controls::Face* busy_;
    controls::Face* error_ = nullptr;
    QWidget* full_;
    QTimer soon_;
};

HomePage::HomePage(const Context& context)
    : Page(context),
      header_(new controls::PageHeader({})),
      import_(controls::makeButton(theme::Kind::secondary, {}, "upload")),
      start_(controls::makeButton(theme::Kind::primary, {}, "plus")),
      strip_(new ProjectStrip(context)),
      continue_(new ContinueCard(context)),
      attention_(new AttentionCard(context)),
      recent_(new RecentRuns(context)),
      faces_(new QStackedLayout),
      empty_(controls::Face::empty("house", {}, {})),
      busy_(controls::Face::busy({})),
      full_(makeFull()) {
    const bool hasData = host().has(u"data"_s), hasTrain = host().has(u"train"_s);
    header_->addAction(import_);
    header_->addAction(start_);
    connect(import_, &QPushButton::clicked, this, [this] { host().go(u"data"_s, u"import"_s); });
    connect(start_, &QPushButton::clicked, this, [this] { host().go(u"train"_s, u"new"_s); });

    auto& demo = empty_->addAction({}, [this] { openDemo(); });
    auto* bring = hasData ? &empty_->addAction({}, [this] { host().go(u"data"_s, u"import"_s); }) : nullptr;
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme::space(6), theme::space(5), 0, 0);
    column->setSpacing(theme::space(4));
    auto* top = new QHBoxLayout;
    top->setContentsMargins(0, 0, theme::space(6), 0);
    top->addWidget(header_);
    column->addLayout(top);
    column->addLayout(faces_, 1);
    for (auto* face : {static_cast<QWidget*>(busy_), static_cast<QWidget*>(empty_), full_}) faces_->addWidget(face);
    import_->setVisible(hasData);
    start_->setVisible(hasTrain);
    watch();
    controls::say(*this, [this, &demo, bring] {
        import_->setText(tr("Import data"));
        start_->setText(tr("New run"));
        empty_->setWords(
            tr("Nothing here yet"),
            tr("Bring a table of examples and choose a model that learns from them, or open the demo and see the whole loop."));
        demo.setText(tr("Open the demo"));
        if (bring) bring->setText(tr("Import data"));
        busy_->setWords(tr("Reading runs and data sets"), {});
        refreshHeader();
    });
}

QWidget* HomePage::makeFull() {
    auto* cards = new QHBoxLayout;
    cards->setSpacing(theme::space(4));
    cards->addWidget(continue_, 1);
    cards->addWidget(attention_, 1);
    continue_->setMinimumHeight(kCardsHeight);
    attention_->setMinimumHeight(kCardsHeight);
    attention_->setMaximumWidth(kRightColumn + theme::space(10));
    auto* title = new controls::Label({}, theme::TextStyle::title);
    auto* all = controls::makeButton(theme::Kind::link, {}, "arrow-right");
    all->setLayoutDirection(Qt::RightToLeft);
    connect(all, &QPushButton::clicked, this, [this] { host().go(u"runs"_s, u"all"_s); });
    recentTop_ = new QWidget;
    auto* top = new QHBoxLayout(recentTop_);
    top->addWidget(title);
    top->addStretch();
    top->addWidget(all);
    all->setVisible(host().has(u"runs"_s));
    auto* area = new controls::ScrollColumn;
    auto* column = &area->column();
    column->setContentsMargins(0, 0, theme::space(6), theme::space(6));
    column->setSpacing(theme::space(4));
    column->addWidget(strip_);
    column->addLayout(cards);
    column->addWidget(recentTop_);
    column->addWidget(recent_);
    column->addStretch();
    controls::say(*this, [title, all] {
        title->setText(tr("Recent runs"));
        all->setText(tr("All runs"));
    });
    return area;
}

void HomePage::watch() {
    soon_.setSingleShot(true);
    soon_.setInterval(theme::duration(theme::Motion::progressTickMs));
    connect(&soon_, &QTimer::timeout, this, &HomePage::refresh);
    const auto soon = [this] {
        if (isVisible() && !soon_.isActive()) soon_.start();
    };
    connect(&services().runs, &bridge::RunWatcher::changed, this, soon);
    connect(&services().runs, &bridge::RunWatcher::stateChanged, this, soon);
    connect(&services().datasets, &bridge::DatasetList::changed, this, soon);
    connect(&services().models, &bridge::ModelList::changed, this, soon);
    connect(&services().projects, &bridge::Projects::membersChanged, this, &HomePage::refresh);
    connect(&services().projects, &bridge::Projects::changed, this, &HomePage::refreshHeader);
}

void HomePage::refreshHeader() {
    const auto* project = services().projects.find(services().projects.current());
    header_->setTitle(project ? project->name : tr("Home"));
    const auto runs = projectRuns(services());
    const auto running = std::ranges::count_if(runs, [](const auto* run) { return bridge::isLiveState(run->status.state); });
    QStringList facts{tr("%n data set(s)", nullptr, int(projectDatasets(services()).size())), tr("%n run(s)", nullptr, int(runs.size()))};
    if (running > 0) facts << tr("%n running", nullptr, int(running));
    const bool known = services().runs.isReady() && services().datasets.isReady();
    header_->setFacts(known ? facts.join(u" · "_s) : QString());
}

void HomePage::refresh() {
    refreshHeader();
    if (const auto& error = services().runs.error()) {
        delete error_;
        error_ = controls::Face::error(tr("The runs cannot be read"), QString::fromStdString(error->message + "\n" + error->hint),
                                       QString::fromStdString(error->code + ": " + error->message));
        faces_->addWidget(error_);
        return faces_->setCurrentWidget(error_);
    }
    if (!services().runs.isReady() || !services().datasets.isReady()) return faces_->setCurrentWidget(busy_);
    const auto runs = projectRuns(services());
    if (runs.empty() && projectDatasets(services()).empty()) return faces_->setCurrentWidget(empty_);
    faces_->setCurrentWidget(full_);
    strip_->refresh();
    attention_->refresh();
    continue_->setVisible(!runs.empty());
    recentTop_->setVisible(!runs.empty());
    recent_->setVisible(!runs.empty());
    if (runs.empty()) return;
    const auto live = std::ranges::find_if(runs, [](const auto* run) { return bridge::isLiveState(run->status.state); });
    continue_->show(live != runs.end() ? **live : *runs.front());
    recent_->refresh();
}

void HomePage::openDemo() {
    bridge::openDemo(services(), *this, [this](const auto& opened) {
        if (!opened && opened.error().code != "stopped")
            host().toast({controls::Tone::danger,
                          QString::fromStdString(opened.error().message),
                          QString::fromStdString(opened.error().hint),
                          {},
                          {}});
    });
}

}  // namespace

PageInfo homePage() {
    return {u"home"_s, "house", QT_TRANSLATE_NOOP("Pages", "Home"), [](const Context& context) -> Page* { return new HomePage(context); }};
}

}  // namespace anneal::pages

#include "home_page.moc"
