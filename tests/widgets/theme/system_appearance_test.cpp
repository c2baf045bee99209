// The settings portal is read at start and followed while the window lives. The test is the portal, on a bus of its own.

#include "theme/system_appearance.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QtTest>

using namespace Qt::StringLiterals;

using Groups = QMap<QString, QVariantMap>;
Q_DECLARE_METATYPE(Groups)

namespace anneal {
namespace {

class Portal : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")
public:
    Groups groups;

public Q_SLOTS:
    Groups ReadAll(const QStringList&) { return groups; }

Q_SIGNALS:
    void SettingChanged(const QString& group, const QString& key, const QDBusVariant& value);
};

const auto kAppearance = u"org.freedesktop.appearance"_s;

class SystemAppearanceTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        qDBusRegisterMetaType<Groups>();
        qRegisterMetaType<QDBusVariant>("QDBusVariant");
        bus_ = QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"portal"_s);
        QVERIFY(bus_.isConnected());
        // As in life, it answers while the window waits.
        portal_.moveToThread(&thread_);
        thread_.start();
    }

    void cleanupTestCase() {
        const auto leave = [this] {
            bus_.unregisterObject(u"/org/freedesktop/portal/desktop"_s);
            QDBusConnection::disconnectFromBus(u"portal"_s);
            portal_.moveToThread(qApp->thread());
        };
        QMetaObject::invokeMethod(&portal_, leave, Qt::BlockingQueuedConnection);
        thread_.quit();
        thread_.wait();
    }

    void without_a_portal_the_platform_palette_decides() {
        QApplication::setPalette(QPalette(Qt::black));
        QVERIFY(theme::SystemAppearance().now().dark);
        QApplication::setPalette(QPalette(Qt::white));
        QVERIFY(!theme::SystemAppearance().now().dark);
    }

    void a_portal_that_comes_later_is_read() {
        theme::SystemAppearance system;
        bool offered = false;
        QMetaObject::invokeMethod(
            &portal_,
            [&] {
                offered = offer({{kAppearance, {{u"color-scheme"_s, 1U}}}});
            },
            Qt::BlockingQueuedConnection);
        QVERIFY(offered);
        QVERIFY(!system.now().dark);
        QTRY_VERIFY(system.now().dark);
    }

    void a_running_portal_is_read_at_once() { QVERIFY(theme::SystemAppearance().now().dark); }

    void a_change_is_followed_and_another_setting_is_not() {
        theme::SystemAppearance system;
        QSignalSpy said(&system, &theme::SystemAppearance::changed);
        say(kAppearance, u"contrast"_s, 1U);
        QTRY_COMPARE(said.count(), 1);
        QVERIFY(system.now().highContrast);
        say(u"org.gnome.desktop.interface"_s, u"font-name"_s, u"Sans"_s);
        say(u"org.gnome.desktop.interface"_s, u"enable-animations"_s, false);
        QTRY_VERIFY(system.now().reducedMotion);
        QCOMPARE(said.count(), 2);
        say(kAppearance, u"contrast"_s, 0U);
        QTRY_VERIFY(!system.now().highContrast);
    }

private:
    bool offer(const Groups& groups) {
        portal_.groups = groups;
        return bus_.registerObject(u"/org/freedesktop/portal/desktop"_s, &portal_,
                                   QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals) &&
               bus_.registerService(u"org.freedesktop.portal.Desktop"_s);
    }

    void say(const QString& group, const QString& key, const QVariant& value) {
        QMetaObject::invokeMethod(&portal_, [=, this] { Q_EMIT portal_.SettingChanged(group, key, QDBusVariant(value)); });
    }

    QDBusConnection bus_{QString()};
    Portal portal_;
    QThread thread_;
};

}  // namespace
}  // namespace anneal

QTEST_MAIN(anneal::SystemAppearanceTest)
#include "system_appearance_test.moc"
