#include "bridge/state_store.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTimer>

namespace anneal::bridge {
namespace {

constexpr int kSettleMs = 500;  // a column that is being dragged moves many times

}  // namespace

StateStore::StateStore(store::StudioDatabase& database) : database_(database) {
    for (const auto& row : database_.read("SELECT key, value FROM state")) {
        // A JSON document is an array or an object, so values are kept in an array of one.
        const auto document = QJsonDocument::fromJson(QByteArray::fromStdString(row.text(1)));
        values_.insert(QString::fromStdString(row.text(0)), document.array().at(0));
    }
}

QJsonValue StateStore::value(const QString& key, const QJsonValue& otherwise) const { return values_.value(key, otherwise); }

void StateStore::setValue(const QString& key, const QJsonValue& value) {
    if (value.isUndefined()) {
        if (values_.remove(key)) database_.write("DELETE FROM state WHERE key = ?", {key.toStdString()});
        return;
    }
    if (const auto found = values_.constFind(key); found != values_.cend() && *found == value) return;
    values_.insert(key, value);
    const auto text = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact).toStdString();
    database_.write("INSERT INTO state VALUES(?, ?) ON CONFLICT(key) DO UPDATE SET value = excluded.value", {key.toStdString(), text});
}

void StateStore::keepColumns(QHeaderView& header, const QString& key) {
    header.restoreState(QByteArray::fromBase64(value(key).toString().toLatin1()));
    auto* settled = new QTimer(&header);
    settled->setSingleShot(true);
    settled->setInterval(kSettleMs);
    QObject::connect(settled, &QTimer::timeout, &header,
                     [this, &header, key] { setValue(key, QString::fromLatin1(header.saveState().toBase64())); });
    for (const auto signal : {&QHeaderView::sectionResized, &QHeaderView::sectionMoved})
        QObject::connect(&header, signal, settled, qOverload<>(&QTimer::start));
    QObject::connect(&header, &QHeaderView::sortIndicatorChanged, settled, qOverload<>(&QTimer::start));
}

}  // namespace anneal::bridge
