#include "pages/system/nav_list.h"

#include <QStyledItemDelegate>

#include "theme/focus_ring.h"
#include "theme/icons.h"
#include "theme/paint.h"

namespace anneal::pages {
namespace {

using theme::Role;

constexpr int kRow = 36;

class NavDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {0, kRow}; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const bool chosen = option.state & QStyle::State_Selected;
        const QRectF row(option.rect);
        const bool ringed = chosen && (option.state & QStyle::State_HasFocus) && theme::keyboardSteers();
        const auto fill = chosen ? Role::selection : Role::hover;
        if (chosen || (option.state & QStyle::State_MouseOver))
            theme::drawBox(*painter, row, {theme::color(fill), {}, qreal(theme::px(theme::Radius::control))});
        if (ringed)
            theme::drawBox(*painter, row,
                           {{}, theme::color(Role::focus), qreal(theme::px(theme::Radius::control)), theme::px(theme::Stroke::focus)});
        const auto& ink = theme::color(chosen ? Role::onSelection : Role::textSecondary);
        const int size = theme::px(theme::Size::icon);
        QRectF inside = row.adjusted(theme::space(3), 0, -theme::space(3), 0);
        theme::drawIcon(*painter, QRectF(inside.left(), inside.top(), size, inside.height()), index.data(Qt::DecorationRole).value<QIcon>(),
                        size, ink);
        inside.setLeft(inside.left() + size + theme::space(3));
        const auto weight = chosen ? theme::Weight::semibold : theme::Weight::regular;
        theme::drawText(*painter, inside, Qt::AlignLeft | Qt::AlignVCenter, index.data().toString(),
                        theme::font(theme::TextStyle::body, weight), ink);
    }
};

}  // namespace

NavList::NavList(QWidget* parent) : QListView(parent) {
    setModel(&model_);
    setItemDelegate(new NavDelegate(this));
    setFrameShape(NoFrame);
    setMouseTracking(true);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    theme::setOwnFocus(*this);
}

void NavList::add(std::string_view icon) {
    model_.appendRow(new QStandardItem(theme::icon(icon), {}));
    setFixedHeight(model_.rowCount() * kRow);
}

void NavList::setName(int row, const QString& name) { model_.item(row)->setText(name); }

void NavList::choose(int row) { setCurrentIndex(model_.index(row, 0)); }

void NavList::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QListView::currentChanged(current, previous);
    Q_EMIT chosenChanged(current.row());
}

}  // namespace anneal::pages
