#pragma once
// One curve: values over steps, which also have a time and a count of tokens. It only grows, and holds ten million points.

#include <QString>

#include "charts/axis.h"
#include "charts/data/track.h"

namespace anneal::charts {

/// For one thread at a time: build a long one on a worker, then hand it to the main thread, where charts read it.
class Series {
public:
    /// `began` is when its run began, in UNIX seconds; 0: unknown.
    explicit Series(QString name, double began = 0) : name_(std::move(name)), began_(began) {}
    Series(const Series&) = delete;
    Series& operator=(const Series&) = delete;

    const QString& name() const { return name_; }
    double began() const { return began_; }

    /// NaN is a gap. Steps grow; one that is not beyond the last replaces what was there from it on, as a run does that was
    /// resumed from an earlier checkpoint. Seconds and tokens that would go back stay where they were.
    void append(Place place, double value);

    std::size_t size() const { return values_.size(); }
    bool empty() const { return size() == 0; }
    double value(std::size_t i) const { return values_[i]; }
    const Track& values() const { return values_; }
    Place place(std::size_t i) const { return {steps_[i], seconds_[i], tokens_[i]}; }
    double x(XAxis axis, std::size_t i) const;
    /// How often points were replaced; what was derived from them is then out of date.
    std::size_t rewound() const { return rewound_; }

    /// The first point of [first, last) at or beyond `x`; last where there is none. `guess` is where it may well be.
    std::size_t firstAt(XAxis axis, double x, std::size_t first, std::size_t last, std::size_t guess) const;
    std::size_t firstAt(XAxis axis, double x) const { return firstAt(axis, x, 0, size(), size() / 2); }
    /// The point whose x is nearest. The series must not be empty.
    std::size_t nearest(XAxis axis, double x) const;

    /// Every number as it is now, for another thread to read.
    struct Rows {
        Column<std::int64_t> steps;
        Column<double> seconds;
        Column<std::int64_t> tokens;
        Column<double> values;
    };
    Rows rows() const { return {steps_, seconds_, tokens_, values_.values()}; }

private:
    QString name_;
    double began_;
    Column<std::int64_t> steps_;
    Column<double> seconds_;
    Column<std::int64_t> tokens_;
    Track values_;
    std::size_t rewound_ = 0;
};

}  // namespace anneal::charts
