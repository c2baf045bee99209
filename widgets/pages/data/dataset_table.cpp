#include "pages/data/dataset_table.h"

#include "controls/delegates.h"
#include "controls/numbers.h"
#include "models/run_words.h"
#include "pages/data/dataset_words.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {

DatasetTable::Row DatasetTable::rowOf(const Family& family) {
    const auto& entry = family.newest();
    return {entry.id,
            originText(entry.manifest),
            entry.manifest.rows,
            int(entry.manifest.columns.size()),
            entry.manifest.mapping.shape,
            bytesOf(entry.manifest),
            int(family.versions.size()),
            entry.made};
}

void DatasetTable::setRows(std::vector<Row> rows) {
    for (int at = rowCount() - 1; at >= 0; --at) {
        if (std::ranges::find(rows, rows_[std::size_t(at)].id, &Row::id) != rows.end()) continue;
        beginRemoveRows({}, at, at);
        rows_.erase(rows_.begin() + at);
        endRemoveRows();
    }
    for (int at = 0; at < int(rows.size()); ++at) {
        auto& row = rows[std::size_t(at)];
        const auto known = std::ranges::find(rows_.begin() + at, rows_.end(), row.id, &Row::id);
        if (known == rows_.end()) {
            beginInsertRows({}, at, at);
            rows_.insert(rows_.begin() + at, std::move(row));
            endInsertRows();
            continue;
        }
        if (const int from = int(known - rows_.begin()); from != at) {
            beginMoveRows({}, from, from, {}, at);
            std::rotate(rows_.begin() + at, known, known + 1);
            endMoveRows();
        }
        if (rows_[std::size_t(at)] == row) continue;
        rows_[std::size_t(at)] = std::move(row);
        Q_EMIT dataChanged(index(at, 0), index(at, kColumns - 1));
    }
}

void DatasetTable::retranslate() {
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, kColumns - 1);
    if (!rows_.empty()) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kColumns - 1));
}

int DatasetTable::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(rows_.size()); }
int DatasetTable::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : kColumns; }

QVariant DatasetTable::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const auto& row = this->row(index.row());
    const int column = index.column();
    if (role == datasetId) return row.id;
    if (role == Qt::TextAlignmentRole)
        return column == rows || column == columns || column == size || column == versions ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                                                                                           : QVariant();
    if (role == cell && column == name) return row.source;
    if (role == cell && column == shape)
        return QVariant::fromValue(controls::ChipLook{.text = shapeText(row.shape), .shape = controls::ChipLook::Shape::outline});
    if (role == sortKey) {
        switch (column) {
            case rows: return qint64(row.rows);
            case columns: return row.columns;
            case size: return quint64(row.bytes);
            case versions: return row.versions;
            case changed: return row.changed;
            default: return data(index, Qt::DisplayRole);
        }
    }
    if (role != Qt::DisplayRole) return {};
    switch (column) {
        case name: return row.id;
        case rows: return controls::formatCount(row.rows);
        case columns: return controls::formatCount(row.columns);
        case shape: return shapeText(row.shape);
        case size: return controls::formatBytes(row.bytes);
        case versions: return controls::formatCount(row.versions);
        case changed: return models::timeText(row.changed);
        default: return {};
    }
}

QVariant DatasetTable::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole && (section == rows || section == columns || section == size || section == versions))
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    switch (section) {
        case name: return tr("Data set");
        case rows: return tr("Rows");
        case columns: return tr("Columns");
        case shape: return tr("Shape");
        case size: return tr("Size");
        case versions: return tr("Versions");
        case changed: return tr("Changed");
        default: return {};
    }
}

}  // namespace anneal::pages
