#include "pages/data/row_table.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>

#include "controls/cell.h"
#include "controls/marked_text.h"
#include "controls/profile_header.h"
#include "theme/paint.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {
namespace {

using theme::Role;

constexpr int kNumberWidth = 88;
constexpr int kCharacter = 7;  // pixels, about
constexpr int kShort = 128;
constexpr int kLong = 320;
constexpr int kMostCopied = 20'000;  // cells

/// Numbers of rows and of columns at the right, texts with their marks.
class RowDelegate : public controls::MarkedDelegate {
public:
    explicit RowDelegate(QObject* parent) : MarkedDelegate(RowModel::cell, parent) {}

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        if (index.column() != RowModel::kNumber) return MarkedDelegate::paint(painter, option, index);
        const auto cell = index.data(RowModel::cell).value<controls::MarkedCell>();
        const bool dropped = cell.state == controls::MarkedCell::State::dropped;
        controls::drawCellGround(*painter, option, index);
        if (dropped) theme::fillRect(*painter, QRectF(option.rect).adjusted(0, 0, 0, -1), theme::color(Role::dangerSubtle));
        const auto ink = dropped ? theme::color(Role::dangerText) : controls::cellInk(option, theme::color(Role::textSecondary));
        if (!cell.parts.empty())
            theme::drawText(*painter, controls::cellContents(option), Qt::AlignRight | Qt::AlignVCenter, cell.parts.front().text,
                            theme::font(theme::TextStyle::body), ink);
    }
};

}  // namespace

RowTable::RowTable(QWidget* parent) : Table({}, Rows::standard, parent) {
    auto* header = new controls::ProfileHeader(RowModel::profile, this);
    setHorizontalHeader(header);
    header->setSectionsMovable(true);
    header->setStretchLastSection(true);
    setItemDelegate(new RowDelegate(this));
    setSelectionBehavior(SelectItems);
    setSelectionMode(ContiguousSelection);
}

void RowTable::setRows(RowModel* model) {
    rows_ = model;
    setModel(model);
    widen();
    connect(model, &QAbstractItemModel::modelReset, this, &RowTable::widen);
}

void RowTable::widen() {
    if (std::exchange(columns_, rows_->columnCount()) == rows_->columnCount()) return;
    setColumnWidth(RowModel::kNumber, kNumberWidth);
    for (int column = 1; column < rows_->columnCount(); ++column) {
        const auto longest = std::min<std::int64_t>(rows_->longestText(column), kLong);
        setColumnWidth(column, std::clamp(int(longest) * kCharacter + 2 * controls::kCellPadding, kShort, kLong));
    }
}

bool RowTable::copyCells() {
    const auto ranges = selectionModel()->selection();
    if (ranges.isEmpty()) return true;
    const auto& range = ranges.front();
    if (qint64(range.height()) * range.width() > kMostCopied) {
        Q_EMIT copyWanted();
        return false;
    }
    QStringList lines;
    for (int row = range.top(); row <= range.bottom(); ++row) {
        if (!rows_->index(row, 0).data(RowModel::isThere).toBool()) {
            Q_EMIT copyWanted();
            return false;
        }
        QStringList cells;
        for (int visual = 0; visual < rows_->columnCount(); ++visual) {
            const int column = horizontalHeader()->logicalIndex(visual);
            if (column >= range.left() && column <= range.right() && !isColumnHidden(column))
                cells << rows_->index(row, column).data().toString();
        }
        lines << cells.join(u'\t');
    }
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
    return true;
}

void RowTable::showCell(int row, int column) {
    const auto index = rows_->index(row, column);
    scrollTo(index, PositionAtCenter);
    setCurrentIndex(index);
}

void RowTable::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Copy)) {
        copyCells();
        return event->accept();
    }
    Table::keyPressEvent(event);
}

void RowTable::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    Table::currentChanged(current, previous);
    if (current.isValid()) Q_EMIT cellChosen(current);
}

}  // namespace anneal::pages
