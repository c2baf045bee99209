#include "bridge/documents.h"

#include <QJsonDocument>
#include <QUuid>

namespace anneal::bridge {

Documents::Documents(store::StudioDatabase& database) : database_(database) {
    for (const auto& row : database_.read("SELECT id, kind, name, body, changed FROM documents"))
        documents_.append({QString::fromStdString(row.text(0)), QString::fromStdString(row.text(1)), QString::fromStdString(row.text(2)),
                           QJsonDocument::fromJson(QByteArray::fromStdString(row.text(3))).object(),
                           QDateTime::fromMSecsSinceEpoch(qint64(row.real(4) * 1000))});
}

QList<Document> Documents::list(const QString& kind) const {
    QList<Document> found;
    std::ranges::copy_if(documents_, std::back_inserter(found), [&](const Document& each) { return each.kind == kind; });
    std::ranges::sort(found, [](const Document& a, const Document& b) { return a.name.localeAwareCompare(b.name) < 0; });
    return found;
}

std::optional<Document> Documents::find(const QString& id) const {
    const auto found = std::ranges::find(documents_, id, &Document::id);
    return found == documents_.end() ? std::nullopt : std::optional(*found);
}

QString Documents::add(const QString& kind, const QString& name, const QJsonObject& body) {
    const Document document{QUuid::createUuid().toString(QUuid::WithoutBraces), kind, name, body, QDateTime::currentDateTime()};
    documents_.append(document);
    write(document);
    return document.id;
}

void Documents::change(const QString& id, const QString& name, const QJsonObject& body) {
    const auto found = std::ranges::find(documents_, id, &Document::id);
    if (found == documents_.end()) return;
    found->name = name;
    found->body = body;
    found->changed = QDateTime::currentDateTime();
    write(*found);
}

void Documents::remove(const QString& id) {
    const auto found = std::ranges::find(documents_, id, &Document::id);
    if (found == documents_.end()) return;
    const auto document = *found;
    documents_.erase(found);
    removed_.append(document);
    database_.write("UPDATE documents SET deleted = 1 WHERE id = ?", {id.toStdString()});
    Q_EMIT changed(document.kind);
}

void Documents::restore(const QString& id) {
    const auto found = std::ranges::find(removed_, id, &Document::id);
    if (found == removed_.end()) return;
    const auto document = *found;
    removed_.erase(found);
    documents_.append(document);
    write(document);
}

void Documents::write(const Document& document) {
    database_.write(
        "INSERT INTO documents VALUES(?, ?, ?, ?, ?, NULL) ON CONFLICT(id) DO UPDATE SET name = excluded.name, body = excluded.body, "
        "changed = excluded.changed, deleted = NULL",
        {document.id.toStdString(), document.kind.toStdString(), document.name.toStdString(),
         QJsonDocument(document.body).toJson(QJsonDocument::Compact).toStdString(), double(document.changed.toMSecsSinceEpoch()) / 1000});
    Q_EMIT changed(document.kind);
}

}  // namespace anneal::bridge
