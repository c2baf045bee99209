#include "charts/reading.h"

#include <cmath>

#include <QCoreApplication>
#include <QDateTime>

#include "controls/numbers.h"

using namespace Qt::StringLiterals;

namespace anneal::charts {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Charts)
};

bool isRead(const Line& line) { return !line.hidden && !line.look.planned && !line.series->empty(); }

QString timeOfDay(double unixSeconds) { return QDateTime::fromMSecsSinceEpoch(std::llround(unixSeconds * 1000)).toString(u"HH:mm:ss"_s); }

QString elapsed(double seconds) {
    const auto whole = std::llround(seconds);
    return u"%1:%2:%3"_s.arg(whole / 3600).arg(whole / 60 % 60, 2, 10, QChar(u'0')).arg(whole % 60, 2, 10, QChar(u'0'));
}

/// "step 910", "0:55:12", "40,404,000 tokens".
QString writePlace(XAxis axis, double x) {
    if (axis == XAxis::time) return elapsed(x);
    const auto count = controls::formatCount(std::llround(x));
    return axis == XAxis::step ? Words::tr("step %1").arg(count) : Words::tr("%1 tokens").arg(count);
}

QString titleOf(XAxis axis, double x) {
    return axis == XAxis::step ? Words::tr("Step %1").arg(controls::formatCount(std::llround(x))) : writePlace(axis, x);
}

/// The baseline's name, else the time of day where all lines belong to one run.
QString cornerOf(const Scene& scene, const Line& line, std::size_t point) {
    if (scene.baseline) return Words::tr("against %1").arg(scene.lines[*scene.baseline].series->name());
    for (const auto& other : scene.lines)
        if (isRead(other) && other.series->began() != line.series->began()) return {};
    return line.series->began() > 0 ? timeOfDay(line.series->began() + line.series->place(point).seconds) : QString();
}

/// The last point at or before `x`.
std::optional<std::size_t> pointAt(const Series& series, XAxis axis, double x) {
    const std::size_t after = series.firstAt(axis, std::nextafter(x, INFINITY));
    return after > 0 ? std::optional(after - 1) : std::nullopt;
}

std::optional<double> baselineAt(Scene& scene, double x) {
    if (!scene.baseline || !isRead(scene.lines[*scene.baseline])) return {};
    auto& line = scene.lines[*scene.baseline];
    const auto point = pointAt(*line.series, scene.axis, x);
    return point ? std::optional(scene.track(line)[*point]) : std::nullopt;
}

}  // namespace

const Line* longestLine(const Scene& scene) {
    const Line* longest = nullptr;
    for (const auto& line : scene.lines)
        if (isRead(line) && (!longest || line.series->size() > longest->series->size())) longest = &line;
    return longest;
}

std::optional<double> nearestPoint(const Scene& scene, double x, double snap) {
    std::optional<double> found;
    bool marked = false;
    for (const auto& line : scene.lines) {
        if (!isRead(line)) continue;
        const double at = line.series->x(scene.axis, line.series->nearest(scene.axis, x));
        const bool marks = line.look.markers && std::abs(at - x) <= snap;
        if (marked && !marks) continue;
        if (!found || (marks && !marked) || std::abs(at - x) < std::abs(*found - x)) found = at;
        marked = marked || marks;
    }
    return found;
}

Reading readAt(Scene& scene, double x, double near) {
    Reading reading;
    reading.title = titleOf(scene.axis, x);
    QStringList notes;
    const auto base = baselineAt(scene, x + near);
    for (std::size_t index = 0; index < scene.lines.size(); ++index) {
        auto& line = scene.lines[index];
        const auto& series = *line.series;
        const auto point = isRead(line) ? pointAt(series, scene.axis, x + near) : std::nullopt;
        if (!point) continue;
        Reading::Row row{index, scene.isSmooth(line) ? Words::tr("%1, smoothed").arg(series.name()) : series.name()};
        row.x = series.x(scene.axis, *point);
        row.y = scene.track(line)[*point];
        row.value = scene.unit.write(row.y);
        const bool here = x - row.x <= near;
        if (!here && line.ended && *point + 1 == series.size()) {
            notes << Words::tr("%1 ended at %2").arg(series.name(), writePlace(scene.axis, row.x));
            continue;
        }
        if (!here)
            row.remark = Words::tr("at %1").arg(writePlace(scene.axis, row.x));
        else if (base && scene.baseline != index)
            row.remark = scene.unit.writeDifference(row.y - *base);
        if (reading.corner.isEmpty()) reading.corner = cornerOf(scene, line, *point);
        const auto note = here ? scene.notes.find(series.place(*point).step) : scene.notes.end();
        if (note != scene.notes.end() && !notes.contains(note->second)) notes.prepend(note->second);
        reading.rows.push_back(std::move(row));
    }
    reading.note = notes.join(u" · "_s);
    return reading;
}

QString describe(Scene& scene) {
    QStringList sentences;
    for (auto& line : scene.lines) {
        if (!isRead(line)) continue;
        const std::size_t last = line.series->size() - 1;
        sentences << Words::tr("%1 %2 at %3.")
                         .arg(line.series->name(), scene.unit.writeWhole(scene.track(line)[last]),
                              writePlace(scene.axis, line.series->x(scene.axis, last)));
    }
    return sentences.join(u' ');
}

}  // namespace anneal::charts
