#include "shell/list_layer.h"

#include "controls/buttons.h"
#include "controls/label.h"
#include "controls/scroll_column.h"
#include "theme/paint.h"

namespace anneal::shell {
namespace {

using controls::Label;
using theme::Role;
using theme::TextStyle;

constexpr int kHeader = 40;
constexpr int kMostHeight = 480;

}  // namespace

void ListRow::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    theme::fillRect(painter, QRectF(0, 0, width(), 1), theme::color(Role::border));
}

ListLayer::ListLayer()
    : title_(new Label({})),
      count_(new Label({}, TextStyle::caption, Role::textSecondary)),
      clear_(controls::makeButton(theme::Kind::link, {})),
      empty_(new Label({}, TextStyle::body, Role::textSecondary)),
      area_(new controls::ScrollColumn) {
    title_->setTextStyle(TextStyle::body, theme::Weight::semibold);
    auto* top = new QWidget;
    top->setFixedHeight(kHeader);
    auto* header = new QHBoxLayout(top);
    header->setContentsMargins(theme::space(4), 0, theme::space(4), 0);
    header->addWidget(title_);
    header->addWidget(count_);
    header->addStretch();
    header->addWidget(clear_);
    empty_->setWordWrap(true);
    empty_->setContentsMargins(theme::space(4), 0, theme::space(4), theme::space(3));
    area_->column().addStretch();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, theme::space(1), 1, 1);
    column->setSpacing(0);
    column->addWidget(top);
    column->addWidget(empty_);
    column->addWidget(area_, 1);
    connect(clear_, &QPushButton::clicked, this, &ListLayer::cleared);
}

void ListLayer::setWords(const QString& title, const QString& clear, const QString& empty) {
    setAccessibleName(title);
    title_->setText(title);
    clear_->setText(clear);
    empty_->setText(empty);
}

void ListLayer::setCount(const QString& count) {
    count_->setText(count);
    count_->setVisible(!count.isEmpty());
}

void ListLayer::setClearable(bool clearable) { clear_->setVisible(clearable); }

void ListLayer::setRows(const std::vector<ListRow*>& rows) {
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (area_->column().indexOf(rows[i]) != int(i)) area_->column().insertWidget(int(i), rows[i]);
    rows_ = rows;
    empty_->setVisible(rows.empty());
    area_->setVisible(!rows.empty());
    Q_EMIT resized();
}

QSize ListLayer::sizeHint() const {
    const int width = theme::px(theme::Size::trayPopupW);
    int height = rows_.empty() ? empty_->heightForWidth(width - 2) : 0;
    for (const auto* row : rows_) height += row->hasHeightForWidth() ? row->heightForWidth(width - 2) : row->sizeHint().height();
    return {width, kHeader + theme::space(1) + 2 + std::min(height, kMostHeight)};
}

}  // namespace anneal::shell
