// Borders fall on whole device pixels at every scale and place; text sits on one baseline whatever script it is in.

#include "theme/paint.h"

#include "widgets/window_support.h"

using namespace Qt::StringLiterals;

namespace anneal {
namespace {

QImage canvas(qreal scale) {
    QImage image((QSizeF(60, 40) * scale).toSize(), QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    image.fill(Qt::white);
    return image;
}

/// The distinct shades along the middle row.
QList<QColor> shades(const QImage& image) {
    QList<QColor> found;
    for (int x = 0; x < image.width(); ++x)
        if (const auto shade = image.pixelColor(x, image.height() / 2); !found.contains(shade)) found << shade;
    return found;
}

int lowestInk(const QString& text) {
    auto image = canvas(1);
    QPainter painter(&image);
    theme::drawText(painter, QRectF(0, 0, 60, 32), Qt::AlignLeft | Qt::AlignVCenter, text, theme::font(theme::TextStyle::body), Qt::black);
    painter.end();
    for (int y = image.height() - 1; y >= 0; --y)
        for (int x = 0; x < 7; ++x)
            if (image.pixelColor(x, y).lightness() < 128) return y;
    return -1;
}

class PaintTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void a_border_is_crisp_at_every_scale_data() {
        QTest::addColumn<qreal>("scale");
        for (const qreal scale : {1.0, 1.25, 1.5, 1.75, 2.0}) QTest::addRow("%g", scale) << scale;
    }
    void a_border_is_crisp_at_every_scale() {
        QFETCH(const qreal, scale);
        for (const qreal left : {3.0, 5.0, 7.4}) {
            auto image = canvas(scale);
            QPainter painter(&image);
            painter.translate(1, 1);
            theme::drawBox(painter, QRectF(left, 4, 40, 30), {QColor(Qt::yellow), QColor(Qt::blue), 6});
            painter.end();
            // Nothing between the three colours: no edge is blurred.
            QCOMPARE(shades(image), (QList<QColor>{Qt::white, Qt::blue, Qt::yellow}));
        }
    }

    void a_thin_line_never_vanishes() {
        auto image = canvas(1);
        QPainter painter(&image);
        theme::fillRect(painter, QRectF(10.2, 0, 0.3, 40), Qt::black);
        painter.end();
        QVERIFY(shades(image).contains(QColor(Qt::black)));
    }

    void another_script_does_not_move_the_baseline() { QCOMPARE(lowestInk(u"H"_s), lowestInk(u"H保密条款"_s)); }

    void what_does_not_fit_is_elided() {
        auto image = canvas(1);
        QPainter painter(&image);
        theme::drawText(painter, QRectF(0, 0, 30, 40), Qt::AlignLeft | Qt::AlignVCenter, u"HHHHHHHHHHHH"_s,
                        theme::font(theme::TextStyle::body), Qt::black);
        painter.end();
        for (int x = 31; x < image.width(); ++x) QCOMPARE(image.pixelColor(x, 20), QColor(Qt::white));
    }
};

}  // namespace
}  // namespace anneal

ANNEAL_WINDOW_TEST(anneal::PaintTest)
#include "paint_test.moc"
