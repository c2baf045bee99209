#pragma once
// The language of the window, switched while it is open: every widget hears of it and says its words again.

#include <QLocale>
#include <QTranslator>

#include "bridge/settings.h"

namespace anneal::shell {

struct LanguageChoice {
    QString code;  ///< "en", "zh_CN"
    QString name;  ///< in that language
};

class Language : public QObject {
    Q_OBJECT
public:
    /// Puts the chosen language in force, and each later choice. Make it before the window.
    explicit Language(bridge::Settings& settings);
    ~Language() override;

    /// Those that the window speaks.
    static QList<LanguageChoice> all();
    /// Of these the one that the desktop asks for.
    static QString ofSystem();

private:
    void apply();

    bridge::Settings& settings_;
    QString code_;
    std::vector<std::unique_ptr<QTranslator>> translators_;
};

}  // namespace anneal::shell
