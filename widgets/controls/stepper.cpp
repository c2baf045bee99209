#include "controls/stepper.h"

#include <QStyledItemDelegate>

#include "theme/icons.h"
#include "theme/paint.h"

namespace anneal::controls {
namespace {

using theme::Role;

constexpr int kRow = 52;
constexpr int kMark = 20;
constexpr int kTick = 12;
constexpr int kPadding = 8;
constexpr int kDetailRole = Qt::UserRole;
constexpr int kCurrentRole = Qt::UserRole + 1;

class StepDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {0, kRow}; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const int current = index.data(kCurrentRole).toInt();
        const bool now = index.row() == current, done = index.row() < current;
        const QRectF row(option.rect);
        if (now || option.state & QStyle::State_MouseOver)
            theme::drawBox(*painter, row,
                           {theme::color(now ? Role::selection : Role::hover), {}, qreal(theme::px(theme::Radius::control))});
        drawLine(*painter, row, index);
        drawMark(*painter, markRect(row), index.row(), done, now);

        const bool enabled = option.state & QStyle::State_Enabled;
        const QRectF words = row.adjusted(kPadding + kMark + theme::space(3), kPadding, -kPadding, 0);
        const auto ink = now ? Role::onSelection : enabled ? Role::text : Role::textDisabled;
        const auto grey = now ? Role::onSelection : enabled ? Role::textSecondary : Role::textDisabled;
        theme::drawText(*painter, QRectF(words.left(), words.top(), words.width(), theme::lineHeight(theme::TextStyle::body)),
                        Qt::AlignLeft | Qt::AlignVCenter, index.data().toString(),
                        theme::font(theme::TextStyle::body, theme::Weight::medium), theme::color(ink));
        theme::drawText(*painter,
                        QRectF(words.left(), words.top() + theme::lineHeight(theme::TextStyle::body), words.width(),
                               theme::lineHeight(theme::TextStyle::caption)),
                        Qt::AlignLeft | Qt::AlignVCenter, index.data(kDetailRole).toString(), theme::font(theme::TextStyle::caption),
                        theme::color(grey));
        if (option.state & QStyle::State_HasFocus) {
            QStyleOptionFocusRect focus;
            focus.rect = option.rect;
            option.widget->style()->drawPrimitive(QStyle::PE_FrameFocusRect, &focus, painter, option.widget);
        }
    }

private:
    static QRectF markRect(const QRectF& row) { return {row.left() + kPadding, row.top() + kPadding, kMark, kMark}; }

    static void drawLine(QPainter& painter, const QRectF& row, const QModelIndex& index) {
        if (index.row() + 1 == index.model()->rowCount()) return;
        const auto mark = markRect(row);
        const qreal top = mark.bottom() + 4;
        theme::fillRect(painter, QRectF(mark.center().x(), top, 1, row.bottom() + kPadding - 4 - top), theme::color(Role::borderStrong));
    }

    static void drawMark(QPainter& painter, const QRectF& mark, int step, bool done, bool now) {
        const auto& figures = theme::font(theme::TextStyle::caption, theme::Weight::semibold);
        const auto number = QString::number(step + 1);
        if (now) {
            theme::drawBox(painter, mark, {theme::color(Role::accent), {}, kMark / 2.0});
            theme::drawText(painter, mark, Qt::AlignCenter, number, figures, theme::color(Role::onAccent));
        } else if (done) {
            theme::drawBox(painter, mark, {theme::color(Role::surface), theme::color(Role::success), kMark / 2.0, 1.5});
            theme::drawIcon(painter, mark, "check", kTick, theme::color(Role::successText));
        } else {
            theme::drawBox(painter, mark, {theme::color(Role::surface), theme::color(Role::borderControl), kMark / 2.0});
            theme::drawText(painter, mark, Qt::AlignCenter, number, figures, theme::color(Role::textSecondary));
        }
    }
};

}  // namespace

Stepper::Stepper(const QString& name, QWidget* parent) : QListView(parent) {
    setAccessibleName(name);
    setFrameShape(NoFrame);
    setModel(&model_);
    setItemDelegate(new StepDelegate(this));
    setEditTriggers(NoEditTriggers);
    setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    const auto choose = [this](const QModelIndex& index) {
        if (index.flags() & Qt::ItemIsEnabled) Q_EMIT chosen(index.row());
    };
    connect(this, &QListView::activated, this, choose);
    connect(this, &QListView::clicked, this, choose);
}

void Stepper::setSteps(const std::vector<Step>& steps) {
    model_.clear();
    for (const auto& step : steps) {
        auto* item = new QStandardItem(step.title);
        item->setData(step.detail, kDetailRole);
        model_.appendRow(item);
    }
    setCurrent(0, 0);
    updateGeometry();
}

void Stepper::setDetail(int step, const QString& detail) { model_.item(step)->setData(detail, kDetailRole); }

void Stepper::setCurrent(int step, int reachable) {
    for (int row = 0; row < model_.rowCount(); ++row) {
        auto* item = model_.item(row);
        item->setData(step, kCurrentRole);
        item->setEnabled(row <= std::max(step, reachable));
        item->setData(row < step ? tr("%1, done").arg(item->text()) : item->text(), Qt::AccessibleTextRole);
    }
    setCurrentIndex(model_.index(step, 0));
}

QSize Stepper::sizeHint() const { return {theme::px(theme::Size::stepperW), model_.rowCount() * kRow}; }

}  // namespace anneal::controls

#include "stepper.moc"
