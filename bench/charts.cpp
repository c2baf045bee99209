// What charts cost: one JSON line a figure. Each replot is measured from the mouse's event to the painted window.
//   anneal_bench_charts [POINTS]   (10,000,000 by default, in eight series)

#include <cmath>
#include <cstdio>
#include <ctime>

#include <QtTest>
#include <QtWidgets>

#include "base/json.h"
#include "charts/chart.h"
#include "theme/theme.h"

namespace {

using namespace anneal;
using charts::Chart;
using charts::Series;

constexpr int kSeries = 8;
constexpr int kFrames = 41;
constexpr int kLiveSeconds = 5;
constexpr int kLivePoints = 1000;  ///< a second

double wallSeconds() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }
double processorSeconds() { return double(std::clock()) / CLOCKS_PER_SEC; }

void report(const char* figure, double value, const char* unit) {
    std::printf("%s\n",
                base::dumpJson(OrderedJson{{"figure", figure}, {"value", std::round(value * 1000) / 1000}, {"unit", unit}}).c_str());
    std::fflush(stdout);
}

/// Middle values of many frames: as a person waits, and of one processor's time.
struct Frames {
    double wall = 0, processor = 0;
};

void report(const char* figure, const Frames& frames) {
    report(figure, frames.wall, "ms");
    report((std::string(figure) + ", processor").c_str(), frames.processor, "ms");
}

std::shared_ptr<Series> noisyLoss(std::int64_t points, int run) {
    auto series = std::make_shared<Series>(QStringLiteral("run %1").arg(run));
    std::uint64_t state = std::uint64_t(run) + 1;
    for (std::int64_t step = 0; step < points; ++step) {
        state = state * 6364136223846793005u + 1442695040888963407u;
        const double noise = double(state >> 40) / double(1 << 24) - 0.5;
        series->append({step, double(step) * 0.3, step * 4096},
                       1 + 0.1 * run + 2 * std::exp(-double(step) / (0.1 * double(points))) + 0.5 * noise);
    }
    return series;
}

double middle(std::vector<double> values) {
    std::ranges::sort(values);
    return values[values.size() / 2];
}

/// Sends what `act` sends, and waits until the window is painted again.
template <class Act>
Frames medianOf(Act act) {
    std::vector<double> walls, processors;
    for (int frame = 0; frame < kFrames; ++frame) {
        const double wall = wallSeconds(), processor = processorSeconds();
        act(frame);
        for (int turn = 0; turn < 3; ++turn) QCoreApplication::processEvents();
        walls.push_back(1000 * (wallSeconds() - wall));
        processors.push_back(1000 * (processorSeconds() - processor));
    }
    return {middle(walls), middle(processors)};
}

void turnWheel(QWidget& plot, int notches) {
    const QPointF at = QRectF(plot.rect()).center();
    QWheelEvent event(at, plot.mapToGlobal(at), {}, {0, 120 * notches}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&plot, &event);
}

void measureAt(Chart& chart, const QSize& size, const char* pan, const char* zoom) {
    chart.resize(size);
    chart.show();
    QTest::qWait(100);
    auto& plot = *chart.findChild<QWidget*>(QStringLiteral("plot"));
    report(zoom, medianOf([&](int frame) { turnWheel(plot, frame % 8 < 4 ? 1 : -1); }));
    // A piece that still holds most points.
    chart.showRange({0.1 * chart.range().high, 0.9 * chart.range().high});
    QTest::qWait(100);
    const QPoint from = plot.rect().center();
    QTest::mousePress(&plot, Qt::LeftButton, {}, from);
    report(pan, medianOf([&](int frame) { QTest::mouseMove(&plot, from + QPoint((frame % 20 - 10) * 12, 0)); }));
    QTest::mouseRelease(&plot, Qt::LeftButton, {}, from);
    chart.showAll();
}

/// Share of one processor that goes on appending and showing a thousand points a second.
double liveShare(Chart& chart, Series& series) {
    const auto last = series.place(series.size() - 1).step;
    const double wall = wallSeconds(), processor = processorSeconds();
    for (int appended = 0; appended < kLiveSeconds * kLivePoints;) {
        const auto due = int((wallSeconds() - wall) * kLivePoints);
        for (; appended < due; ++appended) series.append({last + 1 + appended, 0, 0}, 1);
        chart.pointsCame();
        QTest::qWait(20);
    }
    return 100 * (processorSeconds() - processor) / (wallSeconds() - wall);
}

}  // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    const theme::Theme theme(app);
    const auto points = argc > 1 ? std::atoll(argv[1]) : 10'000'000;

    Chart chart({.title = QStringLiteral("Loss")});
    std::vector<std::shared_ptr<Series>> all;
    const double start = wallSeconds();
    for (int run = 0; run < kSeries; ++run) all.push_back(noisyLoss(points / kSeries, run));
    report("appending", 1e9 * (wallSeconds() - start) / double(points), "ns a point");
    for (std::size_t run = 0; run < all.size(); ++run) chart.addLine(all[run], {.number = run, .smooths = true});

    measureAt(chart, {1440, 900}, "pan 1440x900", "zoom 1440x900");
    measureAt(chart, {3840, 2160}, "pan 3840x2160", "zoom 3840x2160");
    const double smoothing = wallSeconds();
    chart.setSmoothing(0.99);
    QTest::qWait(1);
    report("smoothing", 1000 * (wallSeconds() - smoothing), "ms");
    measureAt(chart, {1440, 900}, "pan smoothed 1440x900", "zoom smoothed 1440x900");
    measureAt(chart, {3840, 2160}, "pan smoothed 3840x2160", "zoom smoothed 3840x2160");
    chart.resize(1440, 900);
    report("live into all", liveShare(chart, *all.front()), "% of a core");

    Chart run({.title = QStringLiteral("Loss")});
    auto train = noisyLoss(20'000, 0);
    run.addLine(train, {.smooths = true});
    run.setSmoothing(0.9);
    run.resize(960, 300);
    run.show();
    chart.hide();
    report("live into a run", liveShare(run, *train), "% of a core");
}
