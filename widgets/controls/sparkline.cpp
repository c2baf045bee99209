#include "controls/sparkline.h"

#include <cmath>

#include <QPainterPath>

#include "controls/cell.h"
#include "theme/paint.h"

namespace anneal::controls {
namespace {

constexpr int kWidth = 108;
constexpr int kHeight = 22;
constexpr qreal kDot = 5;

QColor inkOf(Tone tone) { return theme::color(tone == Tone::accent ? theme::Role::accentText : fillRole(tone)); }

}  // namespace

void drawSparkline(QPainter& painter, const QRectF& rect, const SparklineValues& curve) {
    const auto& values = curve.values;
    const auto known = [](qreal value) { return std::isfinite(value); };
    qreal low = INFINITY, high = -INFINITY;
    for (const qreal value : values)
        if (known(value)) low = std::min(low, value), high = std::max(high, value);
    if (low > high) return;

    const qreal width = std::min<qreal>(kWidth, rect.width()) - kDot, height = kHeight - kDot;
    const QPointF corner(rect.left(), rect.center().y() - height / 2);
    const auto place = [&](qsizetype i) {
        const qreal across = values.size() > 1 ? qreal(i) / qreal(values.size() - 1) : 1;
        const qreal down = high > low ? (high - values[i]) / (high - low) : 0.5;
        return corner + QPointF(across * curve.extent * width, down * height);
    };
    QPainterPath line;
    bool open = false;
    QPointF last;
    for (qsizetype i = 0; i < values.size(); ++i) {
        if (!known(values[i])) {
            open = false;
            continue;
        }
        last = place(i);
        open ? line.lineTo(last) : line.moveTo(last);
        open = true;
    }
    const theme::Painting painting(painter);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(inkOf(curve.tone), theme::px(theme::Stroke::chart), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(line);
    painter.setPen(Qt::NoPen);
    painter.setBrush(inkOf(curve.tone));
    painter.drawEllipse(last, kDot / 2, kDot / 2);
}

SparklineDelegate::SparklineDelegate(int role, QObject* parent) : QStyledItemDelegate(parent), role_(role) {}

QSize SparklineDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    return {kWidth + 2 * kCellPadding, theme::px(theme::Size::tableRow)};
}

void SparklineDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    drawCellGround(*painter, option, index);
    if (const auto value = index.data(role_); value.canConvert<SparklineValues>())
        drawSparkline(*painter, cellContents(option), value.value<SparklineValues>());
}

}  // namespace anneal::controls
