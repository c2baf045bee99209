#include "theme/system_appearance.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusServiceWatcher>
#include <QDBusVariant>
#include <QFile>
#include <QPalette>

using namespace Qt::StringLiterals;

namespace anneal::theme {
namespace {

constexpr int kPatienceMs = 100;

const auto kService = u"org.freedesktop.portal.Desktop"_s;
const auto kPath = u"/org/freedesktop/portal/desktop"_s;
const auto kInterface = u"org.freedesktop.portal.Settings"_s;
const auto kAppearance = u"org.freedesktop.appearance"_s;
const auto kGnome = u"org.gnome.desktop.interface"_s;
const auto kKde = u"org.kde.kdeglobals.KDE"_s;

using Groups = QMap<QString, QVariantMap>;

QDBusMessage readAll() {
    auto call = QDBusMessage::createMethodCall(kService, kPath, kInterface, u"ReadAll"_s);
    call << QStringList{kAppearance, kGnome, kKde};
    return call;
}

Groups groupsOf(const QDBusMessage& reply) {
    const auto first = reply.arguments().value(0);
    return first.canConvert<QDBusArgument>() ? qdbus_cast<Groups>(first.value<QDBusArgument>()) : Groups();
}

/// Asking for a session bus where there is none may start one; then there is no portal either.
bool hasSessionBus() {
    return qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS") || QFile::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + "/bus"_L1);
}

bool looksDark(const QPalette& palette) {
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

}  // namespace

SystemAppearance::SystemAppearance(QObject* parent) : QObject(parent) {
    now_.dark = looksDark(QApplication::palette());
    if (!hasSessionBus()) return;
    auto bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) return;
    bus.connect(kService, kPath, kInterface, u"SettingChanged"_s, this, SLOT(settingChanged(QString, QString, QDBusVariant)));
    Groups groups;
    if (bus.interface()->isServiceRegistered(kService)) groups = groupsOf(bus.call(readAll(), QDBus::Block, kPatienceMs));
    for (auto it = groups.begin(); it != groups.end(); ++it) take(it.key(), it.value());
    if (groups.isEmpty()) readLater();
    auto* arrivals = new QDBusServiceWatcher(kService, bus, QDBusServiceWatcher::WatchForRegistration, this);
    connect(arrivals, &QDBusServiceWatcher::serviceRegistered, this, &SystemAppearance::readLater);
}

void SystemAppearance::readLater() {
    auto* watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(readAll()), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher* call) {
        call->deleteLater();
        const auto before = now_;
        const auto groups = groupsOf(call->reply());
        for (auto it = groups.begin(); it != groups.end(); ++it) take(it.key(), it.value());
        if (now_ != before) Q_EMIT changed(now_);
    });
}

void SystemAppearance::settingChanged(const QString& group, const QString& key, const QDBusVariant& value) {
    const auto before = now_;
    take(group, {{key, value.variant()}});
    if (now_ != before) Q_EMIT changed(now_);
}

void SystemAppearance::take(const QString& group, const QVariantMap& values) {
    for (auto it = values.begin(); it != values.end(); ++it) {
        const auto& [key, value] = std::pair(it.key(), it.value());
        if (group == kAppearance && key == "color-scheme"_L1) now_.dark = value.toUInt() == 1;
        if (group == kAppearance && key == "contrast"_L1) now_.highContrast = value.toUInt() == 1;
        if (group == kAppearance && key == "reduced-motion"_L1) now_.reducedMotion = value.toUInt() == 1;
        if (group == kGnome && key == "enable-animations"_L1) now_.reducedMotion = !value.toBool();
        if (group == kKde && key == "AnimationDurationFactor"_L1) now_.reducedMotion = value.toDouble() == 0;
    }
}

}  // namespace anneal::theme
