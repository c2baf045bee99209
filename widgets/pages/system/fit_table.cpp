#include "pages/system/fit_table.h"

#include <QHeaderView>
#include <QStyledItemDelegate>

#include "controls/cell.h"
#include "controls/delegates.h"
#include "controls/numbers.h"
#include "theme/icons.h"
#include "theme/kind.h"
#include "theme/paint.h"

namespace anneal::pages {
namespace {

using theme::Role;
using Verdict = runs::Fit::Verdict;

struct Look {
    const char* icon;
    Role ink;
    Role ground;
};

Look lookOf(Verdict verdict) {
    switch (verdict) {
        case Verdict::fits: return {"check", Role::successText, Role::successSubtle};
        case Verdict::tight: return {"gauge", Role::warningText, Role::warningSubtle};
        case Verdict::over: break;
    }
    return {"x", Role::textSecondary, Role::surface};
}

class FitDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override {
        const int text = theme::textWidth(theme::font(theme::TextStyle::caption), index.data().toString());
        return {text + theme::px(theme::Size::icon) + theme::space(1) + 2 * controls::kCellPadding,
                theme::px(theme::Size::tableRowCompact)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const auto look = lookOf(index.data(FitTableModel::fit).value<runs::Fit>().verdict);
        theme::fillRect(*painter, option.rect, theme::color(look.ground));
        const QRectF whole(option.rect);
        theme::fillRect(*painter, QRectF(whole.left(), whole.top(), 1, whole.height()), theme::color(Role::border));
        theme::fillRect(*painter, QRectF(whole.left(), whole.bottom() - 1, whole.width(), 1), theme::color(Role::border));
        QRectF rect = controls::cellContents(option);
        const int size = 12;
        theme::drawIcon(*painter, QRectF(rect.left(), rect.top(), size, rect.height()), look.icon, size, theme::color(look.ink));
        rect.setLeft(rect.left() + size + theme::space(2));
        theme::drawText(*painter, rect, Qt::AlignLeft | Qt::AlignVCenter, index.data().toString(), theme::font(theme::TextStyle::caption),
                        theme::color(look.ink));
    }
};

}  // namespace

runs::RunSpec specOf(FitMethod method, bool checkpointing) {
    runs::RunSpec spec;
    spec.finetuningType = method == FitMethod::lora     ? runs::FinetuningType::lora
                          : method == FitMethod::freeze ? runs::FinetuningType::freeze
                                                        : runs::FinetuningType::full;
    spec.gradientCheckpointing = checkpointing;
    return spec;
}

void FitTableModel::setRows(const QString& first, std::vector<Row> rows) {
    beginResetModel();
    first_ = first;
    rows_ = std::move(rows);
    endResetModel();
}

int FitTableModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(rows_.size()); }
int FitTableModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(kFitMethods.size()) + 1; }

QVariant FitTableModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const auto& row = rows_[std::size_t(index.row())];
    if (index.column() == 0) return role == Qt::DisplayRole ? QVariant(row.name) : role == fit ? QVariant(row.detail) : QVariant();
    const auto& cell = row.fits[std::size_t(index.column()) - 1];
    const auto needed = controls::formatBytes(std::uint64_t(cell.memory.total()));
    switch (role) {
        case Qt::DisplayRole: return cell.verdict == Verdict::tight ? tr("%1, tight").arg(needed) : needed;
        case Qt::ToolTipRole:
        case Qt::AccessibleDescriptionRole: {
            const auto of = controls::formatBytes(std::uint64_t(row.deviceBytes));
            return cell.verdict == Verdict::over ? tr("Does not fit: %1 of %2").arg(needed, of) : tr("Fits: %1 of %2").arg(needed, of);
        }
        case fit: return QVariant::fromValue(cell);
        case deviceBytes: return QVariant::fromValue(qint64(row.deviceBytes));
        default: return {};
    }
}

QVariant FitTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    if (section == 0) return first_;
    switch (kFitMethods[std::size_t(section) - 1]) {
        case FitMethod::lora: return tr("LoRA");
        case FitMethod::freeze: return tr("Freeze");
        case FitMethod::full: return tr("Full");
    }
    Q_UNREACHABLE();
}

FitTable::FitTable(QWidget* parent) : Table({}, Rows::compact, parent) {
    setModel(&model_);
    setItemDelegate(new FitDelegate(this));
    setItemDelegateForColumn(0, new controls::NamedDelegate(FitTableModel::fit, false, this));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(NoSelection);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
}

void FitTable::fitHeight() {
    setFixedHeight(theme::px(theme::Size::tableHeader) + model_.rowCount() * theme::px(theme::Size::tableRowCompact));
}

}  // namespace anneal::pages
