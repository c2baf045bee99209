#include "bridge/languages.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace anneal::bridge {

QList<LanguageChoice> languages() { return {{u"en"_s, u"English"_s}, {u"zh_CN"_s, u"简体中文"_s}}; }

QString systemLanguage() {
    for (const auto& wanted : QLocale::system().uiLanguages()) {
        const QLocale locale(wanted);
        if (locale.language() == QLocale::Chinese && locale.script() == QLocale::SimplifiedHanScript) return u"zh_CN"_s;
        if (locale.language() == QLocale::English) return u"en"_s;
    }
    return u"en"_s;
}

}  // namespace anneal::bridge
