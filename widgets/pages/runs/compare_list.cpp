#include "pages/runs/compare_list.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyledItemDelegate>

#include "charts/series_look.h"
#include "controls/cell.h"
#include "controls/chip.h"
#include "models/run_words.h"
#include "theme/paint.h"

namespace anneal::pages {
namespace {

using theme::Role;
using theme::TextStyle;

constexpr int kOneLine = 40, kTwoLines = 60;
constexpr int kSample = 20;
constexpr int kGap = 8;
constexpr int kTop = 10;

int boxSide() { return theme::px(theme::Size::checkbox); }
int wordsAt() { return controls::kCellPadding + boxSide() + kGap; }

}  // namespace

void CompareList::set(std::vector<Entry> entries) {
    if (entries == entries_) return;
    const bool same = entries.size() == entries_.size() && std::ranges::equal(entries, entries_, [](const Entry& a, const Entry& b) {
                          return a.id == b.id && a.series.has_value() == b.series.has_value();
                      });
    if (!same) beginResetModel();
    entries_ = std::move(entries);
    if (!same) return endResetModel();
    Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

int CompareList::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(entries_.size()); }

QVariant CompareList::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const auto& each = entries_[std::size_t(index.row())];
    switch (role) {
        case Qt::DisplayRole:
        case Qt::ToolTipRole: return each.name;
        case Qt::CheckStateRole: return each.series ? Qt::Checked : Qt::Unchecked;
        case entry: return QVariant::fromValue(each);
        case runId: return each.id;
        default: return {};
    }
}

bool CompareList::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::CheckStateRole || !index.isValid()) return false;
    const auto id = entries_[std::size_t(index.row())].id;
    Q_EMIT toggled(id, value.toInt() == Qt::Checked);
    return true;
}

Qt::ItemFlags CompareList::flags(const QModelIndex& index) const {
    const auto flags = QAbstractListModel::flags(index);
    return index.isValid() ? flags | Qt::ItemIsUserCheckable : flags;
}

class CompareListView::Delegate : public QStyledItemDelegate {
public:
    explicit Delegate(QObject* parent) : QStyledItemDelegate(parent) {}

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override {
        return {theme::space(10), index.data(Qt::CheckStateRole).toInt() == Qt::Checked ? kTwoLines : kOneLine};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        controls::drawCellGround(*painter, option, index);
        const auto each = index.data(CompareList::entry).value<CompareList::Entry>();
        theme::fillRect(*painter, QRectF(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), theme::color(Role::border));
        const int line = theme::lineHeight(TextStyle::body);
        QStyleOptionButton box;
        box.rect =
            QRect(option.rect.left() + controls::kCellPadding, option.rect.top() + kTop + (line - boxSide()) / 2, boxSide(), boxSide());
        box.state = QStyle::State_Enabled | (each.series ? QStyle::State_On : QStyle::State_Off);
        const auto* style = option.widget ? option.widget->style() : QApplication::style();
        style->drawPrimitive(QStyle::PE_IndicatorCheckBox, &box, painter, option.widget);
        QRectF first(option.rect.left() + wordsAt(), option.rect.top() + kTop, option.rect.width() - wordsAt() - controls::kCellPadding,
                     line);
        const auto ink = controls::cellInk(option, theme::color(each.series ? Role::text : Role::textSecondary));
        const auto& font = theme::font(TextStyle::body);
        theme::drawText(*painter, first, Qt::AlignRight | Qt::AlignVCenter, each.best, font, ink);
        auto name = first.adjusted(0, 0, -theme::textWidth(font, each.best) - kGap, 0);
        if (each.series) {
            const theme::Painting painting(*painter);
            charts::drawSample(*painter, QRectF(name.left(), name.top(), kSample, name.height()), *each.series,
                               charts::seriesColor(*each.series));
            name.adjust(kSample + kGap, 0, 0, 0);
        }
        theme::drawText(*painter, name, Qt::AlignLeft | Qt::AlignVCenter, each.name, font, ink);
        if (!each.series) return;
        QRectF second(first.left(), first.bottom() + 2, first.width(), theme::px(theme::Size::chip));
        second.adjust(controls::drawChip(*painter, second, models::stateChip(each.state)) + kGap, 0, 0, 0);
        theme::drawText(*painter, second, Qt::AlignLeft | Qt::AlignVCenter, each.remark, theme::font(TextStyle::caption),
                        controls::cellInk(option, theme::color(Role::textSecondary)));
    }

protected:
    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option, const QModelIndex& index) override {
        const bool key = event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Space;
        const bool click = event->type() == QEvent::MouseButtonRelease && static_cast<QMouseEvent*>(event)->button() == Qt::LeftButton &&
                           static_cast<QMouseEvent*>(event)->position().x() < option.rect.left() + wordsAt();
        if (!key && !click) return false;
        const bool checked = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
        return model->setData(index, checked ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
    }
};

CompareListView::CompareListView(QWidget* parent) : QListView(parent) {
    setItemDelegate(new Delegate(this));
    setFrameShape(NoFrame);
    setMouseTracking(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(NoEditTriggers);
    connect(this, &QListView::doubleClicked, this,
            [this](const QModelIndex& index) { Q_EMIT baselineWanted(index.data(CompareList::runId).toString()); });
}

void CompareListView::keyPressEvent(QKeyEvent* event) {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && currentIndex().isValid()) return Q_EMIT baselineWanted(currentIndex().data(CompareList::runId).toString());
    QListView::keyPressEvent(event);
}

}  // namespace anneal::pages
