#include "pages/data/row_model.h"

#include <QDateTime>

#include <arrow/type.h>

#include "controls/numbers.h"
#include "controls/profile_header.h"
#include "pages/data/dataset_words.h"
#include "pages/data/shown_text.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {
namespace {

constexpr int kWindowsKept = 48;
constexpr std::int64_t kFewValues = 64;

QString numberText(double value, const std::string& unit) {
    if (unit == "days") return QDateTime::fromSecsSinceEpoch(qint64(value) * 86400, Qt::UTC).date().toString(Qt::ISODate);
    if (unit == "seconds") return QDateTime::fromSecsSinceEpoch(qint64(value), Qt::UTC).date().toString(Qt::ISODate);
    return shownNumber(value);
}

}  // namespace

RowModel::RowModel(RowFeed& feed, QObject* parent) : QAbstractTableModel(parent), feed_(feed), windows_(kWindowsKept) {
    soon_.setSingleShot(true);
    soon_.setInterval(0);
    connect(&soon_, &QTimer::timeout, this, &RowModel::ask);
    connect(&feed_, &RowFeed::came, this, &RowModel::take);
    connect(&feed_, &RowFeed::passed, this, [this](qint64 first) { asked_.remove(first / kWindow); });
    connect(&feed_, &RowFeed::failed, this, [this](const Error& error) {
        asked_.clear();
        Q_EMIT failed(error);
    });
    for (const auto& column : feed_.dataset().manifest().columns) columns_.push_back(column.name);
    rows_ = int(feed_.size(showing_));
}

void RowModel::show(Showing showing) {
    if (showing == showing_) return;
    std::vector<std::string> columns;
    if (showing.recipe && showing.mode != Showing::Mode::before) {
        const auto& bound = showing.recipe->bound;
        const auto at = showing.step < 0 ? bound.size() : std::size_t(showing.step) + 1;
        for (const auto& field : bound.schema(at)->fields()) columns.push_back(field->name());
    } else {
        for (const auto& column : feed_.dataset().manifest().columns) columns.push_back(column.name);
    }
    const int rows = int(feed_.size(showing));
    windows_.clear();
    asked_.clear();
    wanted_.clear();
    feed_.forget();
    // The same rows and columns: views keep their place.
    if (columns == columns_ && rows == rows_) {
        showing_ = std::move(showing);
        if (rows_ > 0) Q_EMIT dataChanged(index(0, 0), index(rows_ - 1, columnCount() - 1));
        return;
    }
    beginResetModel();
    showing_ = std::move(showing);
    columns_ = std::move(columns);
    rows_ = rows;
    endResetModel();
}

RowPlace RowModel::placeOf(int row) const {
    return showing_.order ? (*showing_.order)[std::size_t(row)] : RowPlace{std::int32_t(row + 1), 0};
}

int RowModel::rowOf(std::int64_t number) const {
    if (!showing_.order) return number >= 1 && number <= rows_ ? int(number - 1) : -1;
    const auto found = std::ranges::lower_bound(*showing_.order, RowPlace{std::int32_t(number), 0});
    return found == showing_.order->end() ? -1 : int(found - showing_.order->begin());
}

std::string RowModel::columnName(int column) const { return column == kNumber ? std::string() : columns_[std::size_t(column - 1)]; }

std::int64_t RowModel::longestText(int column) const {
    const auto& columns = feed_.dataset().manifest().columns;
    const auto known = std::ranges::find(columns, columnName(column), &data::ManifestColumn::name);
    if (known == columns.end() || !known->summary || known->summary->unit != "characters") return 0;
    return std::int64_t(known->summary->highest);
}

void RowModel::retranslate() { Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1); }

int RowModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : rows_; }
int RowModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(columns_.size()) + 1; }

const ShownRow* RowModel::find(int row) const {
    const qint64 number = row / kWindow;
    if (const auto* window = windows_.object(number)) {
        const auto within = std::size_t(row % kWindow);
        return within < window->size() ? &(*window)[within] : nullptr;
    }
    if (!asked_.contains(number)) {
        asked_.insert(number);
        wanted_.append(number);
        soon_.start();
    }
    return nullptr;
}

void RowModel::ask() {
    for (const auto number : std::exchange(wanted_, {})) feed_.ask(showing_, number * kWindow, kWindow);
}

void RowModel::take(const Showing& showing, qint64 first, const Window& rows) {
    if (showing != showing_) return;
    const auto number = first / kWindow;
    asked_.remove(number);
    windows_.insert(number, new Window(rows));
    if (!rows.empty()) Q_EMIT dataChanged(index(int(first), 0), index(int(first) + int(rows.size()) - 1, columnCount() - 1));
}

QVariant RowModel::cellOf(const ShownRow& row, int column) const {
    controls::MarkedCell marked;
    if (column == kNumber) {
        marked.parts = {{controls::formatCount(row.place.number), controls::TextPart::Mark::none}};
        if (!row.dropped.isEmpty()) marked.state = controls::MarkedCell::State::dropped;
        return QVariant::fromValue(marked);
    }
    if (!row.dropped.isEmpty()) marked.state = controls::MarkedCell::State::dropped;
    const auto at = std::size_t(column - 1);
    if (at >= row.cells.size()) return QVariant::fromValue(marked);
    marked.parts = row.cells[at].parts;
    if (row.cells[at].changed) marked.state = controls::MarkedCell::State::changed;
    if (!row.dropped.isEmpty() && column == columnCount() - 1) marked.reason = tr("Dropped: %1").arg(row.dropped);
    return QVariant::fromValue(marked);
}

QVariant RowModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    if (role == Qt::TextAlignmentRole) return index.column() == kNumber ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    if (role != Qt::DisplayRole && role != cell && role != isThere && role != Qt::ToolTipRole) return {};
    const auto* row = find(index.row());
    if (role == isThere) return row != nullptr;
    if (!row) return role == cell ? QVariant::fromValue(controls::MarkedCell{}) : QVariant();
    if (role == cell) return cellOf(*row, index.column());
    if (role == Qt::ToolTipRole) return row->dropped.isEmpty() ? QVariant() : tr("Dropped: %1").arg(row->dropped);
    if (index.column() == kNumber) return controls::formatCount(row->place.number);
    const auto at = std::size_t(index.column() - 1);
    return at < row->cells.size() ? plainText(row->cells[at].parts) : QString();
}

QVariant RowModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) return {};
    if (section == kNumber) {
        if (role == Qt::DisplayRole) return u"#"_s;
        if (role == Qt::ToolTipRole) return tr("The row's number in the data set");
        return role == Qt::TextAlignmentRole ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    }
    const auto& name = columns_[std::size_t(section - 1)];
    if (role == Qt::DisplayRole) return QString::fromStdString(name);
    const auto& manifest = feed_.dataset().manifest();
    const auto column = std::ranges::find(manifest.columns, name, &data::ManifestColumn::name);
    if (column == manifest.columns.end()) {
        if (role == profile) return QVariant::fromValue(controls::ColumnProfile{.icon = "plus", .fact = tr("New column")});
        return role == Qt::ToolTipRole ? QVariant(QString::fromStdString(name)) : QVariant();
    }
    if (role == Qt::ToolTipRole) return QString::fromStdString(name) + u" · "_s + typeText(column->type);
    if (role != profile) return {};
    controls::ColumnProfile shown{.icon = typeIcon(column->type)};
    if (manifest.rows > 0) shown.emptyShare = double(column->nulls) / double(manifest.rows);
    if (const auto& summary = column->summary) {
        for (const auto count : summary->histogram.counts) shown.histogram.push_back(double(count));
        const bool fewValues = summary->exact && summary->unit == "characters" && summary->distinct <= kFewValues &&
                               2 * summary->distinct <= manifest.rows && !summary->top.empty();
        if (fewValues) {
            shown.icon = "tag";
            shown.histogram.clear();
            for (const auto& [value, count] : summary->top) shown.histogram.push_back(double(count));
        }
        if (fewValues || summary->unit.empty())
            shown.fact = tr("%n value(s)", nullptr, int(summary->distinct));
        else if (summary->unit == "characters")
            shown.fact =
                tr("%1–%2 characters")
                    .arg(controls::formatCount(std::int64_t(summary->lowest)), controls::formatCount(std::int64_t(summary->highest)));
        else
            shown.fact = numberText(summary->lowest, summary->unit) + u"–"_s + numberText(summary->highest, summary->unit);
    }
    return QVariant::fromValue(shown);
}

}  // namespace anneal::pages
