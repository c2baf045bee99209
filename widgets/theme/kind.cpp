#include "theme/kind.h"

#include <QCoreApplication>
#include <QEvent>
#include <QVariant>

namespace anneal::theme {
namespace {

constexpr auto kKind = "kind";
constexpr auto kCompact = "compact";
constexpr auto kInvalid = "invalid";
constexpr auto kGround = "ground";
constexpr auto kHoveredRow = "hoveredRow";

void set(QWidget& widget, const char* name, const QVariant& value) {
    if (widget.property(name) == value) return;
    widget.setProperty(name, value);
    restyle(widget);
}

bool flag(const QWidget* widget, const char* name) { return widget && widget->property(name).toBool(); }

}  // namespace

void setKind(QWidget& widget, Kind kind) { set(widget, kKind, QVariant::fromValue(kind)); }

Kind kindOf(const QWidget* widget, Kind otherwise) {
    const auto value = widget ? widget->property(kKind) : QVariant();
    return value.isValid() ? value.value<Kind>() : otherwise;
}

void setCompact(QWidget& widget, bool compact) { set(widget, kCompact, compact); }
bool isCompact(const QWidget* widget) { return flag(widget, kCompact); }

void setInvalid(QWidget& widget, bool invalid) { set(widget, kInvalid, invalid); }
bool isInvalid(const QWidget* widget) { return flag(widget, kInvalid); }

void setGround(QWidget& surface, Role role) { surface.setProperty(kGround, int(role)); }

Role groundUnder(const QWidget& widget) {
    for (const auto* surface = widget.parentWidget(); surface; surface = surface->parentWidget())
        if (const auto role = surface->property(kGround); role.isValid()) return Role(role.toInt());
    return Role::window;
}

void restyle(QWidget& widget) {
    QEvent event(QEvent::StyleChange);
    QCoreApplication::sendEvent(&widget, &event);
}

void setHoveredRow(QWidget& table, int row) { table.setProperty(kHoveredRow, row); }

int hoveredRow(const QWidget* table) {
    const auto row = table ? table->property(kHoveredRow) : QVariant();
    return row.isValid() ? row.toInt() : -1;
}

}  // namespace anneal::theme
