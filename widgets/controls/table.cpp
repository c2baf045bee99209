#include "controls/table.h"

#include <QHeaderView>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QToolTip>

#include "theme/kind.h"
#include "theme/theme.h"

namespace anneal::controls {
namespace {

constexpr int kWithControls = 40;

int heightOf(Table::Rows rows) {
    switch (rows) {
        case Table::Rows::standard: return theme::px(theme::Size::tableRow);
        case Table::Rows::compact: return theme::px(theme::Size::tableRowCompact);
        case Table::Rows::withControls: return kWithControls;
    }
    Q_UNREACHABLE();
}

}  // namespace

Table::Table(const QString& name, Rows rows, QWidget* parent) : QTableView(parent) {
    setAccessibleName(name);
    setFrameShape(NoFrame);
    setShowGrid(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setWordWrap(false);
    setMouseTracking(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setCornerButtonEnabled(false);
    setTabKeyNavigation(false);
    theme::setCompact(*this, rows == Rows::compact);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(heightOf(rows));
    verticalHeader()->setDefaultSectionSize(heightOf(rows));
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setStretchLastSection(true);
    connect(this, &QTableView::doubleClicked, this, &Table::opened);
}

void Table::stretch(int column) {
    horizontalHeader()->setStretchLastSection(false);
    horizontalHeader()->setSectionResizeMode(column, QHeaderView::Stretch);
}

bool Table::viewportEvent(QEvent* event) {
    switch (event->type()) {
        case QEvent::MouseMove: hover(rowAt(static_cast<QMouseEvent*>(event)->position().toPoint().y())); break;
        case QEvent::Leave: hover(-1); break;
        case QEvent::ToolTip: {
            const auto* help = static_cast<QHelpEvent*>(event);
            const auto index = indexAt(help->pos());
            const bool silent = index.isValid() && index.data(Qt::ToolTipRole).toString().isEmpty();
            if (silent && sizeHintForIndex(index).width() > columnWidth(index.column())) {
                QToolTip::showText(help->globalPos(), index.data().toString(), viewport(), visualRect(index));
                return true;
            }
            break;
        }
        default: break;
    }
    return QTableView::viewportEvent(event);
}

void Table::initViewItemOption(QStyleOptionViewItem* option) const {
    QTableView::initViewItemOption(option);
    option->textElideMode = Qt::ElideRight;
}

void Table::keyPressEvent(QKeyEvent* event) {
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()) return Q_EMIT opened(currentIndex());
    QTableView::keyPressEvent(event);
}

void Table::hover(int row) {
    const int before = theme::hoveredRow(this);
    if (row == before) return;
    theme::setHoveredRow(*this, row);
    for (const int changed : {before, row})
        if (changed >= 0) viewport()->update(0, rowViewportPosition(changed), viewport()->width(), rowHeight(changed));
}

}  // namespace anneal::controls
