#include "controls/forecast_bar.h"

#include <cmath>

#include <QEvent>
#include <QPainterPath>

#include "controls/accessible_role.h"
#include "theme/paint.h"

namespace anneal::controls {
namespace {

using theme::Role;

constexpr int kGap = 1;
constexpr int kHatch = 5;
constexpr int kSwatch = 10;
constexpr int kLegendRow = 24;
constexpr int kLegendGap = 16;
constexpr int kNameGap = 8;

/// Diagonals at a fixed distance, so that grey is told from a part without colour.
void hatch(QPainter& painter, const QPainterPath& shape) {
    const theme::Painting painting(painter);
    painter.setClipPath(shape);
    const QRectF rect = shape.boundingRect();
    painter.setPen(QPen(theme::color(Role::textSecondary), 1.25));
    for (qreal x = rect.left() - rect.height(); x < rect.right(); x += kHatch)
        painter.drawLine(QPointF(x, rect.bottom()), QPointF(x + rect.height(), rect.top()));
}

QPainterPath rounded(const QRectF& rect, qreal radius) {
    QPainterPath path;
    path.addRoundedRect(rect, radius, radius);
    return path;
}

void drawSwatch(QPainter& painter, const QRectF& row, std::optional<std::size_t> series) {
    const QRectF swatch = theme::snapped(painter, {row.left(), row.center().y() - kSwatch / 2.0, kSwatch, kSwatch});
    if (series) return theme::drawBox(painter, swatch, {theme::series(*series).color, {}, 2});
    hatch(painter, rounded(swatch, 2));
    theme::drawBox(painter, swatch, {{}, theme::color(Role::borderControl), 2});
}

QString othersName(const Forecast& forecast) {
    return forecast.othersName.isEmpty() ? ForecastBar::tr("Other programs") : forecast.othersName;
}

}  // namespace

ForecastBar::ForecastBar(const QString& name, QWidget* parent) : QWidget(parent) {
    setAccessibleRole(*this, QAccessible::Chart);
    setAccessibleName(name);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ForecastBar::setForecast(Forecast forecast) {
    forecast_ = std::move(forecast);
    describe();
    update();
}

void ForecastBar::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) describe();
}

void ForecastBar::describe() {
    QStringList said;
    for (const auto& part : forecast_.parts) said << tr("%1: %2").arg(part.name, part.figure);
    if (forecast_.others > 0) said << tr("%1: %2").arg(othersName(forecast_), forecast_.othersFigure);
    setAccessibleDescription(said.join(tr(", ")));
    setToolTip(said.join(u'\n'));
}

QSize ForecastBar::sizeHint() const { return {240, theme::px(theme::Size::forecastBar)}; }
QSize ForecastBar::minimumSizeHint() const { return {64, sizeHint().height()}; }

void ForecastBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const qreal radius = theme::px(theme::Radius::chip);
    const QRectF track = theme::snapped(painter, rect());
    theme::drawBox(painter, track, {theme::color(Role::sunken), theme::color(Role::border), radius});
    if (forecast_.capacity <= 0) return;

    const theme::Painting painting(painter);
    const QRectF inside = track.adjusted(1, 1, -1, -1);
    const auto shape = rounded(inside, radius - 1);
    double from = 0;
    const auto next = [&](double amount) {
        const double to = std::min(from + amount / forecast_.capacity, 1.0);
        const qreal left = inside.left() + from * inside.width();
        const qreal right = inside.left() + to * inside.width();
        from = to;
        QPainterPath piece;
        piece.addRect(theme::snapped(painter, {left, inside.top(), std::max<qreal>(1, right - left - kGap), inside.height()}));
        return shape.intersected(piece);
    };
    for (const auto& part : forecast_.parts)
        if (part.amount > 0) painter.fillPath(next(part.amount), theme::series(part.series).color);
    if (forecast_.others > 0) hatch(painter, next(forecast_.others));
}

ForecastLegend::ForecastLegend(QWidget* parent) : QWidget(parent) {
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ForecastLegend::setForecast(Forecast forecast) {
    forecast_ = std::move(forecast);
    updateGeometry();
    update();
}

std::vector<ForecastLegend::Entry> ForecastLegend::entries() const {
    std::vector<Entry> all;
    for (const auto& part : forecast_.parts) all.push_back({part.name, part.figure, part.series});
    if (forecast_.others > 0) all.push_back({othersName(forecast_), forecast_.othersFigure, {}});
    return all;
}

int ForecastLegend::entryWidth(const Entry& entry) const {
    const int words = theme::textWidth(theme::font(theme::TextStyle::caption), entry.name);
    return kSwatch + kNameGap + words + kNameGap +
           theme::textWidth(theme::font(theme::TextStyle::caption, theme::Weight::medium), entry.figure);
}

int ForecastLegend::columns(int width) const {
    int widest = 1;
    const auto all = entries();
    for (const auto& entry : all) widest = std::max(widest, entryWidth(entry));
    return std::clamp((width + kLegendGap) / (widest + kLegendGap), 1, std::max(1, int(all.size())));
}

QSize ForecastLegend::sizeHint() const { return {240, heightForWidth(240)}; }
QSize ForecastLegend::minimumSizeHint() const { return {64, kLegendRow}; }

int ForecastLegend::heightForWidth(int width) const {
    const int across = columns(width);
    return (int(entries().size()) + across - 1) / across * kLegendRow;
}

void ForecastLegend::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const int across = columns(width());
    const qreal column = (width() + kLegendGap) / qreal(across);
    const auto all = entries();
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto& entry = all[i];
        const QRectF row(std::floor(qreal(i % std::size_t(across)) * column), qreal(i / std::size_t(across)) * kLegendRow,
                         std::min<qreal>(column - kLegendGap, entryWidth(entry)), kLegendRow);
        drawSwatch(painter, row, entry.series);
        const auto& strong = theme::font(theme::TextStyle::caption, theme::Weight::medium);
        const qreal figure = theme::textWidth(strong, entry.figure);
        theme::drawText(painter, row.adjusted(kSwatch + kNameGap, 0, -figure - kNameGap, 0), Qt::AlignLeft | Qt::AlignVCenter, entry.name,
                        theme::font(theme::TextStyle::caption), theme::color(Role::textSecondary));
        theme::drawText(painter, row, Qt::AlignRight | Qt::AlignVCenter, entry.figure, strong, theme::color(Role::text));
    }
}

}  // namespace anneal::controls
