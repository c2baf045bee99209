#include "shell/status_line.h"

#include "controls/numbers.h"
#include "controls/words.h"
#include "theme/kind.h"
#include "theme/paint.h"

namespace anneal::shell {
namespace {

using controls::Label;
using theme::Role;
using theme::TextStyle;

constexpr int kBarWidth = 40;
constexpr int kFigureWidth = 32;  // "100 %"
constexpr int kGap = 16;
constexpr int kLeastStatus = 160;
constexpr int kOneGpu = 130;  // a gauge with its words
constexpr int kOthers = 430;  // processor, memory and disk
constexpr double kGiB = 1 << 30;

}  // namespace

DeviceGauge::DeviceGauge(QWidget* parent)
    : QWidget(parent),
      name_(new Label({}, TextStyle::caption, Role::textSecondary)),
      bar_(new controls::Gauge({})),
      figure_(new Label({}, TextStyle::caption, Role::textSecondary)) {
    auto* row = new QHBoxLayout(this);
    row->setSpacing(theme::space(1) + 2);
    bar_->setFixedWidth(kBarWidth);
    figure_->setFixedWidth(kFigureWidth);
    for (auto* part : {static_cast<QWidget*>(name_), static_cast<QWidget*>(bar_), static_cast<QWidget*>(figure_)}) row->addWidget(part);
}

void DeviceGauge::set(const QString& name, double share, const QString& hint) {
    name_->setText(name);
    bar_->setAccessibleName(name);
    bar_->setShare(share);
    figure_->setText(controls::formatPercent(share));
    setToolTip(hint);
}

StatusLine::StatusLine(bridge::GaugeFeed& gauges, QWidget* parent)
    : QWidget(parent),
      feed_(gauges),
      icon_(new controls::IconLabel("check", Role::textSecondary, 12)),
      text_(new Label({}, TextStyle::caption, Role::textSecondary)),
      gpuRow_(new QHBoxLayout),
      cpu_(new DeviceGauge(this)),
      memory_(new Label({}, TextStyle::caption, Role::textSecondary)),
      disk_(new Label({}, TextStyle::caption, Role::textSecondary)) {
    setFixedHeight(theme::px(theme::Size::statusbar));
    theme::setGround(*this, Role::rail);
    text_->setElided(true);
    gpuRow_->setSpacing(kGap);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(theme::space(3), 1, theme::space(3), 0);
    row->setSpacing(theme::space(1) + 2);
    row->addWidget(icon_);
    row->addWidget(text_, 1);
    row->addSpacing(kGap);
    row->addLayout(gpuRow_);
    row->addSpacing(kGap);
    row->addWidget(cpu_);
    for (auto* label : {memory_, disk_}) {
        row->addSpacing(kGap - row->spacing());
        row->addWidget(label);
    }
    for (auto* part : {static_cast<QWidget*>(cpu_), static_cast<QWidget*>(memory_), static_cast<QWidget*>(disk_)}) part->hide();
    connect(&feed_, &bridge::GaugeFeed::read, this, &StatusLine::show);
    controls::say(*this, [this] {
        if (feed_.last()) show(*feed_.last());
    });
}

void StatusLine::setStatus(const pages::PageStatus& status) {
    icon_->setVisible(!status.icon.empty());
    if (!status.icon.empty()) icon_->setIcon(status.icon, Role::textSecondary);
    text_->setText(status.text);
}

void StatusLine::show(const bridge::GaugeReading& reading) {
    const auto& gauges = reading.gauges;
    for (auto* part : {static_cast<QWidget*>(cpu_), static_cast<QWidget*>(memory_), static_cast<QWidget*>(disk_)}) part->show();
    const double busy = gauges.cpuPercent.value_or(0) / 100;
    cpu_->set(tr("CPU"), busy, tr("Processor: %1 busy").arg(controls::formatPercent(busy)));
    const auto used = gauges.memory.totalBytes - gauges.memory.availableBytes;
    memory_->setText(
        tr("Memory %1 / %2 GiB")
            .arg(controls::formatDecimal(double(used) / kGiB, 0), controls::formatDecimal(double(gauges.memory.totalBytes) / kGiB, 0)));
    disk_->setText(tr("%1 free").arg(controls::formatBytes(reading.freeDiskBytes)));
    disk_->setToolTip(tr("Free on the disk that holds data sets and runs"));
    showGpus(gauges.gpus);
}

void StatusLine::showGpus(const std::vector<system::GpuGauges>& gpus) {
    // One for all where there is no room for each.
    const bool each = width() >= kLeastStatus + kOthers + int(gpus.size()) * kOneGpu;
    const auto wanted = each ? gpus.size() : std::min<std::size_t>(1, gpus.size());
    for (; gpus_.size() > wanted; gpus_.pop_back()) delete gpus_.back();
    for (; gpus_.size() < wanted; gpuRow_->addWidget(gpus_.back())) gpus_.push_back(new DeviceGauge(this));
    double sum = 0;
    for (std::size_t i = 0; i < gpus.size(); ++i) {
        const auto& gpu = gpus[i];
        const double share = gpu.utilisationPercent.value_or(0) / 100.0;
        sum += share;
        if (!each) continue;
        QStringList facts{
            tr("Memory %1 of %2").arg(controls::formatBytes(gpu.memoryUsedBytes), controls::formatBytes(gpu.memoryTotalBytes))};
        if (gpu.temperatureCelsius) facts << tr("%1 °C").arg(*gpu.temperatureCelsius);
        if (gpu.powerWatts) facts << tr("%1 W").arg(controls::formatDecimal(*gpu.powerWatts, 0));
        gpus_[i]->set(tr("GPU %1").arg(gpu.index), share, facts.join(QStringLiteral(" · ")));
    }
    if (!each && !gpus.empty())
        gpus_.front()->set(tr("%n GPU(s)", nullptr, int(gpus.size())), sum / double(gpus.size()), tr("The mean of all GPUs"));
}

void StatusLine::resizeEvent(QResizeEvent*) {
    if (feed_.last()) showGpus(feed_.last()->gauges.gpus);
}

void StatusLine::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    theme::fillRect(painter, rect(), theme::color(Role::rail));
    theme::fillRect(painter, QRectF(0, 0, width(), 1), theme::color(Role::border));
}

}  // namespace anneal::shell
