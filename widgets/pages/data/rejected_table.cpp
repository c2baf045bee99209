#include "pages/data/rejected_table.h"

#include "controls/numbers.h"
#include "pages/data/shown_text.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {

void RejectedTable::setRows(std::vector<data::Rejection> rejected) {
    beginResetModel();
    rejected_ = std::move(rejected);
    endResetModel();
}

QVariant RejectedTable::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const auto& one = rejected_[std::size_t(index.row())];
    if (role == Qt::TextAlignmentRole) return index.column() <= line ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    if (role != Qt::DisplayRole) return {};
    switch (index.column()) {
        case row: return one.row > 0 ? controls::formatCount(one.row) : u"–"_s;
        case line: return one.line > 0 ? controls::formatCount(one.line) : u"–"_s;
        case reason: return QString::fromStdString(one.file.empty() ? one.reason : one.file + ": " + one.reason);
        case text: return shownLine(one.text);
        default: return {};
    }
}

QVariant RejectedTable::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole && section <= line) return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    switch (section) {
        case row: return tr("Row");
        case line: return tr("Line");
        case reason: return tr("Why it was left out");
        case text: return tr("Begins");
        default: return {};
    }
}

}  // namespace anneal::pages
