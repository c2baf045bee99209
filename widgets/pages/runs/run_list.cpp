#include "pages/runs/run_list.h"

#include <QHeaderView>
#include <QJsonArray>
#include <QKeyEvent>
#include <QMenu>
#include <QPushButton>
#include <QStackedLayout>

#include "bridge/demo_project.h"
#include "controls/buttons.h"
#include "controls/card.h"
#include "controls/delegates.h"
#include "controls/face.h"
#include "controls/label.h"
#include "controls/page_header.h"
#include "controls/search_field.h"
#include "controls/segments.h"
#include "controls/sparkline.h"
#include "controls/switch.h"
#include "controls/table.h"
#include "controls/words.h"
#include "pages/runs/tick_delegate.h"
#include "theme/kind.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {
namespace {

using models::RunTable;
using States = RunFilter::States;

constexpr std::array<int, RunTable::kColumns> kWidths{232, 132, 100, 108, 132, 76, 196, 96, 132, 96, 120};
constexpr int kWithAll = 1200;  // the width from which there is room for model and devices
constexpr int kSearchWidth = 260;
constexpr int kFewest = 2;  ///< runs that can be compared

}  // namespace

RunList::RunList(const Context& context, const QList<QAction*>& rowActions)
    : context_(context),
      rowActions_(rowActions),
      hidden_{RunTable::dataset, RunTable::left},
      filter_(model_),
      header_(new controls::PageHeader({})),
      compare_(controls::makeButton(theme::Kind::secondary, {}, "git-compare")),
      start_(controls::makeButton(theme::Kind::primary, {}, "plus")),
      search_(new controls::SearchField({})),
      states_(new controls::Segments({}, {{}, {}, {}, {}})),
      archived_(new controls::Switch),
      columns_(new controls::IconButton("columns-3", {})),
      more_(new controls::IconButton("ellipsis", {})),
      ticks_(new controls::Label({}, theme::TextStyle::body, theme::Role::textSecondary)),
      untick_(controls::makeButton(theme::Kind::link, {})),
      table_(new controls::Table({})),
      faces_(new QStackedLayout),
      busy_(controls::Face::busy({})),
      empty_(controls::Face::empty("chart-spline", {}, {})),
      rows_(new QStackedLayout),
      none_(controls::Face::empty("search", {}, {})) {
    header_->addAction(compare_);
    header_->addAction(start_);
    connect(start_, &QPushButton::clicked, this, [this] { context_.host.go(u"train"_s, u"new"_s); });
    connect(compare_, &QPushButton::clicked, this, [this] { Q_EMIT compareWanted(ticked()); });
    auto& begin = empty_->addAction({}, [this] {
        if (context_.host.has(u"train"_s)) return context_.host.go(u"train"_s, u"new"_s);
        bridge::openDemo(context_.services, *this, [](const auto&) {});
    });
    auto& clear = none_->addAction({}, [this] {
        search_->clear();
        states_->choose(0);
        filter_.setStates(States::all);
        writeFaces();
    });
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::space(4));
    column->addWidget(header_);
    column->addLayout(faces_, 1);
    for (QWidget* face : {static_cast<QWidget*>(busy_), static_cast<QWidget*>(empty_), makeFull()}) faces_->addWidget(face);
    start_->setVisible(context_.host.has(u"train"_s));
    connect(&model_, &TickTable::tickedChanged, this, [this] {
        writeCounts();
        Q_EMIT chosenChanged();
    });
    controls::say(*this, [this, &begin, &clear] {
        header_->setTitle(tr("Runs"));
        compare_->setText(tr("Compare"));
        start_->setText(tr("New run"));
        search_->setPurpose(tr("Find runs"));
        states_->setAccessibleName(tr("State"));
        archived_->setText(tr("Archived"));
        columns_->setName(tr("Columns"));
        more_->setName(tr("More for these runs"));
        untick_->setText(tr("Untick all"));
        table_->setAccessibleName(tr("Runs"));
        busy_->setWords(tr("Reading runs"), {});
        empty_->setWords(tr("No runs yet"),
                         tr("A run teaches a model from your data. What it does is drawn here while it does it, wherever it was started."));
        begin.setText(context_.host.has(u"train"_s) ? tr("New run") : tr("Open the demo"));
        none_->setWords(tr("No run is like that"), tr("Other words, another state, or the archive may have it."));
        clear.setText(tr("Show all"));
        model_.retranslate();
        writeCounts();
    });
}

QWidget* RunList::makeFull() {
    table_->setModel(&filter_);
    table_->setItemDelegateForColumn(RunTable::name, new TickDelegate(RunTable::cell, table_));
    table_->setItemDelegateForColumn(RunTable::state, new controls::ChipDelegate(RunTable::cell, table_));
    table_->setItemDelegateForColumn(RunTable::curve, new controls::SparklineDelegate(RunTable::cell, table_));
    table_->setItemDelegateForColumn(RunTable::progress, new controls::ProgressDelegate(RunTable::cell, table_));
    table_->setSortingEnabled(true);
    table_->sortByColumn(RunTable::started, Qt::DescendingOrder);
    table_->horizontalHeader()->setSectionsMovable(true);
    table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table_->installEventFilter(this);
    table_->setContextMenuPolicy(Qt::CustomContextMenu);
    for (int column = 0; column < RunTable::kColumns; ++column) table_->setColumnWidth(column, kWidths[std::size_t(column)]);
    context_.services.state.keepColumns(*table_->horizontalHeader(), u"runs.list"_s);
    connect(table_, &controls::Table::opened, this,
            [this](const QModelIndex& index) { Q_EMIT opened(index.data(RunTable::runId).toString()); });
    connect(table_, &QWidget::customContextMenuRequested, this,
            [this](const QPoint& at) { openActions(table_->viewport()->mapToGlobal(at)); });
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &RunList::chosenChanged);
    auto* card = new controls::Card(0);
    auto* inside = new QWidget;
    inside->setLayout(rows_);
    rows_->addWidget(table_);
    rows_->addWidget(none_);
    card->body().addWidget(inside);
    auto* full = new QWidget;
    auto* column = new QVBoxLayout(full);
    column->setContentsMargins(0, 0, 0, theme::space(6));
    column->setSpacing(theme::space(3));
    column->addWidget(makeTools());
    column->addWidget(card, 1);
    return full;
}

QWidget* RunList::makeTools() {
    auto* tools = new QWidget;
    auto* row = new QHBoxLayout(tools);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::space(3));
    search_->setMaximumWidth(kSearchWidth);
    row->addWidget(search_, 1);
    row->addWidget(states_);
    row->addWidget(archived_);
    row->addStretch();
    row->addWidget(ticks_);
    row->addWidget(untick_);
    row->addWidget(columns_);
    row->addWidget(more_);
    connect(search_, &QLineEdit::textChanged, this, [this](const QString& text) {
        filter_.setText(text);
        writeCounts();
        writeFaces();
    });
    connect(states_, &controls::Segments::chosenChanged, this, [this](int at) {
        filter_.setStates(States(at));
        writeFaces();
    });
    connect(archived_, &QCheckBox::toggled, this, [this](bool archived) {
        filter_.setArchived(archived);
        writeCounts();
        writeFaces();
        Q_EMIT chosenChanged();
    });
    connect(untick_, &QPushButton::clicked, this, [this] { model_.setTicked({}); });
    connect(columns_, &QToolButton::clicked, this, &RunList::openColumns);
    connect(more_, &QToolButton::clicked, this, [this] { openActions(more_->mapToGlobal(QPoint(0, more_->height()))); });
    return tools;
}

void RunList::refresh() {
    if (const auto& error = context_.services.runs.error()) {
        delete error_;
        error_ = controls::Face::error(tr("The runs cannot be read"), QString::fromStdString(error->message + "\n" + error->hint),
                                       QString::fromStdString(error->code + ": " + error->message));
        faces_->addWidget(error_);
        return faces_->setCurrentWidget(error_);
    }
    std::vector<runs::RunOverview> shown;
    for (const auto& run : context_.services.runs.all())
        if (context_.services.projects.shows(bridge::Projects::Kind::run, QString::fromStdString(run.status.id))) shown.push_back(run);
    model_.setRuns(std::move(shown));
    auto ticked = model_.ticked();
    ticked.removeIf([this](const QString& id) { return model_.rowOf(id) < 0; });
    if (context_.services.runs.isReady()) model_.setTicked(ticked);
    writeCounts();
    writeFaces();
    Q_EMIT chosenChanged();
}

void RunList::writeFaces() {
    if (!context_.services.runs.isReady()) return faces_->setCurrentIndex(0);
    faces_->setCurrentIndex(model_.rowCount() == 0 ? 1 : 2);
    rows_->setCurrentIndex(filter_.rowCount() == 0 ? 1 : 0);
    if (filter_.rowCount() > 0 && !table_->currentIndex().isValid()) table_->setCurrentIndex(filter_.index(0, 0));
}

void RunList::writeCounts() {
    const auto word = [this](const QString& name, States states) { return tr("%1 %2").arg(name).arg(filter_.countOf(states)); };
    states_->setText(0, tr("All"));
    states_->setText(1, word(tr("Running"), States::live));
    states_->setText(2, word(tr("Done"), States::done));
    states_->setText(3, word(tr("Ended early"), States::ended));
    QStringList facts{tr("%n run(s)", nullptr, model_.rowCount())};
    int live = 0;
    for (int row = 0; row < model_.rowCount(); ++row) live += bridge::isLiveState(model_.run(row).status.state);
    if (live > 0) facts << tr("%n running", nullptr, live);
    header_->setFacts(context_.services.runs.isReady() ? facts.join(u" · "_s) : QString());
    const int ticked = int(model_.ticked().size());
    ticks_->setText(tr("%n ticked", nullptr, ticked));
    ticks_->setVisible(ticked > 0);
    untick_->setVisible(ticked > 0);
    controls::disableBecause(*compare_, ticked < kFewest ? tr("Tick two runs or more") : QString());
}

/// Space ticks the row, whichever of its cells the keyboard is at.
bool RunList::eventFilter(QObject* object, QEvent* event) {
    const bool space = event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Space;
    const auto at = table_->currentIndex().siblingAtColumn(RunTable::name);
    if (!space || !at.isValid()) return QWidget::eventFilter(object, event);
    const bool ticked = at.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    return filter_.setData(at, ticked ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

const runs::RunOverview* RunList::current() const {
    const auto at = filter_.mapToSource(table_->currentIndex());
    return at.isValid() ? &model_.run(at.row()) : nullptr;
}

std::vector<runs::RunOverview> RunList::chosen() const {
    std::vector<runs::RunOverview> runs;
    for (const auto& id : model_.ticked())
        if (const int row = model_.rowOf(id); row >= 0) runs.push_back(model_.run(row));
    if (const auto* run = current(); runs.empty() && run) runs.push_back(*run);
    return runs;
}

QStringList RunList::listed() const {
    QStringList ids;
    for (int row = 0; row < filter_.rowCount(); ++row) ids << filter_.index(row, 0).data(RunTable::runId).toString();
    return ids;
}

void RunList::openColumns() {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int column = RunTable::name + 1; column < RunTable::kColumns; ++column) {
        auto* shown = menu->addAction(model_.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        shown->setCheckable(true);
        shown->setChecked(!hidden_.contains(column));
        connect(shown, &QAction::toggled, this, [this, column](bool on) {
            on ? void(hidden_.remove(column)) : void(hidden_.insert(column));
            showColumns();
        });
    }
    menu->popup(columns_->mapToGlobal(QPoint(0, columns_->height())));
}

void RunList::showColumns() {
    const bool wide = width() >= kWithAll;
    for (int column = RunTable::name + 1; column < RunTable::kColumns; ++column)
        table_->setColumnHidden(column,
                                hidden_.contains(column) || (!wide && (column == RunTable::baseModel || column == RunTable::device)));
}

void RunList::resizeEvent(QResizeEvent*) { showColumns(); }

void RunList::openActions(const QPoint& at) {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (auto* action : rowActions_)
        if (action->isEnabled()) menu->addAction(action);
    menu->popup(at);
}

void RunList::find() {
    search_->setFocus(Qt::ShortcutFocusReason);
    search_->selectAll();
}

void RunList::showArchived(bool archived) { archived_->setChecked(archived); }
bool RunList::showsArchived() const { return archived_->isChecked(); }

QJsonObject RunList::saveState() const {
    QJsonArray hidden;
    for (const int column : hidden_) hidden.append(column);
    return {{u"hidden"_s, hidden},
            {u"text"_s, search_->text()},
            {u"states"_s, states_->chosen()},
            {u"archived"_s, archived_->isChecked()},
            {u"ticked"_s, QJsonArray::fromStringList(model_.ticked())}};
}

void RunList::restoreState(const QJsonObject& state) {
    search_->setText(state[u"text"_s].toString());
    states_->choose(state[u"states"_s].toInt());
    filter_.setStates(States(states_->chosen()));
    archived_->setChecked(state[u"archived"_s].toBool());
    if (state.contains(u"hidden"_s)) {
        hidden_.clear();
        for (const auto& column : state[u"hidden"_s].toArray()) hidden_.insert(column.toInt());
        showColumns();
    }
    QStringList ticked;
    for (const auto& id : state[u"ticked"_s].toArray()) ticked << id.toString();
    model_.setTicked(ticked);
}

}  // namespace anneal::pages
