#include "charts/series_look.h"

#include "theme/paint.h"

namespace anneal::charts {

QColor seriesColor(std::size_t number) { return theme::series(number).color; }

QList<qreal> seriesDash(std::size_t number) {
    const auto& series = theme::Tokens::builtIn().series[theme::Theme::current().scheme()];
    const auto round = qreal(number / series.size());
    auto dash = theme::series(number).dash;
    if (round == 0) return dash;
    if (dash.isEmpty()) return {14 + 6 * round, 3};
    for (auto& length : dash) length *= 1 + round;
    return dash;
}

QPen seriesPen(std::size_t number, qreal width) {
    QPen pen(seriesColor(number), width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    auto dash = seriesDash(number);
    if (dash.isEmpty()) return pen;
    for (auto& length : dash) length /= width;
    pen.setDashPattern(dash);
    return pen;
}

void drawSample(QPainter& painter, const QRectF& rect, std::size_t number, const QColor& color) {
    const theme::Painting painting(painter);
    auto pen = seriesPen(number, theme::px(theme::Stroke::chartEmphasis));
    pen.setColor(color);
    painter.setPen(pen);
    const qreal middle = rect.center().y();
    painter.drawLine(QPointF(rect.left(), middle), QPointF(rect.right(), middle));
}

}  // namespace anneal::charts
