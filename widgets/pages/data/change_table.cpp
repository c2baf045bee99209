#include "pages/data/change_table.h"

#include "controls/marked_text.h"
#include "controls/numbers.h"
#include "pages/data/shown_text.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {
namespace {

enum ChangedColumn { changedRow, changedColumn, before, after };
enum DroppedColumn { droppedRow, reason };

}  // namespace

void ChangeTable::show(std::shared_ptr<const CountedRecipe> counted, int step, Kind kind) {
    beginResetModel();
    counted_ = std::move(counted);
    step_ = step;
    kind_ = kind;
    endResetModel();
}

void ChangeTable::retranslate() { Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1); }

int ChangeTable::rowCount(const QModelIndex& parent) const {
    if (parent.isValid() || !counted_ || step_ < 0) return 0;
    const auto step = std::size_t(step_);
    return int(kind_ == Kind::changed ? counted_->changes[step].size() : counted_->drops[step].size());
}

int ChangeTable::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : kind_ == Kind::changed ? after + 1 : reason + 1;
}

QVariant ChangeTable::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const int column = index.column();
    if (role == Qt::TextAlignmentRole) return column == changedRow ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    const auto at = std::size_t(index.row());
    if (kind_ == Kind::dropped) {
        const auto& drop = counted_->drops[std::size_t(step_)][at];
        if (role == rowNumber) return qint64(drop.id.number);
        if (role != Qt::DisplayRole) return {};
        return column == droppedRow ? controls::formatCount(drop.id.number) : QString::fromStdString(drop.reason);
    }
    const auto& change = counted_->changes[std::size_t(step_)][at];
    if (role == rowNumber) return qint64(change.id.number);
    if (role == cell && column >= before)
        return QVariant::fromValue(
            controls::MarkedCell{.parts = shownSide(change.before.value_or(""), change.after.value_or(""), column == before)});
    if (role != Qt::DisplayRole) return {};
    switch (column) {
        case changedRow: return controls::formatCount(change.id.number);
        case changedColumn: return QString::fromStdString(change.column);
        case before: return shownLine(change.before.value_or(""));
        case after: return shownLine(change.after.value_or(""));
        default: return {};
    }
}

QVariant ChangeTable::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole && section == changedRow) return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    if (section == changedRow) return tr("Row");
    if (kind_ == Kind::dropped) return tr("Why it goes");
    switch (section) {
        case changedColumn: return tr("Column");
        case before: return tr("Before");
        case after: return tr("After");
        default: return {};
    }
}

}  // namespace anneal::pages
