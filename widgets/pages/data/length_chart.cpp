#include "pages/data/length_chart.h"

#include <QPainter>

#include "controls/numbers.h"
#include "theme/paint.h"

namespace anneal::pages {
namespace {

using theme::Role;

constexpr int kBins = 40;
constexpr int kChart = 72;
constexpr double kTail = 0.999;  // the longest few would squeeze all others

}  // namespace

LengthChart::LengthChart(QWidget* parent) : QWidget(parent) { setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed); }

QSize LengthChart::sizeHint() const { return {200, kChart + theme::lineHeight(theme::TextStyle::caption) + theme::space(1)}; }

void LengthChart::setLengths(const std::vector<std::int32_t>& lengths, std::int64_t cutoff) {
    cutoff_ = cutoff;
    bins_.assign(kBins, 0);
    highest_ = 1;
    if (!lengths.empty()) {
        highest_ = std::max<std::int64_t>(1, lengths[std::size_t(double(lengths.size() - 1) * kTail)]);
        if (lengths.back() > cutoff) highest_ = std::max(highest_, cutoff + cutoff / 8);
        for (const auto length : lengths) ++bins_[std::size_t(std::min<std::int64_t>(kBins - 1, length * kBins / (highest_ + 1)))];
    }
    update();
}

void LengthChart::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const int tallest = bins_.empty() ? 0 : *std::ranges::max_element(bins_);
    const double step = double(width()) / kBins;
    const auto at = [&](std::int64_t tokens) { return double(tokens) / double(highest_) * width(); };
    for (int bin = 0; bin < int(bins_.size()); ++bin) {
        if (bins_[std::size_t(bin)] == 0) continue;
        const double height = std::max(1.0, double(bins_[std::size_t(bin)]) / tallest * kChart);
        const bool cut = double(bin) / kBins * double(highest_) >= double(cutoff_);
        theme::fillRect(painter, QRectF(bin * step, kChart - height, step - 1, height),
                        cut ? theme::color(Role::warning) : theme::series(0).color);
    }
    theme::fillRect(painter, QRectF(0, kChart, width(), 1), theme::color(Role::chartAxis));
    const auto& small = theme::font(theme::TextStyle::caption);
    const QRectF axis(0, kChart + theme::space(1), width(), theme::lineHeight(theme::TextStyle::caption));
    theme::drawText(painter, axis, Qt::AlignLeft | Qt::AlignVCenter, QStringLiteral("0"), small, theme::color(Role::textSecondary));
    theme::drawText(painter, axis, Qt::AlignRight | Qt::AlignVCenter, controls::formatCount(highest_), small,
                    theme::color(Role::textSecondary));
    if (cutoff_ > 0 && cutoff_ < highest_) {
        QPen pen(theme::color(Role::warning), 1, Qt::DashLine);
        painter.setPen(pen);
        painter.drawLine(QPointF(at(cutoff_), 0), QPointF(at(cutoff_), kChart));
    }
}

}  // namespace anneal::pages
