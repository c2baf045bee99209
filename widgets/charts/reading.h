#pragma once
// What a chart says at one place of its x axis, in words: for the crosshair's box, small charts, and those who listen.

#include <vector>

#include "charts/scene.h"

namespace anneal::charts {

struct Reading {
    struct Row {
        std::size_t line = 0;  ///< in the scene
        QString name;
        QString value;
        QString remark;  ///< the difference from the baseline, or where the value was measured if not here
        double x = 0;    ///< of the point that is read
        double y = 0;    ///< as it is drawn
    };

    QString title;   ///< "Step 910"
    QString corner;  ///< the time of day, or what is compared with
    std::vector<Row> rows;
    QString note;  ///< what happened here, and which runs had ended

    bool isEmpty() const { return rows.empty(); }
};

/// The last value of every visible line at or before `x`; points nearer to `x` than `near` count as there.
Reading readAt(Scene& scene, double x, double near);

/// The point nearest to `x` of any visible line, and of one with markers where that is nearer than `snap`.
std::optional<double> nearestPoint(const Scene& scene, double x, double snap);

/// The visible line with the most points, along which the keyboard goes; none where there is no point.
const Line* longestLine(const Scene& scene);

/// The newest values in a sentence for each line: "Train 0.789 at step 1,004."
QString describe(Scene& scene);

}  // namespace anneal::charts
