#include "bridge/gauge_feed.h"

#include <QTimer>

#include "base/files.h"

namespace anneal::bridge {
namespace {

constexpr int kEveryMs = 1000;

class GaugeWork : public QObject {
    Q_OBJECT
public:
    void start() {
        Q_EMIT machineKnown(system::probeMachine());
        reader_ = std::make_unique<system::GaugeReader>();
        auto* timer = new QTimer(this);
        connect(timer, &QTimer::timeout, this, &GaugeWork::look);
        timer->start(kEveryMs);
        look();
    }

Q_SIGNALS:
    void machineKnown(const anneal::system::Machine& machine);
    void read(const anneal::bridge::GaugeReading& reading);

private:
    void look() { Q_EMIT read({reader_->read(), base::freeBytes(base::dataHome())}); }

    std::unique_ptr<system::GaugeReader> reader_;
};

}  // namespace

GaugeFeed::GaugeFeed() {
    qRegisterMetaType<GaugeReading>();
    qRegisterMetaType<system::Machine>();
    auto* work = new GaugeWork;
    work_ = work;
    work->moveToThread(&thread_);
    thread_.setObjectName(QStringLiteral("gauges"));
    connect(&thread_, &QThread::started, work, &GaugeWork::start);
    connect(&thread_, &QThread::finished, work, &QObject::deleteLater);
    connect(work, &GaugeWork::read, this, [this](const GaugeReading& reading) {
        last_ = reading;
        Q_EMIT read(reading);
    });
    connect(work, &GaugeWork::machineKnown, this, [this](const system::Machine& machine) {
        machine_ = machine;
        Q_EMIT machineKnown();
    });
}

GaugeFeed::~GaugeFeed() {
    const bool started = thread_.isRunning();
    thread_.quit();
    thread_.wait();
    if (!started) delete work_;
}

}  // namespace anneal::bridge

#include "gauge_feed.moc"
