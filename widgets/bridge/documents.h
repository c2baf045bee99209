#pragma once
// Small things that people make and keep by name: presets of a run, cases of a chat. In studio.db. Main thread only.

#include <optional>

#include <QDateTime>
#include <QJsonObject>
#include <QObject>

#include "store/studio_database.h"

namespace anneal::bridge {

struct Document {
    QString id;
    QString kind;  ///< "preset", "chat_case"
    QString name;
    QJsonObject body;
    QDateTime changed;
};

class Documents : public QObject {
    Q_OBJECT
public:
    explicit Documents(store::StudioDatabase& database);

    /// Of one kind, by name.
    QList<Document> list(const QString& kind) const;
    std::optional<Document> find(const QString& id) const;
    /// Returns its id.
    QString add(const QString& kind, const QString& name, const QJsonObject& body);
    void change(const QString& id, const QString& name, const QJsonObject& body);
    /// restore() brings it back until the next start.
    void remove(const QString& id);
    void restore(const QString& id);

Q_SIGNALS:
    void changed(const QString& kind);

private:
    void write(const Document& document);

    store::StudioDatabase& database_;
    QList<Document> documents_;
    QList<Document> removed_;
};

}  // namespace anneal::bridge
