#include "pages/data/step_picker.h"

#include <QKeyEvent>
#include <QListView>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include "controls/buttons.h"
#include "controls/cell.h"
#include "controls/label.h"
#include "controls/search_field.h"
#include "controls/words.h"
#include "pages/data/step_words.h"
#include "theme/paint.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {
namespace {

using theme::Role;
using theme::TextStyle;

enum : int { reasonRole = Qt::UserRole, familyRole, searchRole };

/// A name, its family at the right, the reason below.
class ChoiceDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override {
        return {0, theme::px(theme::Size::recipeStep) + theme::space(1)};
    }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        controls::drawCellGround(*painter, option, index);
        const auto inside = controls::cellContents(option);
        const int upper = theme::lineHeight(TextStyle::body), lower = theme::lineHeight(TextStyle::caption);
        const qreal top = inside.top() + std::floor((inside.height() - upper - lower) / 2);
        const auto& small = theme::font(TextStyle::caption);
        const auto grey = controls::cellInk(option, theme::color(Role::textSecondary));
        const auto family = index.data(familyRole).toString();
        const int width = theme::textWidth(small, family);
        theme::drawText(*painter, QRectF(inside.left(), top, inside.width() - width - theme::space(2), upper),
                        Qt::AlignLeft | Qt::AlignVCenter, index.data().toString(), theme::font(TextStyle::body),
                        controls::cellInk(option, theme::color(Role::text)));
        theme::drawText(*painter, QRectF(inside.right() - width, top, width, upper), Qt::AlignRight | Qt::AlignVCenter, family, small,
                        grey);
        theme::drawText(*painter, QRectF(inside.left(), top + upper, inside.width(), lower), Qt::AlignLeft | Qt::AlignVCenter,
                        index.data(reasonRole).toString(), small, grey);
    }
};

}  // namespace

StepPicker::StepPicker(QWidget* parent) : QWidget(parent), search_(new controls::SearchField({})), list_(new QListView) {
    for (std::size_t row = 0; row < data::stepKinds().size(); ++row) {
        auto* item = new QStandardItem;
        item->setEditable(false);
        steps_.appendRow(item);
    }
    found_.setSourceModel(&steps_);
    found_.setFilterRole(searchRole);
    found_.setFilterCaseSensitivity(Qt::CaseInsensitive);
    list_->setModel(&found_);
    list_->setItemDelegate(new ChoiceDelegate(list_));
    list_->setFrameShape(QFrame::NoFrame);
    list_->setMouseTracking(true);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list_->viewport()->setAutoFillBackground(false);
    auto* back = new controls::IconButton("x", {});
    auto* top = new QHBoxLayout;
    top->setContentsMargins(theme::space(3), theme::space(2), theme::space(2), theme::space(2));
    top->setSpacing(theme::space(1));
    top->addWidget(search_, 1);
    top->addWidget(back);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(list_, 1);
    search_->installEventFilter(this);
    list_->installEventFilter(this);
    connect(search_, &QLineEdit::textChanged, this, [this](const QString& text) {
        found_.setFilterFixedString(text);
        list_->setCurrentIndex(found_.index(0, 0));
    });
    connect(list_, &QListView::clicked, this, &StepPicker::choose);
    connect(back, &QAbstractButton::clicked, this, &StepPicker::left);
    controls::say(*this, [this, back] {
        search_->setPurpose(StepPicker::tr("Search steps"));
        list_->setAccessibleName(StepPicker::tr("Cleaning steps"));
        back->setName(StepPicker::tr("Back to the recipe"));
        for (int row = 0; row < steps_.rowCount(); ++row) {
            auto* item = steps_.item(row);
            const auto& kind = *data::stepKinds()[std::size_t(row)];
            item->setText(stepText(kind.name));
            item->setData(stepReason(kind), reasonRole);
            item->setData(familyText(kind.family), familyRole);
            item->setData(QStringList{stepText(kind.name), stepReason(kind), familyText(kind.family), QString::fromStdString(kind.name),
                                      QString::fromStdString(kind.summary)}
                              .join(u' '),
                          searchRole);
            item->setToolTip(stepReason(kind));
        }
    });
}

void StepPicker::begin() {
    search_->clear();
    list_->setCurrentIndex(found_.index(0, 0));
    search_->setFocus(Qt::OtherFocusReason);
}

void StepPicker::choose(const QModelIndex& index) {
    if (index.isValid()) Q_EMIT chosen(data::stepKinds()[std::size_t(found_.mapToSource(index).row())]);
}

bool StepPicker::eventFilter(QObject* object, QEvent* event) {
    if (event->type() != QEvent::KeyPress) return QWidget::eventFilter(object, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Escape) {
        Q_EMIT left();
        return true;
    }
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        choose(list_->currentIndex());
        return true;
    }
    if (object == search_ && (key == Qt::Key_Down || key == Qt::Key_Up)) {
        QCoreApplication::sendEvent(list_, event);
        return true;
    }
    return QWidget::eventFilter(object, event);
}

}  // namespace anneal::pages
