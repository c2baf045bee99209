// How long the window takes to its first paint on a well-filled home, and what it holds while nobody touches it. The test starts
// itself as the window, so that loading the program counts.

#include <QProcess>
#include <QTimer>

#include <unistd.h>

#include "bridge/services.h"
#include "shell/window.h"
#include "studio/studio.h"
#include "theme/system_appearance.h"
#include "widgets/window/temporary_home.h"
#include "widgets/window_support.h"

using namespace Qt::StringLiterals;

namespace anneal {
namespace {

constexpr int kRuns = 200;
constexpr int kDatasets = 50;
constexpr int kIdleMs = 5000;
constexpr int kStarts = 5;
constexpr double kLongestStart = 0.7;  // seconds
constexpr double kMostMemory = 150;    // MiB

QByteArray readAll(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) qFatal("cannot read %s", qPrintable(path));
    return file.readAll();
}

/// Since this process was made, as the kernel counts.
double secondsAlive() {
    const auto stat = readAll(u"/proc/self/stat"_s);
    const auto fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
    const double started = fields.at(19).toDouble() / double(sysconf(_SC_CLK_TCK));
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    return double(now.tv_sec) + double(now.tv_nsec) / 1e9 - started;
}

/// Proportional set size: what shared libraries share is counted once over all who share it.
double megabytesHeld() {
    for (const auto& line : readAll(u"/proc/self/smaps_rollup"_s).split('\n'))
        if (line.startsWith("Pss:")) return line.simplified().split(' ').at(1).toDouble() / 1024;
    return 0;
}

/// What app/studio/main.cpp does, past the welcome; says the figures and how many runs it knows, and ends.
int beTheWindow(int argc, char** argv) {
    QApplication app(argc, argv);
    const theme::SystemAppearance system;
    theme::Theme theme(app, system.now());
    studio::Studio studio(&system);
    double start = 0;
    QObject::connect(&studio.window(), &shell::Window::painted, &app, [&] { start = secondsAlive(); });
    QTimer::singleShot(kIdleMs, &app, [&] {
        fprintf(stdout, "%.3f %.1f %zu\n", start, megabytesHeld(), studio.services().runs.all().size());
        QApplication::quit();
    });
    studio.services().settings.setWelcomed();
    studio.window().restore();
    studio.window().show();
    return QApplication::exec();
}

class StartTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void the_window_is_there_at_once_and_small_while_idle() {
        test::TemporaryHome home;
        for (int i = 0; i < kDatasets; ++i) home.importRows("data-" + std::to_string(i), 40);
        home.registerBase();
        for (int i = 0; i < kRuns; ++i)
            home.writeRun({.name = "run-" + std::to_string(i),
                           .started = runs::unixNow() - 3600 * (i + 1),
                           .dataset = "data-" + std::to_string(i % kDatasets)});
        std::vector<double> starts, sizes;
        for (int i = 0; i < kStarts; ++i) {
            QProcess window;
            window.start(QCoreApplication::applicationFilePath(), {u"--window"_s});
            QVERIFY(window.waitForFinished(60'000));
            const auto figures = window.readAllStandardOutput().simplified().split(' ');
            QCOMPARE(figures.size(), 3);
            QCOMPARE(figures[2].toInt(), kRuns);
            starts.push_back(figures[0].toDouble());
            sizes.push_back(figures[1].toDouble());
        }
        std::ranges::sort(starts);
        std::ranges::sort(sizes);
        qInfo("first paint after %.0f ms (best %.0f), %.0f MiB while idle, medians of %d", 1000 * starts[kStarts / 2], 1000 * starts[0],
              sizes[kStarts / 2], kStarts);
        QVERIFY2(starts[kStarts / 2] < kLongestStart, qPrintable(u"%1 s"_s.arg(starts[kStarts / 2])));
        QVERIFY2(sizes[kStarts / 2] < kMostMemory, qPrintable(u"%1 MiB"_s.arg(sizes[kStarts / 2])));
    }
};

}  // namespace
}  // namespace anneal

int main(int argc, char** argv) {
    if (argc > 1 && argv[1] == std::string_view("--window")) return anneal::beTheWindow(argc, argv);
    QCoreApplication app(argc, argv);
    anneal::StartTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "start_test.moc"
