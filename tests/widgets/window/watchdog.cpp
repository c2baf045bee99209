#include "widgets/window/watchdog.h"

#include <fstream>

#include <unistd.h>

namespace anneal::test {
namespace {

constexpr std::chrono::milliseconds kEvery(5);

/// How long a thread of this process has stood in the queue for a processor so far.
std::chrono::nanoseconds queued(pid_t thread) {
    std::ifstream file("/proc/self/task/" + std::to_string(thread) + "/schedstat");
    std::int64_t ran = 0, waited = 0;
    file >> ran >> waited;
    return std::chrono::nanoseconds(waited);
}

}  // namespace

Watchdog::Watchdog() : mainThread_(gettid()), thread_([this] { ask(); }) {}

Watchdog::~Watchdog() {
    {
        std::lock_guard lock(mutex_);
        ending_ = true;
    }
    changed_.notify_all();
    thread_.join();
}

std::chrono::milliseconds Watchdog::longestWait() {
    std::lock_guard lock(mutex_);
    const auto longest = std::exchange(longest_, {});
    return std::chrono::duration_cast<std::chrono::milliseconds>(longest);
}

void Watchdog::ask() {
    std::unique_lock lock(mutex_);
    while (!ending_) {
        waiting_ = true;
        asked_ = Clock::now();
        queuedBefore_ = queued(mainThread_);
        lock.unlock();
        QMetaObject::invokeMethod(
            this,
            [this] {
                {
                    std::lock_guard answer(mutex_);
                    longest_ = std::max(longest_, Clock::now() - asked_ - (queued(mainThread_) - queuedBefore_));
                    waiting_ = false;
                }
                changed_.notify_all();
            },
            Qt::QueuedConnection);
        lock.lock();
        changed_.wait(lock, [this] { return !waiting_ || ending_; });
        changed_.wait_for(lock, kEvery, [this] { return ending_; });
    }
}

}  // namespace anneal::test
