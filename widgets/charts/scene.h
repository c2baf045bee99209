#pragma once
// What a chart shows: its curves, what they are measured against, and how they are looked at. Everything that draws, reads,
// exports or speaks of a chart does so from here.

#include <map>
#include <memory>
#include <optional>

#include "charts/data/smoothed_track.h"
#include "charts/unit.h"

namespace anneal::charts {

/// How a curve is told from the others.
struct LineLook {
    std::size_t number = 0;  ///< its colour and dash, the same for the life of a view
    bool smooths = false;    ///< follows the chart's smoothing: the values stay faintly below the running mean
    bool markers = false;    ///< a ring at every point, for evaluations
    bool filled = false;     ///< down to the x axis
    bool planned = false;    ///< what is still to come, dotted; neither in the legend nor in readings
};

struct Line {
    std::shared_ptr<const Series> series;
    LineLook look;
    bool hidden = false;
    bool ended = false;                ///< its run is over: beyond its last point it is not read any more
    std::optional<std::int64_t> best;  ///< the step of its best point, which is marked
    SmoothedTrack means;
};

/// A level that values are measured against.
struct Reference {
    enum class Kind {
        limit,    ///< dashed: a clip, a forecast, a threshold
        capacity  ///< solid: all there is
    };

    double value = 0;
    QString label;
    Kind kind = Kind::limit;
};

struct Scene {
    QString title;
    Unit unit;
    XAxis axis = XAxis::step;
    Scale scale = Scale::linear;
    double smoothing = 0;  ///< weight of the past, 0 … below 1
    std::vector<Line> lines;
    std::vector<Reference> references;
    std::optional<Place> end;               ///< where the run is to end; what lies between is shaded
    std::map<std::int64_t, QString> notes;  ///< what happened at a step
    std::optional<std::size_t> chosen;      ///< the line that stands out; the others fade
    std::optional<std::size_t> baseline;    ///< the line that readings compare with
    std::optional<double> floor, ceiling;   ///< fixed ends of the value axis
    std::int64_t interval = 0;              ///< steps between evaluations, for the ticks

    bool isSmooth(const Line& line) const { return line.look.smooths && smoothing > 0; }
    bool isEmpty() const;
    /// The values that `line` is drawn and read by: its means where it is smooth.
    const Track& track(Line& line);
    /// From the first point to the last or to the planned end. None while there is no point.
    std::optional<Range> extent() const;
    /// x of the newest measured point.
    std::optional<double> newest() const;
    /// The value axis over `x`: all that is drawn there and every reference, with a little room.
    Range values(const Range& x);
    /// Values at or below nought in `x`, which a log axis cannot show.
    std::size_t leftOut(const Range& x) const;
};

}  // namespace anneal::charts
