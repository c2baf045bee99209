#include "shell/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>

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

QList<LanguageChoice> Language::all() { return {{u"en"_s, u"English"_s}, {u"zh_CN"_s, u"简体中文"_s}}; }

QString Language::ofSystem() {
    for (const auto& wanted : QLocale::system().uiLanguages()) {
        const QLocale locale(wanted);
        if (locale.language() == QLocale::Chinese && locale.script() == QLocale::SimplifiedHanScript) return u"zh_CN"_s;
        if (locale.language() == QLocale::English) return u"en"_s;
    }
    return u"en"_s;
}

void Language::apply() {
    const auto chosen = settings_.language();
    const bool known = std::ranges::any_of(all(), [&](const auto& each) { return each.code == chosen; });
    const auto code = known ? chosen : ofSystem();
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
