#pragma once
// Buttons in one line each, and what a disabled control owes to people: its reason.

#include <string_view>

#include <QPushButton>
#include <QToolButton>

#include "theme/kind.h"

namespace anneal::controls {

QPushButton* makeButton(theme::Kind kind, const QString& text, std::string_view icon = {}, QWidget* parent = nullptr);

/// A square button of one icon. `name` is what it does, in words: its tool tip and accessible name.
class IconButton : public QToolButton {
    Q_OBJECT
public:
    IconButton(std::string_view icon, const QString& name, theme::Kind kind = theme::Kind::quiet, QWidget* parent = nullptr);

    void setName(const QString& name);

protected:
    void keyPressEvent(QKeyEvent* event) override;
};

/// Disables `widget` and says why in its tool tip; an empty reason enables it and takes the reason back.
void disableBecause(QWidget& widget, const QString& reason);

}  // namespace anneal::controls
