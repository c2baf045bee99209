#include "controls/tabs.h"

#include "theme/icons.h"

namespace anneal::controls {

Tabs::Tabs(const QString& name, QWidget* parent) : QTabBar(parent) {
    setAccessibleName(name);
    setDrawBase(true);
    setExpanding(false);
    setElideMode(Qt::ElideNone);
    setUsesScrollButtons(false);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

int Tabs::add(const QString& text, std::string_view icon) { return icon.empty() ? addTab(text) : addTab(theme::icon(icon), text); }

}  // namespace anneal::controls
