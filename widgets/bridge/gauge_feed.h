#pragma once
// What this machine is doing, once a second: processor, memory, disk and GPUs. Read on a thread of its own.

#include <QObject>
#include <QThread>

#include "system/gauges.h"
#include "system/probe.h"

namespace anneal::bridge {

struct GaugeReading {
    system::Gauges gauges;
    std::uint64_t freeDiskBytes = 0;  ///< where the data lives
};

class GaugeFeed : public QObject {
    Q_OBJECT
public:
    GaugeFeed();
    ~GaugeFeed() override;

    void start() { thread_.start(); }
    const std::optional<GaugeReading>& last() const { return last_; }
    /// What the machine is; absent until it was looked at, a moment after the start.
    const std::optional<system::Machine>& machine() const { return machine_; }

Q_SIGNALS:
    void read(const anneal::bridge::GaugeReading& reading);
    void machineKnown();

private:
    QThread thread_;
    QObject* work_;
    std::optional<GaugeReading> last_;
    std::optional<system::Machine> machine_;
};

}  // namespace anneal::bridge
