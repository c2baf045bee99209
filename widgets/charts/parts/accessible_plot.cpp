#include "charts/parts/accessible_plot.h"

#include <QAccessibleWidget>

#include "charts/plot/plot.h"

using namespace Qt::StringLiterals;

namespace anneal::charts {
namespace {

class AccessiblePlot : public QAccessibleWidget {
public:
    explicit AccessiblePlot(Plot* plot) : QAccessibleWidget(plot, QAccessible::Chart) {}

    QString text(QAccessible::Text kind) const override {
        auto& plot = *static_cast<Plot*>(widget());
        if (kind == QAccessible::Description) return plot.summary();
        if (kind == QAccessible::Value) return write(plot.reading());
        return QAccessibleWidget::text(kind);
    }

private:
    static QString write(const Reading& reading) {
        if (reading.isEmpty()) return {};
        QStringList parts{reading.title};
        for (const auto& row : reading.rows)
            parts << (row.remark.isEmpty() ? u"%1 %2"_s.arg(row.name, row.value) : u"%1 %2 %3"_s.arg(row.name, row.value, row.remark));
        if (!reading.note.isEmpty()) parts << reading.note;
        return parts.join(u", "_s);
    }
};

QAccessibleInterface* make(const QString&, QObject* object) {
    auto* plot = qobject_cast<Plot*>(object);
    return plot ? new AccessiblePlot(plot) : nullptr;
}

}  // namespace

void describePlots() { [[maybe_unused]] static const bool installed = (QAccessible::installFactory(make), true); }

}  // namespace anneal::charts
