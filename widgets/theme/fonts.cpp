#include "theme/fonts.h"

#include <QFontDatabase>

#include "base/files.h"

namespace anneal::theme {
namespace fs = std::filesystem;

fs::path fontFolder() {
    const auto installed = base::executablePath().parent_path().parent_path() / "share/anneal/fonts";
    std::error_code ignored;
    return fs::is_directory(installed, ignored) ? installed : fs::path(ANNEAL_FONTS);
}

int loadFaces(const fs::path& folder) {
    int loaded = 0;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(folder, error)) {
        if (entry.path().extension() != ".ttf") continue;
        if (QFontDatabase::addApplicationFont(QString::fromStdString(entry.path().string())) >= 0) ++loaded;
    }
    return loaded;
}

QFont makeFont(const Tokens& tokens, TextStyle style, Weight weight) {
    const bool mono = style == TextStyle::mono;
    QFont font;
    font.setFamilies(mono ? tokens.monoFamilies : tokens.uiFamilies);
    font.setStyleHint(mono ? QFont::Monospace : QFont::SansSerif);
    font.setPixelSize(tokens.textSizes[style]);
    font.setWeight(QFont::Weight(tokens.weights[weight]));
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

}  // namespace anneal::theme
