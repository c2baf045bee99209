#include "charts/parts/accessible_plot.h"

#include <QAccessibleWidget>

#include "charts/plot/bar_plot.h"
#include "charts/plot/plot.h"

using namespace Qt::StringLiterals;

namespace anneal::charts {
namespace {

QString write(const Reading& reading) {
    if (reading.isEmpty()) return {};
    QStringList parts{reading.title};
    for (const auto& row : reading.rows)
        parts << (row.remark.isEmpty() ? u"%1 %2"_s.arg(row.name, row.value) : u"%1 %2 %3"_s.arg(row.name, row.value, row.remark));
    if (!reading.note.isEmpty()) parts << reading.note;
    return parts.join(u", "_s);
}

QString readingOf(const Plot& plot) { return write(plot.reading()); }
QString readingOf(const BarPlot& plot) { return plot.reading(); }

template <class Kind>
class AccessiblePlot : public QAccessibleWidget {
public:
    explicit AccessiblePlot(Kind* plot) : QAccessibleWidget(plot, QAccessible::Chart) {}

    QString text(QAccessible::Text kind) const override {
        auto& plot = *static_cast<Kind*>(widget());
        if (kind == QAccessible::Description) return plot.summary();
        if (kind == QAccessible::Value) return readingOf(plot);
        return QAccessibleWidget::text(kind);
    }
};

QAccessibleInterface* make(const QString&, QObject* object) {
    if (auto* plot = qobject_cast<Plot*>(object)) return new AccessiblePlot(plot);
    if (auto* plot = qobject_cast<BarPlot*>(object)) return new AccessiblePlot(plot);
    return nullptr;
}

}  // namespace

void describePlots() { [[maybe_unused]] static const bool installed = (QAccessible::installFactory(make), true); }

}  // namespace anneal::charts
