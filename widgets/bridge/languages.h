#pragma once
// The languages that the window speaks.

#include <QList>
#include <QString>

namespace anneal::bridge {

struct LanguageChoice {
    QString code;  ///< "en", "zh_CN"
    QString name;  ///< in that language
};

QList<LanguageChoice> languages();
/// Of these the one that the desktop asks for.
QString systemLanguage();

}  // namespace anneal::bridge
