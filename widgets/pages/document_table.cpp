#include "pages/document_table.h"

#include "models/run_words.h"

namespace anneal::pages {

DocumentTable::DocumentTable(bridge::Documents& documents, const QString& kind, Order order, QObject* parent)
    : QAbstractTableModel(parent), documents_(documents), kind_(kind), order_(order) {
    connect(&documents, &bridge::Documents::changed, this, [this](const QString& changed) {
        if (changed == kind_) reload();
    });
    reload();
}

void DocumentTable::setColumns(std::vector<Column> columns) {
    columns.push_back({tr("Changed"), [](const bridge::Document& document) { return models::timeText(document.changed); }});
    if (columns.size() == columns_.size()) {  // another language: what is chosen stays so
        columns_ = std::move(columns);
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
        if (!rows_.isEmpty()) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        return;
    }
    beginResetModel();
    columns_ = std::move(columns);
    endResetModel();
}

int DocumentTable::rowOf(const QString& id) const {
    const auto found = std::ranges::find(rows_, id, &bridge::Document::id);
    return found == rows_.end() ? -1 : int(found - rows_.begin());
}

void DocumentTable::reload() {
    auto rows = documents_.list(kind_);
    if (order_ == Order::newestFirst) std::ranges::stable_sort(rows, [](const auto& a, const auto& b) { return a.changed > b.changed; });
    const auto ids = [](const QList<bridge::Document>& list) {
        QStringList each;
        for (const auto& document : list) each << document.id;
        return each;
    };
    const auto before = ids(rows_), after = ids(rows);
    if (before == after) {
        rows_ = std::move(rows);
        if (!rows_.isEmpty() && columnCount() > 0) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        return;
    }
    // One that came, went or moved is told as such, so that what is chosen stays so.
    for (int row = int(rows_.size()) - 1; row >= 0; --row) {
        if (after.contains(rows_[row].id)) continue;
        beginRemoveRows({}, row, row);
        rows_.removeAt(row);
        endRemoveRows();
    }
    for (int row = 0; row < rows.size(); ++row) {
        if (row < rows_.size() && rows_[row].id == rows[row].id) continue;
        if (const int from = rowOf(rows[row].id); from >= 0) {
            beginMoveRows({}, from, from, {}, row);
            rows_.move(from, row);
            endMoveRows();
        } else {
            beginInsertRows({}, row, row);
            rows_.insert(row, rows[row]);
            endInsertRows();
        }
    }
    rows_ = std::move(rows);
    if (columnCount() > 0 && !rows_.isEmpty()) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int DocumentTable::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(rows_.size()); }
int DocumentTable::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(columns_.size()); }

QVariant DocumentTable::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const auto& column = columns_[std::size_t(index.column())];
    if (role == Qt::DisplayRole) return column.text(rows_[index.row()]);
    if (role == Qt::TextAlignmentRole && column.right) return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    return {};
}

QVariant DocumentTable::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section >= columnCount()) return {};
    const auto& column = columns_[std::size_t(section)];
    if (role == Qt::DisplayRole) return column.title;
    if (role == Qt::TextAlignmentRole && column.right) return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    return {};
}

}  // namespace anneal::pages
