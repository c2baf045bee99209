#pragma once
// What a person chose for the whole window, once and for all. Main thread only.

#include <QObject>

#include "bridge/state_store.h"
#include "theme/theme.h"

namespace anneal::bridge {

class Settings : public QObject {
    Q_OBJECT
public:
    explicit Settings(StateStore& state);

    theme::Choice appearance() const;
    void setAppearance(theme::Choice choice);
    /// Less motion than the desktop asks for; never more.
    bool reducesMotion() const;
    void setReducesMotion(bool reduces);
    /// "en", "zh_CN"; empty: the system's.
    QString language() const;
    void setLanguage(const QString& code);
    /// The welcome was gone through.
    bool welcomed() const;
    void setWelcomed();

Q_SIGNALS:
    void appearanceChanged();
    void languageChanged();

private:
    StateStore& state_;
};

}  // namespace anneal::bridge
