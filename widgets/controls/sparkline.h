#pragma once
// A curve without axes, in a cell or beside a name: where a loss went.

#include <QStyledItemDelegate>

#include "controls/tone.h"

namespace anneal::controls {

/// What SparklineDelegate reads from its role.
struct SparklineValues {
    QList<qreal> values;  ///< evenly spaced; NaN leaves a gap
    double extent = 1;    ///< the share of the width that they fill: how far a run has come
    Tone tone = Tone::accent;

    bool operator==(const SparklineValues&) const = default;
};

/// 108 × 22 at most, in the middle of `rect`'s height: a line of 1.5 pixels that ends in a dot.
void drawSparkline(QPainter& painter, const QRectF& rect, const SparklineValues& curve);

class SparklineDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    /// `role` of the model holds SparklineValues.
    explicit SparklineDelegate(int role, QObject* parent = nullptr);

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    int role_;
};

}  // namespace anneal::controls

Q_DECLARE_METATYPE(anneal::controls::SparklineValues)
