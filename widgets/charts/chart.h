#pragma once
// A chart: title, legend, controls, plot. Pages put it on a card, give it series, and tell it when points came.
//
//     auto* loss = new Chart({.title = tr("Loss"), .tools = {.smoothing = true, .axis = true, .scale = true}});
//     loss->addLine(train, {.number = 0, .smooths = true});
//     loss->addLine(eval, {.number = 1, .markers = true});
//     train->append({step, seconds, tokens}, value);
//     loss->pointsCame();
//
// Main thread only.

#include <QPointer>
#include <QTimer>
#include <QWidget>

#include "charts/parts/tools.h"
#include "charts/reading.h"

class QStackedLayout;

namespace anneal::controls {
class Face;
}  // namespace anneal::controls

namespace anneal::charts {

class ExportMenu;
class Header;
class Legend;
class Plot;
class ZoomBar;

class Chart : public QWidget {
    Q_OBJECT
public:
    enum class Size {
        full,
        small  ///< one of many: few ticks, the newest value beside the title, and no box at the crosshair
    };
    enum class LegendPlace { title, below, none };

    struct Options {
        QString title;
        Unit unit;
        Size size = Size::full;
        LegendPlace legend = LegendPlace::title;  ///< beside the title, or under it where there is no room
        Tools::Shown tools;
    };

    explicit Chart(Options options, QWidget* parent = nullptr);
    ~Chart() override;

    /// Gives the line's place for the calls below.
    std::size_t addLine(std::shared_ptr<const Series> series, const LineLook& look);
    void clearLines();
    void setTitle(const QString& title);

    /// The series have more points. They are drawn at once if none came just before, else within chart_live_ms,
    /// or within twice that where drawing so many points would keep a processor busy.
    void pointsCame();

    void setSmoothing(double weight);
    void setScale(Scale scale);
    /// Of all charts that share the crosshair.
    void setAxis(XAxis axis);
    /// What is still to run is shaded up to there.
    void setEnd(std::optional<Place> end);
    /// Points are still coming: a chart that was zoomed offers to follow them.
    void setLive(bool live);
    void setReferences(std::vector<Reference> references);
    void setNotes(std::map<std::int64_t, QString> notes);
    void setBest(std::size_t line, std::optional<std::int64_t> step);
    void setEnded(std::size_t line, bool ended);
    void setBaseline(std::optional<std::size_t> line);
    /// Fixed ends of the value axis; none: as the values need.
    void setValueEnds(std::optional<double> floor, std::optional<double> ceiling);
    /// Steps between evaluations: ticks then meet them.
    void setInterval(std::int64_t steps);
    void setShown(std::size_t line, bool shown);
    /// The line stands out and the others fade.
    void choose(std::optional<std::size_t> line);

    /// The crosshairs of both charts move together, along the same axis.
    void shareCursor(Chart& with);
    /// Both show the same stretch of x too.
    void shareZoom(Chart& with);
    void showAll();
    void showRange(const Range& x);
    Range range() const;

    /// What the chart shows instead of an empty plot.
    void setEmptyText(const QString& title, const QString& text);
    /// Shown in the plot's place until it is null; the chart takes it.
    void showFace(controls::Face* face);

    const Scene& scene() const { return scene_; }
    /// Puts the crosshair at `x`, or takes it away.
    void readAt(std::optional<double> x);
    /// What the crosshair reads, for pages that show it elsewhere too.
    Reading reading() const;
    /// The title, legend and plot alone.
    QImage picture(qreal scale) const;
    /// Null unless the tools have exports.
    ExportMenu* exports() const { return exports_; }

Q_SIGNALS:
    void enlargeClicked();
    void smoothingChanged(double weight);
    void scaleChanged(anneal::charts::Scale scale);
    void axisChanged(anneal::charts::XAxis axis);
    void shownChanged(std::size_t line, bool shown);
    void saved(const QString& file);
    void saveFailed(const QString& message, const QString& hint);

private:
    void linesChanged();
    void refresh();
    void writeLatest();

    Scene scene_;
    Size size_;
    Plot* plot_;
    Header* header_;
    ZoomBar* zoomBar_;
    Legend* legend_ = nullptr;
    ExportMenu* exports_ = nullptr;
    QStackedLayout* stack_;
    QWidget* empty_ = nullptr;
    QPointer<controls::Face> face_;
    QTimer tick_;
    bool due_ = false;  ///< points came since the last tick
};

}  // namespace anneal::charts
