// Every icon exists, parses, is tinted by its state and stays sharp at every scale; the contact sheet is for people to look at.

#include "theme/icons.h"

#include <QDirIterator>
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
    void contact_sheet() {
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
