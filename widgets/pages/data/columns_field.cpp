#include "pages/data/columns_field.h"

#include <QKeyEvent>

#include <QStyleOptionComboBox>
#include <QStylePainter>

#include "controls/words.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {
namespace {

constexpr int kArrow = 40;  // pixels that the arrow and the padding take

}  // namespace

ColumnsField::ColumnsField(const std::vector<std::string>& columns, bool needed, QWidget* parent)
    : QPushButton(parent), menu_(new QMenu(this)), needed_(needed) {
    for (const auto& column : columns) {
        auto* action = menu_->addAction(QString::fromStdString(column));
        action->setCheckable(true);
        connect(action, &QAction::triggered, this, [this] {
            write();
            Q_EMIT chosenChanged();
        });
    }
    setMenu(menu_);
    menu_->installEventFilter(this);
    controls::say(*this, [this] { write(); });
}

QStringList ColumnsField::chosen() const {
    QStringList columns;
    for (const auto* action : menu_->actions())
        if (action->isChecked()) columns << action->text();
    return columns;
}

void ColumnsField::choose(const QStringList& columns) {
    for (auto* action : menu_->actions()) action->setChecked(columns.contains(action->text()));
    write();
}

bool ColumnsField::eventFilter(QObject* object, QEvent* event) {
    const bool click = event->type() == QEvent::MouseButtonRelease;
    const bool key = event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Space;
    if (object == menu_ && (click || key))
        if (auto* action = menu_->activeAction(); action && action->isCheckable()) {
            action->trigger();
            return true;
        }
    return QPushButton::eventFilter(object, event);
}

void ColumnsField::paintEvent(QPaintEvent*) {
    // A field like every other choice, though what opens is a menu.
    QStyleOptionComboBox option;
    option.initFrom(this);
    option.currentText = fontMetrics().elidedText(text(), Qt::ElideRight, width() - kArrow);
    if (isDown()) option.state |= QStyle::State_On;
    QStylePainter painter(this);
    painter.drawComplexControl(QStyle::CC_ComboBox, option);
    painter.drawControl(QStyle::CE_ComboBoxLabel, option);
}

void ColumnsField::write() {
    const auto columns = chosen();
    setText(columns.isEmpty() ? (needed_ ? tr("Choose columns") : tr("Chosen by the step")) : columns.join(u", "_s));
}

}  // namespace anneal::pages
