#pragma once
// How runs side by side are drawn: a header with each run's line, cells that say where they differ and which is best.

#include <QHeaderView>
#include <QStyledItemDelegate>

namespace anneal::pages {

class CompareHeader : public QHeaderView {
    Q_OBJECT
public:
    explicit CompareHeader(QWidget* parent = nullptr);

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override;
};

class CompareCell : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit CompareCell(QObject* parent = nullptr) : QStyledItemDelegate(parent) {}

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}  // namespace anneal::pages
