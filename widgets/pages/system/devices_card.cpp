#include "pages/system/devices_card.h"

#include "controls/gauge.h"
#include "controls/label.h"
#include "controls/numbers.h"
#include "controls/words.h"
#include "theme/kind.h"
#include "theme/paint.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {

using controls::formatBytes;
using controls::Label;
using theme::Role;
using theme::TextStyle;

/// A device's name, what it is, and how full.
class DeviceRow : public QWidget {
    Q_OBJECT
public:
    DeviceRow()
        : name_(new Label({})),
          model_(new Label({}, TextStyle::body, Role::textSecondary)),
          aside_(new Label({}, TextStyle::caption, Role::textSecondary)),
          bar_(new controls::Gauge({})),
          figure_(new Label({}, TextStyle::caption)) {
        name_->setTextStyle(TextStyle::body, theme::Weight::medium);
        model_->setElided(true);
        auto* top = new QHBoxLayout;
        top->addWidget(name_);
        top->addWidget(model_, 1);
        top->addWidget(aside_);
        auto* bottom = new QHBoxLayout;
        bottom->setSpacing(theme::space(3));
        bottom->addWidget(bar_, 1);
        bottom->addWidget(figure_);
        auto* column = new QVBoxLayout(this);
        column->setContentsMargins(theme::space(4), theme::space(2) + 2, theme::space(4), theme::space(2) + 2);
        column->setSpacing(theme::space(1));
        column->addLayout(top);
        column->addLayout(bottom);
    }

    void setNames(const QString& name, const QString& model, const QString& aside) {
        name_->setText(name);
        model_->setText(model);
        aside_->setText(aside);
        aside_->setVisible(!aside.isEmpty());
        bar_->setAccessibleName(name);
    }
    void setLevel(double share, const QString& figure) {
        bar_->setShare(share);
        figure_->setText(figure);
    }
    void setAside(const QString& aside) {
        aside_->setText(aside);
        aside_->setVisible(!aside.isEmpty());
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        theme::fillRect(painter, QRectF(0, 0, width(), 1), theme::color(Role::border));
    }

private:
    Label* name_;
    Label* model_;
    Label* aside_;
    controls::Gauge* bar_;
    Label* figure_;
};

DevicesCard::DevicesCard(bridge::GaugeFeed& gauges)
    : Card(0),
      gauges_(gauges),
      total_(new Label({}, TextStyle::caption, Role::textSecondary)),
      memory_(new DeviceRow),
      cpu_(new DeviceRow) {
    addHeader({}).addWidget(total_);
    for (auto* row : {memory_, cpu_}) body().addWidget(row);
    connect(&gauges_, &bridge::GaugeFeed::read, this, &DevicesCard::showGauges);
    controls::say(*this, [this] {
        setTitle(tr("Devices"));
        show(machine_);
    });
}

void DevicesCard::show(const system::Machine& machine) {
    machine_ = machine;
    for (; gpus_.size() > machine.gpus.size(); gpus_.pop_back()) delete gpus_.back();
    while (gpus_.size() < machine.gpus.size()) {
        gpus_.push_back(new DeviceRow);
        body().insertWidget(int(gpus_.size()), gpus_.back());
    }
    std::uint64_t all = 0;
    for (std::size_t i = 0; i < gpus_.size(); ++i) {
        gpus_[i]->setNames(tr("GPU %1").arg(machine.gpus[i].index), QString::fromStdString(machine.gpus[i].name), {});
        all += machine.gpus[i].memoryBytes;
    }
    total_->setText(gpus_.empty() ? tr("No GPU") : tr("%1 in all").arg(formatBytes(all)));
    memory_->setNames(tr("Memory"), {}, {});
    const auto& cpu = machine.cpu;
    cpu_->setNames(tr("CPU"), tr("%1, %n core(s)", nullptr, cpu.usableCores).arg(QString::fromStdString(cpu.name)),
                   cpu.has("avx512f") ? u"AVX-512"_s
                   : cpu.has("avx2")  ? u"AVX2"_s
                                      : QString());
    showGauges();
}

void DevicesCard::showGauges() {
    const auto& last = gauges_.last();
    if (!last) return;
    const auto of = [](std::uint64_t used, std::uint64_t total) { return tr("%1 of %2").arg(formatBytes(used), formatBytes(total)); };
    for (const auto& gpu : last->gauges.gpus) {
        if (gpu.index < 0 || std::size_t(gpu.index) >= gpus_.size()) continue;
        auto* row = gpus_[std::size_t(gpu.index)];
        row->setLevel(gpu.memoryTotalBytes > 0 ? double(gpu.memoryUsedBytes) / double(gpu.memoryTotalBytes) : 0,
                      of(gpu.memoryUsedBytes, gpu.memoryTotalBytes));
        QStringList facts;
        if (gpu.powerWatts) facts << tr("%1 W").arg(controls::formatDecimal(*gpu.powerWatts, 0));
        if (gpu.temperatureCelsius) facts << tr("%1 °C").arg(*gpu.temperatureCelsius);
        row->setAside(facts.join(u" · "_s));
    }
    const auto& memory = last->gauges.memory;
    const auto used = memory.totalBytes - memory.availableBytes;
    memory_->setLevel(memory.totalBytes > 0 ? double(used) / double(memory.totalBytes) : 0, of(used, memory.totalBytes));
    const double busy = last->gauges.cpuPercent.value_or(0) / 100;
    cpu_->setLevel(busy, controls::formatPercent(busy));
}

}  // namespace anneal::pages

#include "devices_card.moc"
