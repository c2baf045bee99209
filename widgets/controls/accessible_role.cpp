#include "controls/accessible_role.h"

#include <QAccessibleWidget>
#include <QVariant>

namespace anneal::controls {
namespace {

constexpr auto kRole = "accessibleRole";

QAccessibleInterface* make(const QString&, QObject* object) {
    auto* widget = qobject_cast<QWidget*>(object);
    const auto role = widget ? widget->property(kRole) : QVariant();
    return role.isValid() ? new QAccessibleWidget(widget, QAccessible::Role(role.toInt())) : nullptr;
}

}  // namespace

void setAccessibleRole(QWidget& widget, QAccessible::Role role) {
    [[maybe_unused]] static const bool installed = (QAccessible::installFactory(make), true);
    widget.setProperty(kRole, int(role));
}

}  // namespace anneal::controls
