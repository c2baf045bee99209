#include "pages/train/cutoff_chart.h"

#include "controls/accessible_role.h"
#include "controls/numbers.h"
#include "theme/paint.h"

namespace anneal::pages {
namespace {

using theme::Role;
using theme::TextStyle;

constexpr int kBar = 6;
constexpr double kBeyondCutoff = 1.15;  // how far the axis goes past the cutoff when nothing is that long

}  // namespace

CutoffChart::CutoffChart(QWidget* parent) : QWidget(parent) {
    controls::setAccessibleRole(*this, QAccessible::Chart);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void CutoffChart::show(std::vector<std::int64_t> lengths, std::int64_t cutoff) {
    lengths_ = std::move(lengths);
    cutoff_ = cutoff;
    const auto over = std::ranges::count_if(lengths_, [&](auto length) { return length > cutoff; });
    setAccessibleDescription(
        tr("%1 of %2 samples are longer than %3 tokens")
            .arg(controls::formatCount(over), controls::formatCount(std::int64_t(lengths_.size())), controls::formatCount(cutoff)));
    setToolTip(accessibleDescription());
    update();
}

void CutoffChart::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const int caption = theme::lineHeight(TextStyle::caption);
    const QRectF plot(0, caption, width(), height() - 2 * caption);
    theme::fillRect(painter, QRectF(plot.left(), plot.bottom(), plot.width(), 1), theme::color(Role::borderStrong));
    if (lengths_.empty()) return;
    const auto longest = *std::ranges::max_element(lengths_);
    const double end = std::max(double(longest), std::min(double(cutoff_), double(longest) * 2) * kBeyondCutoff);
    const int bins = std::max(1, int(plot.width()) / (kBar + 1));
    std::vector<int> counts(std::size_t(bins), 0);
    for (const auto length : lengths_) ++counts[std::min<std::size_t>(std::size_t(bins) - 1, std::size_t(double(length) / end * bins))];
    const int tallest = *std::ranges::max_element(counts);
    const double cut = double(cutoff_) / end;
    for (int i = 0; i < bins; ++i) {
        if (counts[std::size_t(i)] == 0) continue;
        const qreal height = std::max<qreal>(2, plot.height() * counts[std::size_t(i)] / tallest);
        const bool beyond = double(i) / bins >= cut;
        theme::fillRect(painter, QRectF(plot.left() + i * plot.width() / bins, plot.bottom() - height, kBar, height),
                        theme::color(beyond ? Role::warning : Role::accent));
    }
    const auto& font = theme::font(TextStyle::caption);
    const auto ink = theme::color(Role::textSecondary);
    const QRectF below(0, plot.bottom() + 2, width(), caption);
    theme::drawText(painter, below, Qt::AlignLeft | Qt::AlignVCenter, QStringLiteral("0"), font, ink);
    theme::drawText(painter, below, Qt::AlignRight | Qt::AlignVCenter, tr("%1 tokens").arg(controls::formatCount(std::int64_t(end))), font,
                    ink);
    const auto words = tr("Cutoff %1").arg(controls::formatCount(cutoff_));
    if (cut > 1) return theme::drawText(painter, QRectF(0, 0, width(), caption), Qt::AlignRight | Qt::AlignVCenter, words, font, ink);
    const qreal x = plot.left() + cut * plot.width();
    theme::fillRect(painter, QRectF(x, plot.top(), 1, plot.height()), theme::color(Role::text));
    const qreal half = theme::textWidth(font, words) / 2.0 + 1;
    const qreal middle = std::clamp(x, half, std::max(half, width() - half));
    theme::drawText(painter, QRectF(middle - half, 0, 2 * half, caption), Qt::AlignCenter, words, font, theme::color(Role::text));
}

}  // namespace anneal::pages
