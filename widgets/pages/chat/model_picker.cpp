#include "pages/chat/model_picker.h"

#include <QKeyEvent>
#include <QListView>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include "controls/buttons.h"
#include "controls/cell.h"
#include "controls/search_field.h"
#include "controls/words.h"
#include "theme/kind.h"
#include "theme/paint.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {
namespace {

using theme::Role;
using theme::TextStyle;

constexpr int kWidth = 420;
constexpr int kRow = 44;
constexpr int kMostRows = 8;

enum { key = Qt::UserRole, detail, chip };

class ChoiceDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {kWidth / 2, kRow}; }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        controls::drawCellGround(*painter, option, index);
        const auto inside = QRectF(option.rect).adjusted(theme::space(3), theme::space(1), -theme::space(3), -theme::space(1));
        const auto look = index.data(chip).value<controls::ChipLook>();
        const int tag = controls::chipWidth(look);
        controls::drawChip(*painter, QRectF(inside.right() - tag, inside.top(), tag, inside.height()), look);
        QRectF line(inside.left(), inside.top(), inside.width() - tag - theme::space(2), theme::lineHeight(TextStyle::body));
        theme::drawText(*painter, line, Qt::AlignLeft | Qt::AlignVCenter, index.data().toString(),
                        theme::font(TextStyle::body, theme::Weight::medium), controls::cellInk(option, theme::color(Role::text)));
        line.translate(0, line.height());
        line.setHeight(theme::lineHeight(TextStyle::caption));
        theme::drawText(*painter, line, Qt::AlignLeft | Qt::AlignVCenter, index.data(detail).toString(), theme::font(TextStyle::caption),
                        controls::cellInk(option, theme::color(Role::textSecondary)));
    }
};

}  // namespace

ModelPicker::ModelPicker(QWidget* parent)
    : QFrame(parent, Qt::Popup),
      search_(new controls::SearchField({})),
      list_(new QListView),
      model_(new QStandardItemModel(this)),
      found_(new QSortFilterProxyModel(this)) {
    theme::setGround(*this, Role::overlay);
    auto* elsewhere = controls::makeButton(theme::Kind::quiet, {}, "folder-open");
    found_->setSourceModel(model_);
    found_->setFilterCaseSensitivity(Qt::CaseInsensitive);
    list_->setModel(found_);
    list_->setItemDelegate(new ChoiceDelegate(list_));
    list_->setFrameShape(NoFrame);
    list_->setUniformItemSizes(true);
    list_->setMouseTracking(true);
    list_->setFocusPolicy(Qt::NoFocus);
    list_->viewport()->setAutoFillBackground(false);
    auto* column = new QVBoxLayout(this);
    const int edge = theme::space(2);
    column->setContentsMargins(edge, edge, edge, edge);
    column->setSpacing(theme::space(2));
    column->addWidget(search_);
    column->addWidget(list_, 1);
    column->addWidget(elsewhere, 0, Qt::AlignLeft);
    search_->installEventFilter(this);
    setFocusProxy(search_);
    connect(search_, &QLineEdit::textChanged, this, [this](const QString& text) {
        found_->setFilterFixedString(text);
        list_->setCurrentIndex(found_->index(0, 0));
    });
    connect(list_, &QListView::clicked, this, &ModelPicker::take);
    connect(elsewhere, &QPushButton::clicked, this, [this] {
        hide();
        Q_EMIT this->elsewhere();
    });
    controls::say(*this, [this, elsewhere] {
        setAccessibleName(tr("Choose a model"));
        search_->setPurpose(tr("Find a model"));
        list_->setAccessibleName(tr("Models"));
        elsewhere->setText(tr("Open a GGUF file or a folder…"));
    });
}

void ModelPicker::open(QWidget& anchor, const std::vector<models::ModelChoice>& choices, const QString& current) {
    search_->clear();
    model_->clear();
    for (const auto& choice : choices) {
        auto* item = new QStandardItem(choice.name);
        item->setData(choice.key(), key);
        item->setData(models::choiceDetail(choice), detail);
        item->setData(QVariant::fromValue(models::choiceChip(choice)), chip);
        item->setData(choice.name + u", "_s + models::choiceDetail(choice), Qt::AccessibleTextRole);
        item->setToolTip(QString::fromStdString(choice.reference));
        model_->appendRow(item);
    }
    int row = 0;
    for (int i = 0; i < model_->rowCount(); ++i)
        if (model_->item(i)->data(key) == current) row = i;
    list_->setCurrentIndex(found_->index(row, 0));
    const int rows = std::clamp(model_->rowCount(), 1, kMostRows);
    list_->setFixedHeight(rows * kRow);
    adjustSize();
    const auto* window = anchor.window();
    resize(std::min(std::max(kWidth, anchor.width()), window->width() - theme::space(8)), sizeHint().height());
    auto at = anchor.mapToGlobal(QPoint(0, anchor.height() + theme::space(1)));
    const auto right = window->mapToGlobal(QPoint(window->width() - theme::space(2), 0)).x();
    at.setX(std::min(at.x(), right - width()));
    move(at);
    show();
    list_->scrollTo(list_->currentIndex(), QAbstractItemView::PositionAtCenter);
    search_->setFocus(Qt::PopupFocusReason);
}

bool ModelPicker::eventFilter(QObject* object, QEvent* event) {
    if (event->type() != QEvent::KeyPress) return QFrame::eventFilter(object, event);
    const int pressed = static_cast<QKeyEvent*>(event)->key();
    const int step = pressed == Qt::Key_Down ? 1 : pressed == Qt::Key_Up ? -1 : 0;
    if (pressed == Qt::Key_Return || pressed == Qt::Key_Enter) {
        take();
        return true;
    }
    if (step == 0) return QFrame::eventFilter(object, event);
    if (const auto next = found_->index(list_->currentIndex().row() + step, 0); next.isValid()) list_->setCurrentIndex(next);
    return true;
}

void ModelPicker::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    theme::fillRect(painter, rect(), theme::color(Role::overlay));
    painter.setPen(theme::color(Role::borderControl));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

void ModelPicker::take() {
    const auto index = list_->currentIndex();
    if (!index.isValid()) return;
    hide();
    Q_EMIT chosen(index.data(key).toString());
}

}  // namespace anneal::pages
