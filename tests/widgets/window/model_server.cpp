#include "widgets/window/model_server.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpSocket>

using namespace Qt::StringLiterals;

namespace anneal::test {
namespace {

constexpr qsizetype kLarge = 1 << 20;  // from here on a file is one that connections break in

}  // namespace

ModelServer::ModelServer(const QString& folder, const QString& name) : name_(name) {
    for (const auto& entry : QDir(folder).entryInfoList(QDir::Files)) {
        QFile file(entry.filePath());
        if (!file.open(QIODevice::ReadOnly)) continue;
        const auto bytes = file.readAll();
        files_.insert(entry.fileName(), bytes);
        hashes_.insert(entry.fileName(), QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex()));
    }
    listen(QHostAddress::LocalHost);
    connect(this, &QTcpServer::newConnection, this, [this] {
        while (auto* socket = nextPendingConnection()) {
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
                if (socket->peek(1 << 16).contains("\r\n\r\n")) answer(*socket, socket->readAll());
            });
        }
    });
}

void ModelServer::answer(QTcpSocket& socket, const QByteArray& head) {
    const auto path = QString::fromLatin1(head.split(' ').value(1));
    if (trouble_ == Trouble::refuses) return send(socket, "403 Forbidden", "{}");
    if (trouble_ == Trouble::fails) return send(socket, "500 Internal Server Error", "{}");
    if (path == u"/hub/api/models/%1/tree/main"_s.arg(name_)) {
        QJsonArray listing{QJsonObject{{u"type"_s, u"directory"_s}, {u"path"_s, u"onnx"_s}}};
        for (auto file = files_.cbegin(); file != files_.cend(); ++file) {
            QJsonObject entry{{u"type"_s, u"file"_s}, {u"path"_s, file.key()}, {u"size"_s, file->size()}};
            if (file->size() >= kLarge) entry[u"lfs"_s] = QJsonObject{{u"oid"_s, hashes_[file.key()]}, {u"size"_s, file->size()}};
            listing.append(entry);
        }
        return send(socket, "200 OK", QJsonDocument(listing).toJson());
    }
    const auto prefix = u"/hub/%1/resolve/main/"_s.arg(name_);
    if (!path.startsWith(prefix) || !files_.contains(path.mid(prefix.size()))) return send(socket, "404 Not Found", "{}");
    QByteArray range;
    for (const auto& line : head.split('\n'))
        if (line.toLower().startsWith("range:")) range = line.mid(6).trimmed();
    sendFile(socket, path.mid(prefix.size()), range);
}

void ModelServer::sendFile(QTcpSocket& socket, const QString& name, const QByteArray& range) {
    asked_ << (range.isEmpty() ? name : name + u' ' + QString::fromLatin1(range));
    auto bytes = files_.value(name);
    const bool large = bytes.size() >= kLarge;
    if (trouble_ == Trouble::changes && large) bytes[bytes.size() / 2] = char(~bytes[bytes.size() / 2]);
    const auto from = range.mid(int(qstrlen("bytes="))).chopped(range.isEmpty() ? 0 : 1).toLongLong();
    const auto whole = bytes.size();
    bytes = bytes.mid(from);
    auto headers = "Content-Length: " + QByteArray::number(bytes.size()) + "\r\n";
    if (!range.isEmpty())
        headers += "Content-Range: bytes " + QByteArray::number(from) + '-' + QByteArray::number(whole - 1) + '/' +
                   QByteArray::number(whole) + "\r\n";
    socket.write("HTTP/1.1 " + QByteArray(range.isEmpty() ? "200 OK" : "206 Partial Content") + "\r\n" + headers +
                 "Connection: close\r\n\r\n");
    const bool half = large && (trouble_ == Trouble::cuts || trouble_ == Trouble::stalls);
    socket.write(half ? bytes.left(bytes.size() / 2) : bytes);
    if (trouble_ == Trouble::cuts && large) trouble_ = Trouble::none;
    if (!half || trouble_ == Trouble::none) socket.disconnectFromHost();
}

void ModelServer::send(QTcpSocket& socket, const QByteArray& status, const QByteArray& body) {
    socket.write("HTTP/1.1 " + status + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\nConnection: close\r\n\r\n" + body);
    socket.disconnectFromHost();
}

}  // namespace anneal::test
