#include "pages/data/columns_field.h"

#include <QKeyEvent>

#include "controls/words.h"
#include "theme/kind.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {

ColumnsField::ColumnsField(const std::vector<std::string>& columns, bool needed, QWidget* parent)
    : QPushButton(parent), menu_(new QMenu(this)), needed_(needed) {
    theme::setKind(*this, theme::Kind::secondary);
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

void ColumnsField::write() {
    const auto columns = chosen();
    setText(columns.isEmpty() ? (needed_ ? tr("Choose columns") : tr("By itself")) : columns.join(u", "_s));
}

}  // namespace anneal::pages
