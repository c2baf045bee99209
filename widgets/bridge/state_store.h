#pragma once
// What the window and its pages keep between starts: one JSON value a key, in studio.db. Main thread only; reading is from
// memory, writing returns at once.

#include <QHash>
#include <QHeaderView>
#include <QJsonValue>

#include "store/studio_database.h"

namespace anneal::bridge {

class StateStore {
public:
    explicit StateStore(store::StudioDatabase& database);

    QJsonValue value(const QString& key, const QJsonValue& otherwise = {}) const;
    /// An undefined value forgets the key.
    void setValue(const QString& key, const QJsonValue& value);

    /// Widths, order and sorting of a table's columns, now as they were left and kept from here on.
    void keepColumns(QHeaderView& header, const QString& key);

private:
    store::StudioDatabase& database_;
    QHash<QString, QJsonValue> values_;
};

}  // namespace anneal::bridge
