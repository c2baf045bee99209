#include "pages/data/table_tab.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

#include "controls/buttons.h"
#include "controls/card.h"
#include "controls/inline_message.h"
#include "controls/label.h"
#include "controls/marked_text.h"
#include "controls/numbers.h"
#include "controls/search_field.h"
#include "controls/segments.h"
#include "controls/spinner.h"
#include "controls/words.h"
#include "data/export.h"
#include "pages/data/row_query.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {
namespace {

using controls::Label;
using theme::Role;
using theme::TextStyle;
using Mode = Showing::Mode;

constexpr int kSearchWidth = 272;
constexpr int kChangesHeight = 212;
constexpr int kChangesFrom = 560;  // the height from which there is room for them below the rows
constexpr int kFiguresFrom = 860;  // the width from which the step's figures have room
constexpr std::int64_t kMostRowsCopied = 10'000;
constexpr std::array kModes{Mode::before, Mode::after, Mode::changes};

}  // namespace

TableTab::TableTab(const Context& context, RowFeed& feed)
    : context_(context), feed_(feed), rows_(new RowModel(feed, this)), table_(new RowTable) {
    table_->setRows(rows_);
    error_ = new controls::InlineMessage(controls::Tone::danger, {}, {});
    error_->hide();
    nothing_ = new Label({}, TextStyle::body, Role::textSecondary);
    nothing_->setAlignment(Qt::AlignCenter);
    nothing_->hide();
    auto* card = new controls::Card(0);
    card->body().addWidget(table_, 1);
    card->body().addWidget(nothing_);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(theme::space(3));
    column->addWidget(makeTools());
    column->addWidget(error_);
    column->addWidget(card, 1);
    column->addWidget(makeChanges());
    context_.services.state.keepColumns(*table_->horizontalHeader(),
                                        u"data.columns."_s + QString::fromStdString(feed_.dataset().path().filename().string()));
    connect(table_->verticalScrollBar(), &QScrollBar::valueChanged, this, &TableTab::placeChanged);
    connect(table_->verticalScrollBar(), &QScrollBar::rangeChanged, this, &TableTab::placeChanged);
    connect(table_, &controls::Table::opened, this, &TableTab::cellOpened);
    connect(table_, &RowTable::cellChosen, this, &TableTab::cellChosen);
    connect(table_, &RowTable::copyWanted, this, &TableTab::copyRows);
    connect(rows_, &RowModel::failed, this, [this](const Error& error) {
        error_->setText(QString::fromStdString(error.message), QString::fromStdString(error.hint));
        error_->show();
    });
    connect(rows_, &QAbstractItemModel::modelReset, this, &TableTab::showColumns);
    controls::say(*this, [this] {
        table_->setAccessibleName(tr("Rows"));
        changesTable_->setAccessibleName(tr("What this step does"));
        search_->setPurpose(tr("Filter rows, for example risk = high"));
        searching_->setAccessibleName(tr("Looking through the rows"));
        columns_->setText(tr("Columns"));
        touched_->setText(tr("Only touched rows"));
        nothing_->setText(tr("No row matches."));
        mode_->setText(0, tr("Before"));
        mode_->setText(1, tr("After"));
        mode_->setText(2, tr("Changes"));
        mode_->setAccessibleName(tr("What the table shows"));
        changesKind_->setAccessibleName(tr("Changed cells or dropped rows"));
        changesCard_->setTitle(tr("What this step does"));
        rows_->retranslate();
        changes_.retranslate();
        write();
    });
    showColumns();
    apply();
}

QWidget* TableTab::makeTools() {
    auto* tools = new QWidget;
    search_ = new controls::SearchField({});
    search_->setMaximumWidth(kSearchWidth);
    searching_ = new controls::Spinner({});
    searching_->hide();
    columns_ = controls::makeButton(theme::Kind::secondary, {}, "columns-3");
    columnMenu_ = new QMenu(columns_);
    columns_->setMenu(columnMenu_);
    touched_ = controls::makeButton(theme::Kind::quiet, {}, "eye");
    touched_->setCheckable(true);
    figures_ = new Label({}, TextStyle::body, Role::textSecondary);
    figures_->setElided(true);
    figures_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    mode_ = new controls::Segments({}, {QString(), QString(), QString()});
    mode_->setCompact();
    mode_->choose(2);
    for (auto* widget : {static_cast<QWidget*>(search_), static_cast<QWidget*>(columns_), static_cast<QWidget*>(touched_)})
        theme::setCompact(*widget);
    auto* row = new QHBoxLayout(tools);
    row->setSpacing(theme::space(2));
    row->addWidget(search_, 2);
    row->addWidget(searching_);
    row->addWidget(columns_);
    row->addWidget(touched_);
    row->addWidget(figures_, 1);
    row->addWidget(mode_);
    connect(search_, &QLineEdit::returnPressed, this, &TableTab::filter);
    connect(search_, &QLineEdit::textChanged, this, [this](const QString& text) {
        if (text.isEmpty()) filter();
    });
    connect(touched_, &QPushButton::toggled, this, &TableTab::apply);
    connect(mode_, &controls::Segments::chosenChanged, this, &TableTab::apply);
    connect(columnMenu_, &QMenu::aboutToShow, this, &TableTab::showColumns);
    return tools;
}

QWidget* TableTab::makeChanges() {
    changesCard_ = new controls::Card(0);
    auto& top = changesCard_->addHeader({});
    changesKind_ = new controls::Segments({}, {QString(), QString()});
    changesKind_->setCompact();
    top.insertWidget(1, changesKind_);
    changesTable_ = new controls::Table({});
    changesTable_->setModel(&changes_);
    changesTable_->setItemDelegateForColumn(2, new controls::MarkedDelegate(ChangeTable::cell, changesTable_));
    changesTable_->setItemDelegateForColumn(3, new controls::MarkedDelegate(ChangeTable::cell, changesTable_));
    changesCard_->body().addWidget(changesTable_, 1);
    changesCard_->setFixedHeight(kChangesHeight);
    changesCard_->hide();
    connect(changesKind_, &controls::Segments::chosenChanged, this, &TableTab::showChanges);
    const auto follow = [this](const QModelIndex& index) { goTo(index.data(ChangeTable::rowNumber).toLongLong()); };
    connect(changesTable_, &controls::Table::opened, this, follow);
    connect(changesTable_, &QAbstractItemView::clicked, this, follow);
    return changesCard_;
}

void TableTab::setPreview(std::shared_ptr<const CountedRecipe> counted, int step, const QString& stepName) {
    const bool otherRecipe = counted != counted_;
    counted_ = std::move(counted);
    step_ = counted_ ? step : -1;
    stepName_ = stepName;
    if (otherRecipe && counted_ && step_ >= 0) {
        const auto at = std::size_t(step_);
        changesKind_->choose(counted_->changes[at].empty() && !counted_->drops[at].empty() ? 1 : 0);
    }
    apply();
}

void TableTab::apply() {
    Showing showing;
    if (counted_) {
        showing.recipe = counted_;
        showing.mode = kModes[std::size_t(mode_->chosen())];
        showing.step = step_;
        if (touched_->isChecked())
            showing.order = std::shared_ptr<const RowOrder>(counted_, &counted_->touchedBy(step_));
        else if (showing.mode == Mode::after && step_ < 0)
            showing.order = std::shared_ptr<const RowOrder>(counted_, &counted_->kept);
    }
    if (matches_) showing.order = matches_;
    // The same rows again are the same order: else the table would lose its place.
    const auto& now = rows_->showing();
    if (showing.order && now.order && *showing.order == *now.order) showing.order = now.order;
    rows_->show(std::move(showing));
    mode_->setVisible(counted_ != nullptr);
    touched_->setVisible(counted_ != nullptr && !matches_);
    nothing_->setVisible(rows_->rowCount() == 0);
    showChanges();
    write();
    Q_EMIT placeChanged();
}

void TableTab::showChanges() {
    const bool shown = counted_ && step_ >= 0 && height() > kChangesFrom;
    changesCard_->setVisible(shown);
    if (!shown) return changes_.show(nullptr, -1, ChangeTable::Kind::changed);
    const auto kind = changesKind_->chosen() == 1 ? ChangeTable::Kind::dropped : ChangeTable::Kind::changed;
    changes_.show(counted_, step_, kind);
    changesTable_->setColumnWidth(0, 96);
    if (kind == ChangeTable::Kind::changed) {
        changesTable_->setColumnWidth(1, 128);
        changesTable_->setColumnWidth(2, std::max(200, (changesTable_->viewport()->width() - 224) / 2));
    }
    const auto& count = counted_->counts[std::size_t(step_)];
    changesKind_->setText(0, tr("Changed %n cell(s)", nullptr, int(count.changedCells)));
    changesKind_->setText(1, tr("Dropped %n row(s)", nullptr, int(count.dropped)));
}

void TableTab::showColumns() {
    columnMenu_->clear();
    for (int column = 1; column < rows_->columnCount(); ++column) {
        auto* action = columnMenu_->addAction(QString::fromStdString(rows_->columnName(column)));
        action->setCheckable(true);
        action->setChecked(!table_->isColumnHidden(column));
        connect(action, &QAction::toggled, this, [this, column](bool on) { table_->setColumnHidden(column, !on); });
    }
}

void TableTab::write() {
    if (job_ != 0) return;
    if (matches_) {
        figures_->setText(tr("%n row(s) match", nullptr, int(matches_->size())));
    } else if (counted_ && step_ >= 0) {
        const auto& count = counted_->counts[std::size_t(step_)];
        figures_->setText(tr("%1: %2 → %3 rows").arg(stepName_, controls::formatCount(count.rowsIn), controls::formatCount(count.rowsOut)));
    } else if (counted_) {
        figures_->setText(
            tr("%1 → %2 rows").arg(controls::formatCount(counted_->rowsIn()), controls::formatCount(std::int64_t(counted_->kept.size()))));
    } else {
        figures_->setText(tr("%n row(s)", nullptr, rows_->rowCount()));
    }
    figures_->setVisible(width() >= kFiguresFrom || !counted_);
}

void TableTab::filter() {
    if (const auto job = std::exchange(job_, 0)) context_.services.jobs.cancel(job);
    const auto turn = ++turn_;
    // "#20514" leads to a row instead.
    if (const auto text = search_->text().trimmed(); text.startsWith(u'#')) {
        bool isNumber = false;
        const auto number = text.mid(1).remove(u',').toLongLong(&isNumber);
        if (isNumber) goTo(number);
        return;
    }
    const auto query = RowQuery::parse(search_->text(), feed_.dataset().manifest().columnNames());
    searching_->setVisible(query.has_value());
    if (!query) {
        if (!matches_) return;
        matches_ = nullptr;
        return apply();
    }
    const auto work = [dataset = feed_.dataset(), query = *query](const jobs::JobContext& context) -> Result<RowOrder> {
        data::RowReader reader(dataset);
        return matchingRows(reader, query, 0, 0, context);
    };
    job_ = context_.services.jobs.compute<RowOrder>({.title = tr("Filter rows"), .shown = false}, work, *this,
                                                    [this, turn](Result<RowOrder> found) { takeMatches(turn, std::move(found)); });
}

void TableTab::takeMatches(quint64 turn, Result<RowOrder> found) {
    if (turn != turn_) return;
    job_ = 0;
    searching_->hide();
    if (!found) {
        error_->setText(QString::fromStdString(found.error().message), QString::fromStdString(found.error().hint));
        return error_->show();
    }
    matches_ = std::make_shared<RowOrder>(std::move(*found));
    apply();
}

void TableTab::find() {
    search_->setFocus(Qt::ShortcutFocusReason);
    search_->selectAll();
}

void TableTab::findNext(bool forward) {
    const int rows = rows_->rowCount();
    const auto query = RowQuery::parse(search_->text(), feed_.dataset().manifest().columnNames());
    if (rows == 0 || !query) return find();
    // What is filtered is there already; else the rows after the current one are looked through.
    const int current = std::max(0, table_->currentIndex().row());
    if (matches_ || !forward)
        return table_->showCell(std::clamp(current + (forward ? 1 : -1), 0, rows - 1), std::max(1, table_->currentIndex().column()));
    const auto work = [dataset = feed_.dataset(), query = *query,
                       from = rows_->placeOf(current).number](const jobs::JobContext& context) -> Result<RowOrder> {
        data::RowReader reader(dataset);
        return matchingRows(reader, query, from, 1, context);
    };
    searching_->show();
    context_.services.jobs.compute<RowOrder>({.title = tr("Find"), .shown = false}, work, *this, [this](Result<RowOrder> found) {
        searching_->hide();
        if (found && !found->empty()) goTo(found->front().number);
    });
}

void TableTab::goToRow() {
    search_->setFocus(Qt::ShortcutFocusReason);
    search_->setText(u"#"_s);
}

void TableTab::goTo(std::int64_t number) {
    const int row = rows_->rowOf(number);
    if (row >= 0) table_->showCell(row, std::max(1, table_->currentIndex().column()));
}

void TableTab::copyRows() {
    const auto ranges = table_->selectionModel()->selection();
    if (ranges.isEmpty()) return;
    std::vector<std::int64_t> numbers;
    for (int row = ranges.front().top(); row <= ranges.front().bottom() && std::int64_t(numbers.size()) < kMostRowsCopied; ++row)
        numbers.push_back(rows_->placeOf(row).number);
    const auto work = [dataset = feed_.dataset(), numbers](const jobs::JobContext& context) -> Result<QString> {
        std::string text;
        for (std::size_t i = 0; i < numbers.size();) {
            if (context.stop.stopRequested()) return fail("stopped", "stopped");
            std::size_t end = i + 1;
            while (end < numbers.size() && numbers[end] == numbers[end - 1] + 1) ++end;
            ANNEAL_TRY(rows, data::headRows(dataset, numbers[i] - 1, std::int64_t(end - i)));
            for (const auto& row : rows) text += base::dumpJson(row) + "\n";
            i = end;
        }
        return QString::fromStdString(text);
    };
    const auto count = int(numbers.size());
    context_.services.jobs.compute<QString>({.title = tr("Copy rows"), .shown = false}, work, *this, [this, count](Result<QString> text) {
        if (!text) return;
        QGuiApplication::clipboard()->setText(*text);
        context_.host.toast({controls::Tone::success, tr("%n row(s) copied as JSON lines", nullptr, count), {}, {}, {}});
    });
}

QString TableTab::place() const {
    const int rows = rows_->rowCount();
    if (rows == 0) return {};
    const int top = table_->rowAt(0);
    int bottom = table_->rowAt(table_->viewport()->height() - 1);
    if (bottom < 0) bottom = rows - 1;
    if (top < 0) return {};
    return tr("Showing rows %1–%2")
        .arg(controls::formatCount(rows_->placeOf(top).number), controls::formatCount(rows_->placeOf(bottom).number));
}

QJsonObject TableTab::saveState() const {
    const int top = table_->rowAt(0);
    return {{u"row"_s, top >= 0 && rows_->rowCount() > 0 ? rows_->placeOf(top).number : 1},
            {u"mode"_s, mode_->chosen()},
            {u"query"_s, search_->text()}};
}

void TableTab::restoreState(const QJsonObject& state) {
    mode_->choose(std::clamp(state.value(u"mode"_s).toInt(2), 0, 2));
    search_->setText(state.value(u"query"_s).toString());
    filter();
    const int row = rows_->rowOf(state.value(u"row"_s).toInteger(1));
    if (row > 0) table_->scrollTo(rows_->index(row, 0), QAbstractItemView::PositionAtTop);
}

void TableTab::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    showChanges();
    write();
    Q_EMIT placeChanged();
}

}  // namespace anneal::pages
