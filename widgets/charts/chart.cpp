#include "charts/chart.h"

#include <QBoxLayout>
#include <QEvent>
#include <QStackedLayout>

#include "charts/parts/accessible_plot.h"
#include "charts/parts/export_menu.h"
#include "charts/parts/header.h"
#include "charts/parts/zoom_bar.h"
#include "charts/plot/plot.h"
#include "charts/sheet.h"
#include "controls/face.h"
#include "controls/label.h"

namespace anneal::charts {
namespace {

constexpr int kPlotGap = 8;
constexpr double kBusyShare = 0.04;  ///< of a processor, for drawing points as they come

}  // namespace

Chart::Chart(Options options, QWidget* parent) : QWidget(parent), size_(options.size), stack_(new QStackedLayout) {
    describePlots();
    scene_.title = options.title;
    scene_.unit = options.unit;
    const bool small = size_ == Size::small;
    plot_ = new Plot(scene_, small ? Plot::Size::small : Plot::Size::full);
    plot_->setAccessibleName(options.title);
    header_ = new Header(options.title, options.tools);
    zoomBar_ = new ZoomBar(*plot_);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(small ? 0 : kPlotGap);
    column->addWidget(header_);
    column->addLayout(stack_, 1);
    stack_->addWidget(plot_);
    if (!small && options.legend != LegendPlace::none) {
        legend_ = new Legend;
        if (options.legend == LegendPlace::title)
            header_->setLegend(legend_);
        else
            column->addWidget(legend_);
        connect(legend_, &Legend::shownChanged, this, &Chart::setShown);
        connect(legend_, &Legend::chosenChanged, this, &Chart::choose);
    }
    auto& tools = header_->tools();
    connect(&tools, &Tools::smoothingChanged, this, &Chart::setSmoothing);
    connect(&tools, &Tools::axisChosen, this, &Chart::setAxis);
    connect(&tools, &Tools::scaleChosen, this, &Chart::setScale);
    connect(&tools, &Tools::enlargeClicked, this, &Chart::enlargeClicked);
    if (auto* menu = tools.exportMenu()) {
        exports_ = new ExportMenu(*menu, *plot_, scene_);
        connect(exports_, &ExportMenu::saved, this, &Chart::saved);
        connect(exports_, &ExportMenu::failed, this, &Chart::saveFailed);
    }
    connect(plot_, &Plot::readingChanged, this, &Chart::writeLatest);
    connect(plot_, &Plot::axisChanged, this, [this](XAxis axis) {
        header_->tools().setAxis(axis);
        Q_EMIT axisChanged(axis);
    });
    tick_.setSingleShot(true);
    connect(&tick_, &QTimer::timeout, this, [this] {
        if (std::exchange(due_, false)) pointsCame();
    });
    setEmptyText(tr("No values yet"), tr("The first point comes with the first logged step."));
}

Chart::~Chart() {
    // Children go after us; the legend still says that the mouse has left it.
    for (auto* child : findChildren<QObject*>()) child->disconnect(this);
}

std::size_t Chart::addLine(std::shared_ptr<const Series> series, const LineLook& look) {
    scene_.lines.push_back({std::move(series), look});
    linesChanged();
    return scene_.lines.size() - 1;
}

void Chart::clearLines() {
    scene_.lines.clear();
    scene_.chosen.reset();
    scene_.baseline.reset();
    linesChanged();
}

void Chart::setTitle(const QString& title) {
    scene_.title = title;
    header_->setTitle(title);
    plot_->setAccessibleName(title);
}

void Chart::pointsCame() {
    due_ = tick_.isActive();
    if (due_) return;
    refresh();
    // Half of what a point may take to be seen is left to those who bring it, unless drawing would keep a processor busy.
    const int most = theme::duration(theme::Motion::chartLiveMs);
    tick_.start(std::clamp(int(plot_->replotTime(true) / kBusyShare), most / 2, 2 * most));
}

void Chart::setSmoothing(double weight) {
    if (weight == scene_.smoothing) return;
    scene_.smoothing = weight;
    header_->tools().setSmoothing(weight);
    refresh();
    Q_EMIT smoothingChanged(weight);
}

void Chart::setScale(Scale scale) {
    if (scale == scene_.scale) return;
    scene_.scale = scale;
    header_->tools().setScale(scale);
    plot_->resetValues();
    Q_EMIT scaleChanged(scale);
}

void Chart::setAxis(XAxis axis) { plot_->setAxis(axis); }

void Chart::setEnd(std::optional<Place> end) {
    scene_.end = end;
    refresh();
}

void Chart::setLive(bool live) { zoomBar_->setLive(live); }

void Chart::setReferences(std::vector<Reference> references) {
    scene_.references = std::move(references);
    refresh();
}

void Chart::setNotes(std::map<std::int64_t, QString> notes) {
    scene_.notes = std::move(notes);
    refresh();
}

void Chart::setBest(std::size_t line, std::optional<std::int64_t> step) {
    scene_.lines[line].best = step;
    refresh();
}

void Chart::setEnded(std::size_t line, bool ended) {
    scene_.lines[line].ended = ended;
    refresh();
}

void Chart::setBaseline(std::optional<std::size_t> line) {
    scene_.baseline = line;
    refresh();
}

void Chart::setValueEnds(std::optional<double> floor, std::optional<double> ceiling) {
    scene_.floor = floor;
    scene_.ceiling = ceiling;
    refresh();
}

void Chart::setInterval(std::int64_t steps) {
    scene_.interval = steps;
    refresh();
}

void Chart::setShown(std::size_t line, bool shown) {
    if (scene_.lines[line].hidden != shown) return;
    scene_.lines[line].hidden = !shown;
    if (scene_.chosen == line) scene_.chosen.reset();
    linesChanged();
    Q_EMIT shownChanged(line, shown);
}

void Chart::choose(std::optional<std::size_t> line) {
    if (line == scene_.chosen) return;
    scene_.chosen = line;
    plot_->refresh();
}

void Chart::shareCursor(Chart& with) { plot_->share(with.plot_->cursor()); }

void Chart::shareZoom(Chart& with) {
    shareCursor(with);
    plot_->share(with.plot_->view());
}

void Chart::showAll() { plot_->showAll(); }

void Chart::showRange(const Range& x) { plot_->view()->show(x); }

Range Chart::range() const { return plot_->view()->range(); }

void Chart::setEmptyText(const QString& title, const QString& text) {
    delete std::exchange(empty_, nullptr);
    if (size_ == Size::small) {
        auto* label = new controls::Label(title, theme::TextStyle::caption, theme::Role::textSecondary);
        label->setAlignment(Qt::AlignCenter);
        empty_ = label;
    } else {
        empty_ = controls::Face::empty("chart-spline", title, text);
    }
    stack_->addWidget(empty_);
    refresh();
}

void Chart::showFace(controls::Face* face) {
    if (face_) face_->deleteLater();
    face_ = face;
    if (face_) stack_->addWidget(face_);
    refresh();
}

void Chart::readAt(std::optional<double> x) { plot_->cursor()->moveTo(x); }

Reading Chart::reading() const { return plot_->reading(); }

QImage Chart::picture(qreal scale) const { return pictureOf(*plot_, scene_, scale); }

void Chart::linesChanged() {
    if (legend_) legend_->setScene(scene_);
    refresh();
}

void Chart::refresh() {
    plot_->sceneChanged();
    stack_->setCurrentWidget(face_ ? face_ : scene_.isEmpty() ? empty_ : plot_);
    writeLatest();
}

/// Beside the title of a small chart: what the crosshair reads, else the newest value.
void Chart::writeLatest() {
    if (size_ != Size::small) return;
    const auto& rows = plot_->reading().rows;
    const auto* line = longestLine(scene_);
    if (!line) return header_->setLatest({}, {});
    const auto& series = *line->series;
    header_->setLatest(rows.empty() ? scene_.unit.write(series.value(series.size() - 1)) : rows.front().value, scene_.unit.name);
}

}  // namespace anneal::charts
