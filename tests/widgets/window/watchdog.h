#pragma once
// Measures how long the window's event loop keeps what happens waiting. What other programs take of the processor is left out.

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

#include <QObject>

#include <sys/types.h>

namespace anneal::test {

class Watchdog : public QObject {
    Q_OBJECT
public:
    /// Asks the main thread every few milliseconds whether it is there, from now on.
    Watchdog();
    ~Watchdog() override;

    /// The longest that an answer took since the start or the last call.
    std::chrono::milliseconds longestWait();

private:
    using Clock = std::chrono::steady_clock;

    void ask();

    std::mutex mutex_;
    std::condition_variable changed_;
    Clock::duration longest_{};
    Clock::time_point asked_;
    Clock::duration queuedBefore_{};  ///< the main thread, for a processor, when it was asked
    const pid_t mainThread_;
    bool waiting_ = false;
    bool ending_ = false;
    std::thread thread_;
};

}  // namespace anneal::test
