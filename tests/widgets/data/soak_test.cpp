// Five million rows: the table opens at once and scrolls without holding the window up.

#include <QElapsedTimer>
#include <QScrollBar>

#include "data/import.h"
#include "pages/data/row_table.h"
#include "widgets/window/temporary_home.h"
#include "widgets/window/watchdog.h"
#include "widgets/window_support.h"

#include <fstream>

namespace anneal {
namespace {

constexpr int kRows = 5'000'000;
constexpr int kFrames = 600;

class DataSoakTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void five_million_rows_open_under_a_second_and_scroll_at_sixty_frames() {
        const test::TemporaryHome home;
        const auto file = home.path() / "rows.csv";
        {
            std::ofstream out(file);
            out << "id,name,amount,note\n";
            for (int i = 0; i < kRows; ++i)
                out << i << ",customer " << i % 100'000 << ',' << i % 9973 / 100.0 << ",the note of row " << i << '\n';
        }
        data::ImportOptions options;
        options.source = file;
        const auto report = data::importDataset(options);
        QVERIFY2(report, report ? "" : report.error().message.c_str());
        QCOMPARE(report->manifest.rows, kRows);

        bridge::Bridge bridge;
        QElapsedTimer clock;
        clock.start();
        pages::RowFeed feed(bridge, data::Dataset::open(report->dataset).value());
        pages::RowModel model(feed);
        pages::RowTable table;
        table.setRows(&model);
        table.resize(1000, 600);
        table.show();
        QVERIFY(QTest::qWaitFor([&] { return model.index(0, 1).data(pages::RowModel::isThere).toBool(); }, 10'000));
        QCoreApplication::processEvents();
        const auto opened = clock.elapsed();

        std::vector<double> frames;
        test::Watchdog watchdog;
        const int most = table.verticalScrollBar()->maximum();
        for (int frame = 0; frame < kFrames; ++frame) {
            clock.restart();
            // A slow drag, and a leap every fiftieth frame.
            const auto step = frame % 50 == 0 ? most / 13 : 160;
            table.verticalScrollBar()->setValue(int((qint64(table.verticalScrollBar()->value()) + step) % most));
            table.viewport()->repaint();
            QCoreApplication::processEvents();
            frames.push_back(double(clock.nsecsElapsed()) / 1e6);
        }
        const auto waited = watchdog.longestWait();
        std::ranges::sort(frames);
        qInfo("opened in %lld ms; a frame: median %.2f ms, 95 %% %.2f ms, worst %.2f ms; longest wait %lld ms", (long long)opened,
              frames[kFrames / 2], frames[kFrames * 95 / 100], frames.back(), (long long)waited.count());
        QVERIFY(opened < 1000);
        QVERIFY(frames[kFrames / 2] <= 16);
        QVERIFY(QTest::qWaitFor([&] { return model.index(kRows - 1, 1).data(pages::RowModel::isThere).toBool(); }, 10'000));
        QCOMPARE(model.index(kRows - 1, 1).data().toString(), QString::number(kRows - 1));
    }
};

}  // namespace
}  // namespace anneal

ANNEAL_WINDOW_TEST(anneal::DataSoakTest)
#include "soak_test.moc"
