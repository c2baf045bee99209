#include "bridge/bridge.h"

namespace anneal::bridge {

void Bridge::post(QPointer<QObject> receiver, std::function<void()> deliver) {
    const auto run = [receiver = std::move(receiver), deliver = std::move(deliver)] {
        if (receiver) deliver();
    };
    QMetaObject::invokeMethod(this, run, Qt::QueuedConnection);
}

}  // namespace anneal::bridge
