#include "shell/focus_within.h"

#include <QWidget>

namespace anneal::shell {
namespace {

bool takesTab(const QWidget& widget) { return widget.isVisible() && widget.isEnabled() && (widget.focusPolicy() & Qt::TabFocus); }

}  // namespace

bool moveFocusWithin(QWidget& area, bool next) {
    auto* const focused = area.window()->focusWidget();
    auto* const from = focused && area.isAncestorOf(focused) ? focused : &area;
    for (auto* to = from;;) {
        to = next ? to->nextInFocusChain() : to->previousInFocusChain();
        if (to == from) return true;
        if (!area.isAncestorOf(to) || !takesTab(*to)) continue;
        to->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
        return true;
    }
}

}  // namespace anneal::shell
