#pragma once
// Tells the desktop of something while the window is not in front: by the portal, else by the notification service. Where there
// is neither, nothing happens.

#include <QObject>
#include <QVariant>

namespace anneal::shell {

class DesktopNotifier : public QObject {
    Q_OBJECT
public:
    explicit DesktopNotifier(QObject* parent = nullptr);

    /// `key` comes back when the person follows it.
    void tell(const QString& key, const QString& title, const QString& text);

Q_SIGNALS:
    void followed(const QString& key);

private Q_SLOTS:
    void portalActed(const QString& id, const QString& action, const QVariantList& parameters);
    void serviceActed(uint id, const QString& action);

private:
    void tellService(const QString& key, const QString& title, const QString& text);

    QHash<uint, QString> told_;  ///< by the service's id
};

}  // namespace anneal::shell
