#pragma once
// The one way from the backend's threads into the window: what is posted here runs in the main thread, in order.

#include <functional>

#include <QObject>
#include <QPointer>

namespace anneal::bridge {

/// Lives in the main thread and outlives every backend thread that posts to it.
class Bridge : public QObject {
    Q_OBJECT
public:
    /// From any thread: runs `deliver` in the main thread, unless `receiver` is gone by then.
    void post(QPointer<QObject> receiver, std::function<void()> deliver);

    /// An observer for a Signal, a Job or a callback of the backend: each call is delivered in the main thread. Make it there.
    template <class... Args, class Deliver>
    auto observer(QObject& receiver, Deliver deliver) {
        return [this, receiver = QPointer<QObject>(&receiver), deliver = std::move(deliver)](const Args&... args) {
            post(receiver, [deliver, ... args = args] { deliver(args...); });
        };
    }
};

}  // namespace anneal::bridge
