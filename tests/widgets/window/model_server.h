#pragma once
// A server of models on this machine, as far as a download needs one: a listing, files with Range, and the troubles that real ones have.

#include <QHash>
#include <QStringList>
#include <QTcpServer>

namespace anneal::test {

class ModelServer : public QTcpServer {
    Q_OBJECT
public:
    enum class Trouble {
        none,
        cuts,     ///< ends the connection in the middle of a large file, once
        stalls,   ///< sends half of a large file and no more
        changes,  ///< sends other bytes than it lists
        refuses,  ///< wants a licence accepted
        fails,    ///< answers with an error of its own
    };

    /// Serves the files of `folder` as the model `name` until it goes.
    ModelServer(const QString& folder, const QString& name);

    QString address() const { return QStringLiteral("http://127.0.0.1:%1/hub").arg(serverPort()); }
    void setTrouble(Trouble trouble) { trouble_ = trouble; }
    /// Paths that were asked for, each with its range: "model.safetensors bytes=123-".
    const QStringList& asked() const { return asked_; }

private:
    void answer(QTcpSocket& socket, const QByteArray& head);
    void sendFile(QTcpSocket& socket, const QString& name, const QByteArray& range);
    static void send(QTcpSocket& socket, const QByteArray& status, const QByteArray& body);

    QString name_;
    QHash<QString, QByteArray> files_;
    QHash<QString, QString> hashes_;  ///< made once: the window's thread answers
    QStringList asked_;
    Trouble trouble_ = Trouble::none;
};

}  // namespace anneal::test
