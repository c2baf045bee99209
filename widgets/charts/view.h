#pragma once
// Which stretch of x is seen: everything, a piece that a person chose, or the newest piece of it as it grows.

#include <functional>
#include <map>

#include <QObject>

#include "charts/axis.h"

namespace anneal::charts {

/// One for each chart, or shared by charts that zoom together. Main thread only.
class View : public QObject {
    Q_OBJECT
public:
    enum class Mode {
        all,    ///< everything there is, as it grows
        fixed,  ///< what a person chose
        tail    ///< as much as a person chose, always up to the newest point
    };

    explicit View(QObject* parent = nullptr) : QObject(parent) {}

    Mode mode() const { return mode_; }
    Range range() const;
    /// Of all charts that told theirs.
    Range whole() const { return whole_; }

    /// What `chart` has: from its first point to the planned end, and where its newest point lies.
    void setExtent(const QObject* chart, const Range& extent, double newest);
    void forget(const QObject* chart);

    /// `factor` below 1 magnifies; `about` stays where it is.
    void zoom(double factor, double about);
    void pan(double by);
    void show(const Range& range);
    /// Goes on with the newest point at the right.
    void followNewest();
    void showAll();
    /// The same stretch along another axis. The first of the charts that share the view does it for all.
    void convert(XAxis axis, const std::function<double(double)>& to);

Q_SIGNALS:
    void changed();

private:
    struct Extent {
        Range range;
        double newest = 0;
    };

    Range clamped(Range range) const;
    void unite();

    std::map<const QObject*, Extent> extents_;
    Range whole_{0, 1};
    double newest_ = 0;
    Mode mode_ = Mode::all;
    XAxis axis_ = XAxis::step;
    Range chosen_{0, 1};
};

}  // namespace anneal::charts
