#pragma once
// A run's name behind its check box. The box works by mouse; Space on the row is the view's.

#include "controls/delegates.h"

namespace anneal::pages {

class TickDelegate : public controls::NamedDelegate {
    Q_OBJECT
public:
    TickDelegate(int role, QObject* parent) : NamedDelegate(role, true, parent) {}

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

protected:
    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option, const QModelIndex& index) override;
};

}  // namespace anneal::pages
