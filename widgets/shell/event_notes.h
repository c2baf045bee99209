#pragma once
// Makes notifications of what ends by itself: runs, and jobs that fail.

#include "bridge/services.h"

namespace anneal::shell {

class EventNotes : public QObject {
    Q_OBJECT
public:
    explicit EventNotes(bridge::Services& services, QObject* parent = nullptr);

private:
    void runEnded(const QString& id);
    void jobEnded(quint64 id);

    bridge::Services& services_;
};

}  // namespace anneal::shell
