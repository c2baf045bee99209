#include "pages/train/rank_grid.h"

#include "controls/accessible_role.h"
#include "theme/paint.h"

namespace anneal::pages {
namespace {

using theme::Role;
using theme::TextStyle;

constexpr int kCellWidth = 120;
constexpr int kCellHeight = 56;
constexpr int kMostShown = 64;

int gap() { return theme::space(2); }

}  // namespace

RankGrid::RankGrid(QWidget* parent) : QWidget(parent) {
    controls::setAccessibleRole(*this, QAccessible::Grouping);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void RankGrid::show(std::vector<Cell> cells) {
    cells_ = std::move(cells);
    if (cells_.size() > kMostShown) cells_.resize(kMostShown);
    QStringList said;
    for (const auto& cell : cells_) said << cell.rank + QStringLiteral(": ") + cell.device;
    setAccessibleDescription(said.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

int RankGrid::columns(int width) const { return std::max(1, (width + gap()) / (kCellWidth + gap())); }

int RankGrid::heightForWidth(int width) const {
    const int across = columns(width), lines = (int(cells_.size()) + across - 1) / across;
    return std::max(kCellHeight, lines * (kCellHeight + gap()) - gap());
}

void RankGrid::resizeEvent(QResizeEvent*) { updateGeometry(); }

void RankGrid::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const int across = columns(width());
    for (int i = 0; i < int(cells_.size()); ++i) {
        const auto& cell = cells_[std::size_t(i)];
        const QRectF box(i % across * (kCellWidth + gap()), i / across * (kCellHeight + gap()), kCellWidth, kCellHeight);
        theme::drawBox(painter, box,
                       {theme::color(cell.missing ? Role::dangerSubtle : Role::accentSubtle),
                        theme::color(cell.missing ? Role::danger : Role::border), qreal(theme::px(theme::Radius::control))});
        const QRectF words = box.adjusted(theme::space(3), theme::space(2), -theme::space(2), -theme::space(2));
        const auto ink = theme::color(cell.missing ? Role::dangerText : Role::accentText);
        theme::drawText(painter, QRectF(words.topLeft(), QSizeF(words.width(), theme::lineHeight(TextStyle::body))),
                        Qt::AlignLeft | Qt::AlignVCenter, cell.rank, theme::font(TextStyle::body, theme::Weight::semibold), ink);
        theme::drawText(
            painter,
            QRectF(words.left(), words.top() + theme::lineHeight(TextStyle::body), words.width(), theme::lineHeight(TextStyle::caption)),
            Qt::AlignLeft | Qt::AlignVCenter, cell.device, theme::font(TextStyle::caption),
            theme::color(cell.missing ? Role::dangerText : Role::textSecondary));
    }
}

}  // namespace anneal::pages
