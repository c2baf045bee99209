#include "shell/desktop_notifier.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

using namespace Qt::StringLiterals;

namespace anneal::shell {
namespace {

const auto kPortal = u"org.freedesktop.portal.Desktop"_s;
const auto kPortalPath = u"/org/freedesktop/portal/desktop"_s;
const auto kPortalInterface = u"org.freedesktop.portal.Notification"_s;
const auto kService = u"org.freedesktop.Notifications"_s;
const auto kServicePath = u"/org/freedesktop/Notifications"_s;
const auto kDefault = u"default"_s;
const auto kIcon = u"anneal-studio"_s;

}  // namespace

DesktopNotifier::DesktopNotifier(QObject* parent) : QObject(parent) {
    auto bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) return;
    bus.connect(kPortal, kPortalPath, kPortalInterface, u"ActionInvoked"_s, this, SLOT(portalActed(QString, QString, QVariantList)));
    bus.connect(kService, kServicePath, kService, u"ActionInvoked"_s, this, SLOT(serviceActed(uint, QString)));
}

void DesktopNotifier::tell(const QString& key, const QString& title, const QString& text) {
    auto bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) return;
    auto call = QDBusMessage::createMethodCall(kPortal, kPortalPath, kPortalInterface, u"AddNotification"_s);
    call << key << QVariantMap{{u"title"_s, title}, {u"body"_s, text}, {u"default-action"_s, kDefault}};
    auto* watcher = new QDBusPendingCallWatcher(bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, key, title, text] {
        watcher->deleteLater();
        if (watcher->isError()) tellService(key, title, text);
    });
}

void DesktopNotifier::tellService(const QString& key, const QString& title, const QString& text) {
    auto call = QDBusMessage::createMethodCall(kService, kServicePath, kService, u"Notify"_s);
    call << u"Anneal Studio"_s << 0U << kIcon << title << text << QStringList{kDefault, QString()} << QVariantMap{} << -1;
    auto* watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, key] {
        watcher->deleteLater();
        if (const QDBusPendingReply<uint> reply = *watcher; !reply.isError()) told_.insert(reply.value(), key);
    });
}

void DesktopNotifier::portalActed(const QString& id, const QString&, const QVariantList&) { Q_EMIT followed(id); }

void DesktopNotifier::serviceActed(uint id, const QString&) {
    if (const auto key = told_.take(id); !key.isEmpty()) Q_EMIT followed(key);
}

}  // namespace anneal::shell
