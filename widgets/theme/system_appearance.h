#pragma once
// What the desktop asks for: dark or light, more contrast, less motion. From the settings portal over D-Bus, live; without a
// portal the palette that Qt took from the platform says whether it is dark. Main thread only.

#include <QDBusVariant>
#include <QObject>
#include <QVariantMap>

#include "theme/theme.h"

namespace anneal::theme {

class SystemAppearance : public QObject {
    Q_OBJECT
public:
    /// Waits for a portal that is running already, a tenth of a second at most; one that has yet to start reports later.
    /// Make it before Theme gives the application a palette of its own.
    explicit SystemAppearance(QObject* parent = nullptr);

    const Appearance& now() const { return now_; }

Q_SIGNALS:
    void changed(const anneal::theme::Appearance& now);

private Q_SLOTS:
    void settingChanged(const QString& group, const QString& key, const QDBusVariant& value);

private:
    void readLater();
    void take(const QString& group, const QVariantMap& values);

    Appearance now_;
};

}  // namespace anneal::theme
