#pragma once
// What the window's tests share: an application with the theme, pictures of widgets at any scale, and waiting for paint.

#include <QApplication>
#include <QDir>
#include <QImage>
#include <QWidget>
#include <QtTest>

#include "theme/theme.h"

namespace anneal::test {

/// A picture of `widget` as a display of `scale` device pixels to each pixel would show it.
inline QImage picture(QWidget& widget, qreal scale = 1) {
    QImage image((QSizeF(widget.size()) * scale).toSize(), QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    image.fill(theme::color(theme::Role::window));
    widget.render(&image);
    return image;
}

/// Whether a pixel has exactly the colour of `role`.
inline bool holds(const QImage& image, theme::Role role) {
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (image.pixelColor(x, y) == theme::color(role)) return true;
    return false;
}

/// Saves it under build/screenshots.
inline void keepPicture(const QImage& image, const QString& name) {
    const QDir folder(QStringLiteral(ANNEAL_BINARY_DIR "/screenshots"));
    QVERIFY(QDir().mkpath(folder.path()));
    QVERIFY2(image.save(folder.filePath(name)), qPrintable(name));
}

inline const std::array kChoices{std::pair{theme::Choice::light, "light"}, std::pair{theme::Choice::dark, "dark"},
                                 std::pair{theme::Choice::highContrast, "contrast"}};

}  // namespace anneal::test

/// QTEST_MAIN for a test whose class needs the theme.
#define ANNEAL_WINDOW_TEST(TestClass)           \
    int main(int argc, char** argv) {           \
        QApplication app(argc, argv);           \
        anneal::theme::Theme theme(app);        \
        TestClass test;                         \
        return QTest::qExec(&test, argc, argv); \
    }
