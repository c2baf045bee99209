// Every icon exists, parses, is tinted by its state and has the pixels of its scale; the contact sheet is for people to look at.

#include "theme/icons.h"

#include <QDirIterator>
#include <QRegularExpression>
#include <QSvgRenderer>

#include "theme/paint.h"
#include "widgets/window_support.h"

using namespace Qt::StringLiterals;

namespace anneal {
namespace {

QStringList names() {
    QStringList all;
    for (QDirIterator files(u":/icons"_s); files.hasNext();) all << QFileInfo(files.next()).completeBaseName();
    all.removeAll(u"mark"_s);
    all.removeAll(u"anneal-studio"_s);
    all.sort();
    return all;
}

/// Every icon at 12, 16, 20 and 24 pixels with its name.
class ContactSheet : public QWidget {
public:
    ContactSheet() { resize(1200, int((names().size() + 5) / 6) * 40 + 60); }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.fillRect(rect(), theme::color(theme::Role::surface));
        int at = 0;
        for (const auto& name : names()) {
            const QPoint corner(at % 6 * 200 + 8, at / 6 * 40 + 4);
            int x = corner.x();
            for (const int size : {12, 16, 20, 24}) {
                theme::drawIcon(painter, QRect(x, corner.y(), size, 32), name.toStdString(), size, theme::color(theme::Role::text));
                x += size + 8;
            }
            theme::drawText(painter, QRect(x, corner.y(), 96, 32), Qt::AlignLeft | Qt::AlignVCenter, name,
                            theme::font(theme::TextStyle::caption), theme::color(theme::Role::textSecondary));
            ++at;
        }
        const int y = (at + 5) / 6 * 40 + 4;
        theme::drawMark(painter, QRect(8, y, 24, 24));
        theme::drawMark(painter, QRect(48, y, 48, 48));
        theme::markIcon().paint(&painter, QRect(120, y, 48, 48));
    }
};

class IconsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void every_icon_parses_and_follows_the_grid() {
        QVERIFY(names().size() >= 70);
        for (const auto& name : names()) {
            QFile file(u":/icons/%1.svg"_s.arg(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const auto svg = file.readAll();
            QVERIFY2(svg.contains("viewBox=\"0 0 24 24\"") && svg.contains("stroke-width=\"1.5\"") && svg.contains("currentColor"),
                     qPrintable(name));
            QVERIFY2(QSvgRenderer(svg).isValid(), qPrintable(name));
        }
    }

    void every_icon_that_the_window_names_exists() {
        const auto all = names();
        const QRegularExpression call(
            u"\\b(?:icon|drawIcon|drawStep|iconPixmap|makeButton|IconButton|IconLabel|Face::empty)\\([^;\"]*\"([a-z]+[a-z0-9-]*)\""_s);
        int found = 0;
        for (QDirIterator files(QStringLiteral(ANNEAL_SOURCE_DIR "/widgets"), {u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
             files.hasNext();) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const auto text = QString::fromUtf8(file.readAll());
            for (auto match = call.globalMatch(text); match.hasNext();) {
                const auto name = match.next().captured(1);
                if (name.isEmpty()) continue;
                QVERIFY2(all.contains(name), qPrintable(file.fileName() + u": "_s + name));
                ++found;
            }
        }
        QVERIFY(found >= 10);
    }

    void the_ink_is_that_of_the_state_in_every_scheme() {
        for (const auto& [choice, name] : test::kChoices) {
            theme::Theme::current().choose(choice);
            const auto plain = theme::icon("square"), accented = theme::icon("square", theme::Role::accentText);
            QVERIFY(test::holds(plain.pixmap(48, QIcon::Normal).toImage(), theme::Role::text));
            QVERIFY(test::holds(plain.pixmap(48, QIcon::Disabled).toImage(), theme::Role::textDisabled));
            QVERIFY(test::holds(plain.pixmap(48, QIcon::Selected).toImage(), theme::Role::onSelection));
            QVERIFY(test::holds(accented.pixmap(48, QIcon::Normal).toImage(), theme::Role::accentText));
        }
    }

    void a_pixmap_has_the_pixels_of_its_scale() {
        for (const qreal scale : {1.0, 1.25, 1.5, 2.0}) {
            const auto pixmap = theme::iconPixmap("play", 16, theme::color(theme::Role::text), scale);
            QCOMPARE(pixmap.width(), int(16 * scale));
            QCOMPARE(pixmap.devicePixelRatio(), scale);
        }
        QVERIFY(theme::iconPixmap("no-such-icon", 16, Qt::black, 1).isNull());
    }

    void the_stroke_keeps_its_width_at_every_size() {
        // The left side of the square, across its middle row: ink adds up to 1.5 pixels however large the icon is.
        for (const int size : {16, 20, 24}) {
            const auto image = theme::iconPixmap("square", size, Qt::black, 1).toImage();
            double ink = 0;
            for (int x = 0; x < size / 2; ++x) ink += image.pixelColor(x, size / 2).alphaF();
            QVERIFY2(std::abs(ink - 1.5) < 0.1, qPrintable(QString::number(ink)));
        }
    }

    void every_icon_is_pictured() {
        for (const auto& [choice, name] : test::kChoices) {
            theme::Theme::current().choose(choice);
            ContactSheet sheet;
            test::keepPicture(test::picture(sheet), u"icons-%1.png"_s.arg(QLatin1StringView(name)));
            if (choice == theme::Choice::light) test::keepPicture(test::picture(sheet, 2), u"icons-light@2x.png"_s);
        }
    }
};

}  // namespace
}  // namespace anneal

ANNEAL_WINDOW_TEST(anneal::IconsTest)
#include "icons_test.moc"
