#include "controls/search_field.h"

#include <QKeyEvent>

#include "controls/key_hint.h"
#include "theme/icons.h"

namespace anneal::controls {

SearchField::SearchField(const QString& placeholder, QWidget* parent) : QLineEdit(parent) {
    setPurpose(placeholder);
    setClearButtonEnabled(true);
    addAction(theme::icon("search", theme::Role::textSecondary), LeadingPosition);
}

void SearchField::setPurpose(const QString& placeholder) {
    setPlaceholderText(placeholder);
    setAccessibleName(placeholder);
}

void SearchField::setShortcutHint(const QString& keys) {
    hint_ = keys;
    update();
}

void SearchField::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) return clear();
    QLineEdit::keyPressEvent(event);
}

void SearchField::paintEvent(QPaintEvent* event) {
    QLineEdit::paintEvent(event);
    if (hint_.isEmpty() || !text().isEmpty()) return;
    QPainter painter(this);
    drawKeys(painter, rect().adjusted(0, 0, -theme::space(2), 0), {hint_});
}

}  // namespace anneal::controls
