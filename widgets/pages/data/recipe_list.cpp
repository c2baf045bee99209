#include "pages/data/recipe_list.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>

#include "controls/step_delegate.h"
#include "theme/paint.h"

namespace anneal::pages {
namespace {

/// A step, with room below it for its form while it is open.
class OpenDelegate : public controls::StepDelegate {
public:
    explicit OpenDelegate(RecipeList& list) : StepDelegate(RecipeModel::step, &list), list_(list) {}

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        auto size = StepDelegate::sizeHint(option, index);
        if (index.row() == list_.openRow()) size.rheight() += list_.formHeight();
        return size;
    }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        StepDelegate::paint(painter, closed(option), index);
        if (index.row() != list_.openRow()) return;
        theme::fillRect(*painter, QRectF(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                        theme::color(theme::Role::border));
        theme::fillRect(*painter, QRectF(option.rect.left(), option.rect.top(), 3, option.rect.height()),
                        theme::color(theme::Role::accentText));
    }

protected:
    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option, const QModelIndex& index) override {
        return StepDelegate::editorEvent(event, model, closed(option), index);
    }

private:
    static QStyleOptionViewItem closed(QStyleOptionViewItem option) {
        option.rect.setHeight(theme::px(theme::Size::recipeStep));
        return option;
    }

    RecipeList& list_;
};

}  // namespace

RecipeList::RecipeList(RecipeModel& model, QWidget* parent) : QListView(parent), model_(model) {
    setModel(&model);
    setItemDelegate(new OpenDelegate(*this));
    setFrameShape(NoFrame);
    setDragDropMode(InternalMove);
    setDefaultDropAction(Qt::MoveAction);
    setDragDropOverwriteMode(false);
    setSelectionMode(SingleSelection);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&model, signal, this, [this] { updateGeometry(); });
    connect(&model, &QAbstractItemModel::modelReset, this, [this] { updateGeometry(); });
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &RecipeList::place);
}

void RecipeList::setOpen(int row, QWidget* form) {
    if (form_) form_->deleteLater();
    form_ = form;
    open_ = form ? row : -1;
    if (form_) {
        form_->setParent(viewport());
        form_->installEventFilter(this);
        form_->show();
    }
    scheduleDelayedItemsLayout();
    updateGeometry();
    place();
    if (form_) scrollTo(model_.index(open_), EnsureVisible);
}

int RecipeList::formHeight() const {
    if (!form_) return 0;
    const int width = viewport()->width();
    return form_->hasHeightForWidth() ? std::max(form_->minimumSizeHint().height(), form_->heightForWidth(width))
                                      : form_->sizeHint().height();
}

QSize RecipeList::sizeHint() const { return {0, model_.rowCount() * theme::px(theme::Size::recipeStep) + formHeight()}; }

void RecipeList::place() {
    if (!form_ || placing_ || open_ >= model_.rowCount()) return;
    placing_ = true;
    const auto row = visualRect(model_.index(open_));
    form_->setGeometry(3, row.top() + theme::px(theme::Size::recipeStep), viewport()->width() - 3, formHeight());
    placing_ = false;
}

void RecipeList::updateGeometries() {
    QListView::updateGeometries();
    place();
}

void RecipeList::resizeEvent(QResizeEvent* event) {
    QListView::resizeEvent(event);
    if (form_) scheduleDelayedItemsLayout();
    place();
}

bool RecipeList::eventFilter(QObject* object, QEvent* event) {
    if (object == form_ && event->type() == QEvent::LayoutRequest) {
        scheduleDelayedItemsLayout();
        updateGeometry();
    }
    return QListView::eventFilter(object, event);
}

void RecipeList::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QListView::currentChanged(current, previous);
    Q_EMIT chosenChanged(current.row());
}

void RecipeList::keyPressEvent(QKeyEvent* event) {
    const int row = currentIndex().row();
    const bool moves = event->modifiers() & Qt::AltModifier;
    if (row >= 0 && moves && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down))
        return model_.move(row, event->key() == Qt::Key_Up ? row - 1 : row + 1);
    if (row >= 0 && event->key() == Qt::Key_Delete) return model_.remove(row);
    if (row >= 0 && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) return Q_EMIT openWanted(row == open_ ? -1 : row);
    if (event->key() == Qt::Key_Escape && open_ >= 0) return Q_EMIT openWanted(-1);
    QListView::keyPressEvent(event);
}

void RecipeList::mouseReleaseEvent(QMouseEvent* event) {
    const bool dragged = state() == DraggingState;
    const auto before = currentIndex();
    const auto index = indexAt(event->pos());
    const auto states = index.isValid() ? index.data(Qt::CheckStateRole) : QVariant();
    QListView::mouseReleaseEvent(event);
    const bool flipped = index.isValid() && index.data(Qt::CheckStateRole) != states;
    if (event->button() == Qt::LeftButton && index.isValid() && index == before && !dragged && !flipped)
        Q_EMIT openWanted(index.row() == open_ ? -1 : index.row());
}

}  // namespace anneal::pages
