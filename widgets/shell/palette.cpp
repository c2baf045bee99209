#include "shell/palette.h"

#include <QKeyEvent>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include "controls/cell.h"
#include "controls/key_hint.h"
#include "controls/label.h"
#include "controls/words.h"
#include "theme/focus_ring.h"
#include "theme/icons.h"
#include "theme/paint.h"

namespace anneal::shell {
namespace {

using theme::Role;
using theme::TextStyle;

constexpr int kField = 48;
constexpr int kHeading = 28;
constexpr int kMostHeight = 420;
constexpr int kGap = 12;
constexpr int kFieldPadding = 9;

/// `text` with the letters that matched in the accent's colour and semibold. Returns the width it took.
int drawMatched(QPainter& painter, QRectF rect, const QString& text, const QList<int>& places, const QColor& ink, const QColor& matched) {
    const auto& plain = theme::font(TextStyle::body);
    const auto& strong = theme::font(TextStyle::body, theme::Weight::semibold);
    const qreal left = rect.left();
    for (int from = 0; from < text.size() && rect.width() > 0;) {
        const bool hit = places.contains(from);
        int to = from + 1;
        while (to < text.size() && places.contains(to) == hit) ++to;
        const auto part = text.mid(from, to - from);
        theme::drawText(painter, rect, Qt::AlignLeft | Qt::AlignVCenter, part, hit ? strong : plain, hit ? matched : ink);
        rect.setLeft(rect.left() + theme::textWidth(hit ? strong : plain, part));
        from = to;
    }
    return int(rect.left() - left);
}

class RowDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override {
        const bool heading = index.data(PaletteModel::heading).isValid();
        return {0, heading ? kHeading : theme::px(theme::Size::paletteRow)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        QRectF rect = controls::cellContents(option);
        if (const auto heading = index.data(PaletteModel::heading); heading.isValid())
            return theme::drawText(*painter, rect.adjusted(0, theme::space(1), 0, 0), Qt::AlignLeft | Qt::AlignVCenter, heading.toString(),
                                   theme::font(TextStyle::caption, theme::Weight::semibold), theme::color(Role::textSecondary));
        controls::drawCellGround(*painter, option, index);
        const auto ink = controls::cellInk(option, theme::color(Role::text));
        const int size = theme::px(theme::Size::icon);
        theme::drawIcon(*painter, QRectF(rect.left(), rect.top(), size, rect.height()), index.data(Qt::DecorationRole).value<QIcon>(), size,
                        ink);
        rect.setLeft(rect.left() + size + kGap);
        const auto keys = index.data(PaletteModel::keys).toStringList();
        if (!keys.isEmpty()) rect.setRight(rect.right() - controls::drawKeys(*painter, rect, keys) - kGap);
        const auto matched = controls::cellInk(option, theme::color(Role::accentText));
        const int width =
            drawMatched(*painter, rect, index.data().toString(), index.data(PaletteModel::places).value<QList<int>>(), ink, matched);
        rect.setLeft(rect.left() + width + theme::space(2));
        theme::drawText(*painter, rect, Qt::AlignLeft | Qt::AlignVCenter, index.data(PaletteModel::detail).toString(),
                        theme::font(TextStyle::caption), controls::cellInk(option, theme::color(Role::textSecondary)));
    }
};

/// A line of text with the glass before it and no frame of its own.
class Field : public QLineEdit {
public:
    Field() {
        setFrame(false);
        setFixedHeight(kField);
        // The style adds its own padding to the left; text and icon stand above those of the rows.
        setTextMargins(controls::kCellPadding + theme::px(theme::Size::icon) + kGap - kFieldPadding, 0, theme::space(4), 0);
        theme::setOwnFocus(*this);
    }

protected:
    void paintEvent(QPaintEvent* event) override {
        QLineEdit::paintEvent(event);
        QPainter painter(this);
        const int size = theme::px(theme::Size::icon);
        theme::drawIcon(painter, QRectF(controls::kCellPadding, 0, size, height()), "search", size, theme::color(Role::textSecondary));
    }
};

}  // namespace

Palette::Palette(Commands& commands)
    : commands_(commands), field_(new Field), model_(new PaletteModel(this)), list_(new QListView), nothing_(new QWidget) {
    auto* none = new controls::Label({}, TextStyle::body, Role::textSecondary);
    auto* room = new QVBoxLayout(nothing_);
    room->setContentsMargins(theme::space(4), theme::space(3), theme::space(4), theme::space(3));
    room->addWidget(none);
    auto* rule = new QFrame;
    rule->setFrameShape(QFrame::HLine);
    rule->setFixedHeight(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, theme::space(2));
    column->setSpacing(0);
    for (auto* part : {static_cast<QWidget*>(field_), static_cast<QWidget*>(rule), static_cast<QWidget*>(list_), nothing_})
        column->addWidget(part);
    list_->setModel(model_);
    list_->setItemDelegate(new RowDelegate(list_));
    list_->setFrameShape(QFrame::NoFrame);
    list_->setMouseTracking(true);
    list_->setUniformItemSizes(false);
    list_->setFocusPolicy(Qt::NoFocus);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->viewport()->setAutoFillBackground(false);
    field_->installEventFilter(this);
    connect(field_, &QLineEdit::textChanged, this, &Palette::filter);
    connect(list_, &QListView::clicked, this, &Palette::choose);
    controls::say(*this, [this, none] {
        field_->setPlaceholderText(tr("Search or run a command"));
        for (auto* named : {static_cast<QWidget*>(field_), static_cast<QWidget*>(this)}) named->setAccessibleName(tr("Commands"));
        list_->setAccessibleName(tr("Matching commands"));
        none->setText(tr("Nothing has these letters in its name"));
        if (!isVisible()) return;
        model_->setCommands(commands_.all(), commands_.recent());
        filter(field_->text());
    });
}

void Palette::refill() {
    model_->setCommands(commands_.all(), commands_.recent());
    field_->clear();
    filter({});
}

QSize Palette::sizeHint() const {
    int height = 0;
    for (int row = 0; row < model_->rowCount(); ++row) height += list_->sizeHintForRow(row);
    if (height == 0) height = nothing_->sizeHint().height();
    return {theme::px(theme::Size::paletteW), kField + 3 + theme::space(2) + std::min(height, kMostHeight)};
}

void Palette::filter(const QString& pattern) {
    model_->filter(pattern);
    list_->setCurrentIndex(model_->next(-1, 1));
    list_->scrollToTop();
    list_->setVisible(model_->rowCount() > 0);
    nothing_->setVisible(model_->rowCount() == 0);
    Q_EMIT resized();
}

void Palette::choose(const QModelIndex& index) {
    const auto* command = model_->command(index);
    if (!command) return;
    commands_.remember(command->id);
    const auto run = command->run;
    Q_EMIT done();
    run();
}

bool Palette::eventFilter(QObject* object, QEvent* event) {
    if (event->type() != QEvent::KeyPress) return Layer::eventFilter(object, event);
    const auto move = [this](int step) {
        const auto next = model_->next(list_->currentIndex().row(), step);
        if (next.isValid()) list_->setCurrentIndex(next);
        if (next.isValid() && !model_->next(next.row(), -1).isValid()) list_->scrollToTop();
        return true;
    };
    switch (static_cast<QKeyEvent*>(event)->key()) {
        case Qt::Key_Down: return move(1);
        case Qt::Key_Up: return move(-1);
        case Qt::Key_Return:
        case Qt::Key_Enter: choose(list_->currentIndex()); return true;
        default: return Layer::eventFilter(object, event);
    }
}

}  // namespace anneal::shell
