#include "bridge/notifications.h"

#include <QJsonDocument>

namespace anneal::bridge {
namespace {

constexpr int kMost = 50;

}  // namespace

Notifications::Notifications(store::StudioDatabase& database) : database_(database) {
    for (const auto& row : database_.read("SELECT id, time, kind, arguments, read FROM notifications ORDER BY id DESC LIMIT 50"))
        all_.append({row.integer(0), QDateTime::fromMSecsSinceEpoch(qint64(row.real(1) * 1000)), QString::fromStdString(row.text(2)),
                     QJsonDocument::fromJson(QByteArray::fromStdString(row.text(3))).object(), row.integer(4) != 0});
}

int Notifications::unread() const {
    return int(std::ranges::count_if(all_, [](const Notification& each) { return !each.read; }));
}

void Notifications::add(const QString& kind, const QJsonObject& arguments) {
    const qint64 id = all_.isEmpty() ? 1 : all_.first().id + 1;
    const Notification notification{id, QDateTime::currentDateTime(), kind, arguments, false};
    all_.prepend(notification);
    database_.write("INSERT INTO notifications VALUES(?, ?, ?, ?, 0)",
                    {std::int64_t(id), double(notification.time.toMSecsSinceEpoch()) / 1000, kind.toStdString(),
                     QJsonDocument(arguments).toJson(QJsonDocument::Compact).toStdString()});
    while (all_.size() > kMost) {
        database_.write("DELETE FROM notifications WHERE id = ?", {std::int64_t(all_.last().id)});
        all_.removeLast();
    }
    Q_EMIT added(notification);
    Q_EMIT changed();
}

void Notifications::markAllRead() {
    if (unread() == 0) return;
    for (auto& each : all_) each.read = true;
    database_.write("UPDATE notifications SET read = 1");
    Q_EMIT changed();
}

void Notifications::remove(qint64 id) {
    all_.removeIf([&](const Notification& each) { return each.id == id; });
    database_.write("DELETE FROM notifications WHERE id = ?", {std::int64_t(id)});
    Q_EMIT changed();
}

void Notifications::clear() {
    all_.clear();
    database_.write("DELETE FROM notifications");
    Q_EMIT changed();
}

}  // namespace anneal::bridge
