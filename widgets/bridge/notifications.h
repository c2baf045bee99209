#pragma once
// What happened while nobody looked: kept in studio.db, shown under the bell until it is cleared. Main thread only.

#include <QDateTime>
#include <QJsonObject>
#include <QObject>

#include "store/studio_database.h"

namespace anneal::bridge {

/// What happened, not in which words: those are the window's, in the language of the moment.
struct Notification {
    qint64 id = 0;
    QDateTime time;
    QString kind;           ///< "run_done", "run_failed", "run_lost", "run_stopped", "job_failed", "message"
    QJsonObject arguments;  ///< run: id, name; job: title, error; message: tone, title, detail, link, page, place
    bool read = false;
};

class Notifications : public QObject {
    Q_OBJECT
public:
    explicit Notifications(store::StudioDatabase& database);

    /// Newest first; the last 50 are kept.
    const QList<Notification>& all() const { return all_; }
    int unread() const;
    void add(const QString& kind, const QJsonObject& arguments);
    void markAllRead();
    void remove(qint64 id);
    void clear();

Q_SIGNALS:
    void added(const anneal::bridge::Notification& notification);
    void changed();

private:
    store::StudioDatabase& database_;
    QList<Notification> all_;
};

}  // namespace anneal::bridge
