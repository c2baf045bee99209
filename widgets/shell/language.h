#pragma once
// The language of the window, switched while it is open: every widget hears of it and says its words again.

#include <QLocale>
#include <QTranslator>

#include "bridge/settings.h"

namespace anneal::shell {

class Language : public QObject {
    Q_OBJECT
public:
    /// Puts the chosen language in force, and each later choice. Make it before the window.
    explicit Language(bridge::Settings& settings);
    ~Language() override;

private:
    void apply();

    bridge::Settings& settings_;
    QString code_;
    std::vector<std::unique_ptr<QTranslator>> translators_;
};

}  // namespace anneal::shell
