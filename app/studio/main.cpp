#include <QApplication>

#include "shell/window.h"
#include "studio/studio.h"
#include "theme/icons.h"
#include "theme/system_appearance.h"
#include "theme/theme.h"

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("anneal-studio"));
    QApplication::setApplicationDisplayName(QStringLiteral("Anneal Studio"));
    QApplication::setDesktopFileName(QStringLiteral("anneal-studio"));
    const anneal::theme::SystemAppearance system;
    anneal::theme::Theme theme(app, system.now());
    QApplication::setWindowIcon(anneal::theme::markIcon());
    anneal::studio::Studio studio(&system);
    studio.window().restore();
    studio.window().show();
    return QApplication::exec();
}
