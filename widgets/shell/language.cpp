#include "shell/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>

#include "bridge/languages.h"

using namespace Qt::StringLiterals;

namespace anneal::shell {
namespace {

/// Dates as the desktop writes them where it speaks that language, else as the language's own country does.
QLocale localeOf(const QString& code) {
    const QLocale own(code);
    return QLocale::system().language() == own.language() ? QLocale::system() : own;
}

}  // namespace

Language::Language(bridge::Settings& settings) : settings_(settings) {
    connect(&settings_, &bridge::Settings::languageChanged, this, &Language::apply);
    apply();
}

Language::~Language() {
    for (const auto& translator : translators_) QCoreApplication::removeTranslator(translator.get());
}

void Language::apply() {
    const auto chosen = settings_.language();
    const bool known = std::ranges::any_of(bridge::languages(), [&](const auto& each) { return each.code == chosen; });
    const auto code = known ? chosen : bridge::systemLanguage();
    if (code == code_) return;
    code_ = code;
    QLocale::setDefault(localeOf(code));
    for (const auto& translator : translators_) QCoreApplication::removeTranslator(translator.get());
    translators_.clear();
    const auto install = [this](const QString& file, const QString& folder) {
        auto translator = std::make_unique<QTranslator>();
        if (!translator->load(file, folder)) return;
        QCoreApplication::installTranslator(translator.get());
        translators_.push_back(std::move(translator));
    };
    install(u"qtbase_"_s + code, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(u"anneal_"_s + code, u":/translations"_s);
}

}  // namespace anneal::shell
