#include "controls/profile_header.h"

#include <algorithm>

#include "controls/cell.h"
#include "controls/numbers.h"
#include "theme/icons.h"
#include "theme/paint.h"

namespace anneal::controls {
namespace {

using theme::Role;

constexpr int kTop = 8;
constexpr int kHistogram = 28;
constexpr int kHistogramTop = kTop + 20;
constexpr int kFactTop = kHistogramTop + kHistogram + 4;
constexpr int kTypeIcon = 14;
constexpr double kOpacity = 0.75;
constexpr double kWorthALook = 0.01;

void drawHistogram(QPainter& painter, const QRectF& rect, const std::vector<double>& bins) {
    const double tallest = bins.empty() ? 0 : *std::max_element(bins.begin(), bins.end());
    if (tallest <= 0) return;
    auto ink = theme::series(0).color;
    ink.setAlphaF(float(kOpacity));
    const qreal step = rect.width() / qreal(bins.size());
    const qreal gap = step >= 3 ? 1 : 0;
    for (std::size_t i = 0; i < bins.size(); ++i) {
        const qreal height = bins[i] > 0 ? std::max(1.0, bins[i] / tallest * rect.height()) : 0;
        const qreal left = rect.left() + qreal(i) * step;
        if (height > 0) theme::fillRect(painter, QRectF(left, rect.bottom() - height, step - gap, height), ink);
    }
}

}  // namespace

ProfileHeader::ProfileHeader(int role, QWidget* parent) : QHeaderView(Qt::Horizontal, parent), role_(role) {
    setSectionsClickable(true);
    setHighlightSections(false);
    setStretchLastSection(true);
}

QSize ProfileHeader::sizeHint() const { return {QHeaderView::sizeHint().width(), theme::px(theme::Size::tableHeaderProfile)}; }

void ProfileHeader::paintSection(QPainter* painter, const QRect& rect, int section) const {
    QStyleOptionHeader option;
    initStyleOption(&option);
    option.rect = rect;
    style()->drawControl(QStyle::CE_HeaderSection, &option, painter, this);

    const auto name = model()->headerData(section, orientation()).toString();
    const QRectF inside = QRectF(rect).adjusted(kCellPadding, 0, -kCellPadding, 0);
    const auto line = [&](int top) {
        return QRectF(inside.left(), rect.top() + top, inside.width(), theme::lineHeight(theme::TextStyle::caption));
    };
    const auto value = model()->headerData(section, orientation(), role_);
    const auto& strong = theme::font(theme::TextStyle::caption, theme::Weight::semibold);
    if (!value.canConvert<ColumnProfile>()) {
        const auto alignment = Qt::Alignment(model()->headerData(section, orientation(), Qt::TextAlignmentRole).toInt());
        theme::drawText(*painter, line(kTop), alignment | Qt::AlignVCenter, name, strong, theme::color(Role::textSecondary));
        return;
    }
    const auto profile = value.value<ColumnProfile>();
    const auto top = line(kTop);
    theme::drawText(*painter, top.adjusted(0, 0, -kTypeIcon - theme::space(1), 0), Qt::AlignLeft | Qt::AlignVCenter, name, strong,
                    theme::color(Role::text));
    theme::drawIcon(*painter, QRectF(top.right() - kTypeIcon, top.top(), kTypeIcon, top.height()), profile.icon, kTypeIcon,
                    theme::color(Role::textSecondary));
    drawHistogram(*painter, QRectF(inside.left(), rect.top() + kHistogramTop, inside.width(), kHistogram), profile.histogram);

    const auto& small = theme::font(theme::TextStyle::caption);
    const auto fact = line(kFactTop);
    theme::drawText(*painter, fact, Qt::AlignLeft | Qt::AlignVCenter, profile.fact, small, theme::color(Role::textSecondary));
    if (!profile.emptyShare) return;
    const double empty = *profile.emptyShare;
    theme::drawText(*painter, fact.translated(0, fact.height()), Qt::AlignLeft | Qt::AlignVCenter,
                    empty > 0 ? tr("%1 empty").arg(formatPercent(empty, 1)) : tr("None empty"), small,
                    theme::color(empty > kWorthALook ? Role::warningText : Role::textSecondary));
}

}  // namespace anneal::controls
