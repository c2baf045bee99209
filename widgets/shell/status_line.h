#pragma once
// The bottom line: at the left whether all is saved or how fresh it is, at the right what the machine's devices do.

#include <QHBoxLayout>

#include "bridge/gauge_feed.h"
#include "controls/gauge.h"
#include "controls/icon_label.h"
#include "controls/label.h"
#include "pages/page.h"

namespace anneal::shell {

/// "CPU ▬▬ 21 %".
class DeviceGauge : public QWidget {
    Q_OBJECT
public:
    explicit DeviceGauge(QWidget* parent);
    void set(const QString& name, double share, const QString& hint);

private:
    controls::Label* name_;
    controls::Gauge* bar_;
    controls::Label* figure_;
};

class StatusLine : public QWidget {
    Q_OBJECT
public:
    explicit StatusLine(bridge::GaugeFeed& gauges, QWidget* parent = nullptr);
    void setStatus(const pages::PageStatus& status);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void show(const bridge::GaugeReading& reading);
    void showGpus(const std::vector<system::GpuGauges>& gpus);

    bridge::GaugeFeed& feed_;
    controls::IconLabel* icon_;
    controls::Label* text_;
    QHBoxLayout* gpuRow_;
    std::vector<DeviceGauge*> gpus_;
    DeviceGauge* cpu_;
    controls::Label* memory_;
    controls::Label* disk_;
};

}  // namespace anneal::shell
