// What a chart writes is whole: the exact numbers, a drawing that parses, a picture of twice the pixels.

#include <QClipboard>
#include <QMenu>
#include <QSvgRenderer>
#include <QXmlStreamReader>

#include "charts/csv.h"
#include "charts/parts/export_menu.h"
#include "charts/sheet.h"
#include "widgets/charts/plot_support.h"

using namespace Qt::StringLiterals;

namespace anneal::charts {
namespace {

using test::line;
using test::ShownChart;

QByteArray contents(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

class ExportTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        shown_ = std::make_unique<ShownChart>(
            Chart::Options{.title = u"Throughput"_s, .unit = {.name = u"tokens/s"_s}, .tools = {.exports = true}});
        train_ = line(u"Train, \"raw\""_s, 0, 300, 1, [](double step) { return step == 7 ? NAN : 1.0 / 3 + step * 0.1; });
        shown_->chart.addLine(train_, {.number = 0});
        shown_->chart.addLine(line(u"Eval"_s, 0, 300, 100, [](double step) { return step / 1024; }), {.number = 1, .markers = true});
        shown_->chart.addLine(line(u"Plan"_s, 0, 300, 10, [](double) { return 1; }), {.planned = true});
        shown_->settle();
    }

    void numbers_read_back_exactly() {
        const auto file = folder_->filePath(u"numbers.csv"_s);
        QSignalSpy saved(&shown_->chart, &Chart::saved);
        shown_->chart.exports()->saveNumbers(file);
        QTRY_COMPARE(saved.size(), 1);
        const auto lines = contents(file).split('\n');
        QCOMPARE(lines.front(), "series,step,time (s),tokens,Throughput (tokens/s)");
        QCOMPARE(lines.size(), 1 + 301 + 4 + 1);
        for (std::size_t i = 0; i < train_->size(); ++i) {
            const QByteArray row = lines[qsizetype(i) + 1], name = "\"Train, \"\"raw\"\"\",";
            QVERIFY(row.startsWith(name));
            const auto fields = row.mid(name.size()).split(',');
            QCOMPARE(fields.size(), 4);
            QCOMPARE(fields[0].toLongLong(), train_->place(i).step);
            QCOMPARE(fields[1].toDouble(), train_->place(i).seconds);
            QCOMPARE(fields[2].toLongLong(), train_->place(i).tokens);
            if (i == 7)
                QVERIFY(fields[3].isEmpty());
            else
                QVERIFY(fields[3].toDouble() == train_->value(i));
        }
        QCOMPARE(lines[302], "Eval,0,0,0,0");
        QCOMPARE(lines[303], "Eval,100,200,100000,0.09765625");
    }

    void numbers_are_those_of_the_moment_while_points_go_on_coming() {
        const auto rows = train_->rows();
        for (int step = 301; step < 9000; ++step) train_->append({step, 0, 0}, -1);
        CsvProgress progress;
        const auto file = folder_->filePath(u"then.csv"_s);
        QVERIFY(writeCsv({u"Loss"_s, {{u"Train"_s, rows}}}, file, progress));
        QCOMPARE(contents(file).count('\n'), 302);
    }

    void a_stopped_export_leaves_no_file() {
        for (int step = 301; step < 200'000; ++step) train_->append({step, 0, 0}, step);
        CsvProgress progress;
        progress.stop = true;
        const auto file = folder_->filePath(u"stopped.csv"_s);
        const auto status = writeCsv({u"Loss"_s, {{u"Train"_s, train_->rows()}}}, file, progress);
        QVERIFY(!status);
        QCOMPARE(QString::fromStdString(status.error().code), u"stopped"_s);
        QVERIFY(!QFile::exists(file));
    }

    void a_folder_that_is_not_there_is_an_error_with_a_hint() {
        QSignalSpy failed(&shown_->chart, &Chart::saveFailed);
        const auto file = folder_->filePath(u"nowhere/chart"_s);
        shown_->chart.exports()->savePicture(file + u".png"_s);
        shown_->chart.exports()->saveDrawing(file + u".svg"_s);
        shown_->chart.exports()->saveNumbers(file + u".csv"_s);
        QTRY_COMPARE(failed.size(), 3);
        for (const auto& arguments : failed) {
            QVERIFY(arguments[0].toString().contains(u"nowhere"_s));
            QVERIFY(!arguments[1].toString().isEmpty());
        }
    }

    void a_picture_has_twice_the_pixels() {
        const auto file = folder_->filePath(u"chart.png"_s);
        shown_->chart.exports()->savePicture(file);
        const QImage image(file);
        QCOMPARE(image.size(), shown_->chart.picture(1).size() * 2);
        QVERIFY(image.width() > 2 * shown_->plot().width());
        QVERIFY(test::holds(image, theme::Role::chartBg));
        QVERIFY(test::holds(image, theme::Role::borderStrong));
    }

    void a_drawing_parses_and_draws_what_the_picture_shows() {
        const auto file = folder_->filePath(u"chart.svg"_s);
        shown_->chart.exports()->saveDrawing(file);
        QXmlStreamReader xml(contents(file));
        QStringList words;
        while (!xml.atEnd())
            if (xml.readNext() == QXmlStreamReader::Characters) words << xml.text().toString().trimmed();
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        for (const auto& word : {u"Throughput, tokens/s"_s, u"Eval"_s, u"100"_s}) QVERIFY2(words.contains(word), qPrintable(word));

        QSvgRenderer renderer(file);
        QVERIFY(renderer.isValid());
        const auto picture = shown_->chart.picture(1);
        QImage drawn(picture.size(), QImage::Format_RGB32);
        drawn.fill(Qt::transparent);
        QPainter painter(&drawn);
        renderer.render(&painter);
        painter.end();
        qint64 unlike = 0;
        for (int y = 0; y < drawn.height(); ++y)
            for (int x = 0; x < drawn.width(); ++x) unlike += std::abs(qGray(drawn.pixel(x, y)) - qGray(picture.pixel(x, y))) > 60;
        QVERIFY2(unlike < drawn.width() * drawn.height() / 50, qPrintable(QString::number(unlike)));
    }

    void a_zoomed_drawing_draws_nothing_outside_its_plot() {
        shown_->wheel(shown_->plotRect().center().toPoint(), 6, Qt::ControlModifier);
        const auto file = folder_->filePath(u"zoomed.svg"_s);
        shown_->chart.exports()->saveDrawing(file);
        QSvgRenderer renderer(file);
        QImage drawn(renderer.defaultSize(), QImage::Format_RGB32);
        drawn.fill(theme::color(theme::Role::chartBg));
        QPainter painter(&drawn);
        renderer.render(&painter);
        painter.end();
        // The margin below the words of the axis.
        const auto line = theme::series(0).color;
        for (int y = drawn.height() - 10; y < drawn.height(); ++y)
            for (int x = 0; x < drawn.width(); ++x) QVERIFY(drawn.pixelColor(x, y) != line);
        for (int x = 200; x < drawn.width(); ++x) QVERIFY(drawn.pixelColor(x, 24) != line);
    }

    void a_long_series_makes_a_small_drawing() {
        for (int step = 301; step < 300'000; ++step) train_->append({step, 0, 0}, std::sin(step));
        shown_->chart.pointsCame();
        const auto file = folder_->filePath(u"long.svg"_s);
        shown_->chart.exports()->saveDrawing(file);
        QVERIFY(QFileInfo(file).size() < 200'000);
    }

    void the_clipboard_gets_the_picture() {
        shown_->chart.exports()->copyPicture();
        QCOMPARE(QGuiApplication::clipboard()->image().size(), shown_->chart.picture(2).size());
    }

    void the_menu_offers_every_export() {
        auto* menu = shown_->chart.findChild<QMenu*>();
        QVERIFY(menu);
        Q_EMIT menu->aboutToShow();
        QStringList offers;
        for (const auto* action : menu->actions())
            if (!action->isSeparator()) offers << action->text();
        QCOMPARE(offers, (QStringList{u"Picture, PNG…"_s, u"Drawing, SVG…"_s, u"Numbers, CSV…"_s, u"Copy picture"_s}));
    }

private:
    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<ShownChart> shown_;
    std::shared_ptr<Series> train_;
};

}  // namespace
}  // namespace anneal::charts

ANNEAL_WINDOW_TEST(anneal::charts::ExportTest)
#include "export_test.moc"
