#include "theme/palette.h"

namespace anneal::theme {

QPalette makePalette(const EnumArray<Role, QColor>& colors) {
    QPalette palette;
    const auto set = [&](QPalette::ColorRole role, Role rest, Role disabled) {
        palette.setColor(QPalette::All, role, colors[rest]);
        palette.setColor(QPalette::Disabled, role, colors[disabled]);
    };
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText})
        set(role, Role::text, Role::textDisabled);
    set(QPalette::PlaceholderText, Role::textSecondary, Role::textDisabled);
    set(QPalette::BrightText, Role::onAccent, Role::textDisabled);
    set(QPalette::Window, Role::window, Role::window);
    set(QPalette::Base, Role::surface, Role::sunken);
    set(QPalette::AlternateBase, Role::raised, Role::sunken);
    set(QPalette::Button, Role::surface, Role::sunken);
    set(QPalette::ToolTipBase, Role::overlay, Role::overlay);
    set(QPalette::Highlight, Role::selection, Role::selection);
    set(QPalette::HighlightedText, Role::onSelection, Role::onSelection);
    set(QPalette::Link, Role::accentText, Role::textDisabled);
    set(QPalette::LinkVisited, Role::accentText, Role::textDisabled);
    set(QPalette::Light, Role::raised, Role::raised);
    set(QPalette::Midlight, Role::border, Role::border);
    set(QPalette::Mid, Role::borderStrong, Role::borderStrong);
    set(QPalette::Dark, Role::borderControl, Role::borderControl);
    set(QPalette::Shadow, Role::borderControl, Role::borderControl);
    return palette;
}

}  // namespace anneal::theme
