#pragma once
// The line above a plot: title, legend, and either the controls or the newest value. A legend that does not fit goes below.

#include "charts/parts/legend.h"
#include "charts/parts/tools.h"

class QBoxLayout;

namespace anneal::controls {
class Label;
}

namespace anneal::charts {

class Header : public QWidget {
    Q_OBJECT
public:
    Header(const QString& title, const Tools::Shown& tools, QWidget* parent = nullptr);

    Tools& tools() { return *tools_; }
    /// Takes it.
    void setLegend(Legend* legend);
    void setTitle(const QString& title);
    /// At the right; the unit follows smaller.
    void setLatest(const QString& value, const QString& unit);

    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void placeLegend();

    controls::Label* title_;
    controls::Label* latest_;
    controls::Label* unit_;
    Legend* legend_ = nullptr;
    Tools* tools_;
    QBoxLayout* line_;
    QBoxLayout* below_;
};

}  // namespace anneal::charts
