#include "controls/buttons.h"

#include <QKeyEvent>
#include <QVariant>

#include "theme/icons.h"

namespace anneal::controls {
namespace {

constexpr auto kEnabledTip = "enabledToolTip";

}  // namespace

QPushButton* makeButton(theme::Kind kind, const QString& text, std::string_view icon, QWidget* parent) {
    auto* button = new QPushButton(text, parent);
    button->setAutoDefault(true);  // Return presses it, in a window as in a dialog
    theme::setKind(*button, kind);
    if (!icon.empty()) button->setIcon(theme::icon(icon));
    if (kind == theme::Kind::link) button->setCursor(Qt::PointingHandCursor);
    return button;
}

IconButton::IconButton(std::string_view icon, const QString& name, theme::Kind kind, QWidget* parent) : QToolButton(parent) {
    setIcon(theme::icon(icon));
    theme::setKind(*this, kind);
    setFocusPolicy(Qt::StrongFocus);
    setName(name);
}

void IconButton::setName(const QString& name) {
    setToolTip(name);
    setAccessibleName(name);
}

void IconButton::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) return click();
    QToolButton::keyPressEvent(event);
}

void disableBecause(QWidget& widget, const QString& reason) {
    if (widget.isEnabled()) widget.setProperty(kEnabledTip, widget.toolTip());
    widget.setEnabled(reason.isEmpty());
    widget.setToolTip(reason.isEmpty() ? widget.property(kEnabledTip).toString() : reason);
    widget.setAccessibleDescription(reason);
}

}  // namespace anneal::controls
