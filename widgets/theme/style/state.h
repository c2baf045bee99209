#pragma once
// What a control's state means for its colours, the same for every control.

#include <QStyleOption>

#include "theme/paint.h"

namespace anneal::theme::style {

inline bool isEnabled(const QStyleOption& option) { return option.state & QStyle::State_Enabled; }
inline bool isHovered(const QStyleOption& option) { return isEnabled(option) && option.state & QStyle::State_MouseOver; }
inline bool isPressed(const QStyleOption& option) { return isEnabled(option) && option.state & QStyle::State_Sunken; }
inline bool isChecked(const QStyleOption& option) { return option.state & QStyle::State_On; }

/// `rest`, or what hover and pressed lay over it.
inline QColor laid(const QStyleOption& option, const QColor& rest) {
    if (isPressed(option)) return color(Role::pressed);
    return isHovered(option) ? color(Role::hover) : rest;
}

inline QColor textColor(const QStyleOption& option, Role rest = Role::text) { return color(isEnabled(option) ? rest : Role::textDisabled); }

/// "Save && &close" as "Save & close".
QString withoutMnemonic(const QString& text);

}  // namespace anneal::theme::style
