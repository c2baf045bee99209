#pragma once
// How often values occur: a histogram over a number, or a bar for each of some names. The bar under the mouse, or the one that
// the arrow keys chose, is read beside the title.

#include <functional>

#include <QWidget>

#include "charts/unit.h"

namespace anneal::charts {

class BarPlot;
class Header;

struct Bars {
    std::vector<double> counts;
    std::vector<double> edges;  ///< of a histogram's bins, one more than there are; empty where bars have names
    QStringList names;          ///< one for each bar, where there are no edges
    Unit unit;                  ///< of the edges
    QString counted;            ///< what is counted: "rows"
};

/// A place on the number's axis that the bars are seen against: a median, a cutoff.
struct BarMark {
    double at = 0;
    QString label;
};

class BarChart : public QWidget {
    Q_OBJECT
public:
    explicit BarChart(const QString& title, QWidget* parent = nullptr);

    void setBars(Bars bars);
    void setMarks(std::vector<BarMark> marks);
    /// Of the bar that is read; -1: none.
    int current() const;
    void setCurrent(int bar);
    /// "128 to 160 tokens: 4,211 rows, 9.8 %"; empty without a current bar.
    QString reading() const;

Q_SIGNALS:
    void currentChanged(int bar);
    /// By a click or Return.
    void opened(int bar);

private:
    Header* header_;
    BarPlot* plot_;
};

}  // namespace anneal::charts
