#include "pages/data/head_table.h"

#include "controls/cell.h"
#include "controls/chip.h"
#include "pages/data/dataset_words.h"
#include "theme/icons.h"
#include "theme/paint.h"

namespace anneal::pages {
namespace {

constexpr int kHeight = 56;
constexpr int kTypeIcon = 14;

}  // namespace

void HeadTable::setProbe(std::shared_ptr<const Probe> probe) {
    beginResetModel();
    probe_ = std::move(probe);
    mapping_ = probe_ ? probe_->detection.mapping : data::Mapping{};
    endResetModel();
}

void HeadTable::setMapping(const data::Mapping& mapping) {
    mapping_ = mapping;
    if (columnCount() > 0) Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

int HeadTable::rowCount(const QModelIndex& parent) const { return parent.isValid() || !probe_ ? 0 : int(probe_->rows.size()); }
int HeadTable::columnCount(const QModelIndex& parent) const { return parent.isValid() || !probe_ ? 0 : int(probe_->columns.size()); }

QVariant HeadTable::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::DisplayRole) return {};
    return probe_->rows[std::size_t(index.row())].value(index.column());
}

QVariant HeadTable::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) return {};
    const auto& column = probe_->columns[std::size_t(section)];
    switch (role) {
        case Qt::DisplayRole: return QString::fromStdString(column.name);
        case Qt::ToolTipRole: return QString::fromStdString(column.name) + QStringLiteral(" · ") + typeText(column.type);
        case partRole: {
            const auto part = roleOf(mapping_, column.name);
            return part.empty() ? QString() : partText(part);
        }
        case iconRole: return QString::fromStdString(typeIcon(column.type));
        default: return {};
    }
}

RoleHeader::RoleHeader(QWidget* parent) : QHeaderView(Qt::Horizontal, parent) {
    setHighlightSections(false);
    setStretchLastSection(true);
}

QSize RoleHeader::sizeHint() const { return {QHeaderView::sizeHint().width(), kHeight}; }

void RoleHeader::paintSection(QPainter* painter, const QRect& rect, int section) const {
    QStyleOptionHeader option;
    initStyleOption(&option);
    option.rect = rect;
    style()->drawControl(QStyle::CE_HeaderSection, &option, painter, this);
    const QRectF inside = QRectF(rect).adjusted(controls::kCellPadding, 0, -controls::kCellPadding, 0);
    const QRectF top(inside.left(), rect.top() + 8, inside.width(), theme::lineHeight(theme::TextStyle::caption));
    theme::drawIcon(*painter, QRectF(top.right() - kTypeIcon, top.top(), kTypeIcon, top.height()),
                    model()->headerData(section, Qt::Horizontal, HeadTable::iconRole).toString().toStdString(), kTypeIcon,
                    theme::color(theme::Role::textSecondary));
    theme::drawText(*painter, top.adjusted(0, 0, -kTypeIcon - theme::space(1), 0), Qt::AlignLeft | Qt::AlignVCenter,
                    model()->headerData(section, Qt::Horizontal).toString(),
                    theme::font(theme::TextStyle::caption, theme::Weight::semibold), theme::color(theme::Role::text));
    const QRectF below(inside.left(), rect.top() + 28, inside.width(), 20);
    const auto part = model()->headerData(section, Qt::Horizontal, HeadTable::partRole).toString();
    if (!part.isEmpty()) {
        controls::drawChip(*painter, below, {.text = part, .tone = controls::Tone::accent});
        return;
    }
    theme::drawText(*painter, below, Qt::AlignLeft | Qt::AlignVCenter, tr("No role"), theme::font(theme::TextStyle::caption),
                    theme::color(theme::Role::textDisabled));
}

}  // namespace anneal::pages
