#include "system/gauges.h"

#include <cstdlib>
#include <sstream>
#include <string>

#include "base/files.h"
#include "base/text.h"

namespace anneal::system {
namespace {

std::uint64_t statusBytes(const std::string& status, std::string_view field) {
    const auto at = status.find(field);
    return at == std::string::npos ? 0 : std::strtoull(status.c_str() + at + field.size(), nullptr, 10) * 1024;
}

}  // namespace

GaugeReader::GaugeReader() {
    if (auto nvml = Nvml::open()) nvml_ = std::move(*nvml);
}

Gauges GaugeReader::read() {
    Gauges gauges;
    if (const auto stat = base::readFile("/proc/stat")) {
        // cpu user nice system idle iowait irq softirq steal: idle and iowait are not work.
        std::istringstream line(stat->substr(0, stat->find('\n')));
        std::string label;
        line >> label;
        std::uint64_t total = 0, idle = 0, ticks = 0;
        for (int column = 0; column < 8 && line >> ticks; ++column) {
            total += ticks;
            if (column == 3 || column == 4) idle += ticks;
        }
        const auto busy = total - idle;
        if (totalTicks_ > 0 && total > totalTicks_) gauges.cpuPercent = 100.0 * double(busy - busyTicks_) / double(total - totalTicks_);
        busyTicks_ = busy;
        totalTicks_ = total;
    }
    gauges.memory = readMemory();
    if (const auto status = base::readFile("/proc/self/status")) {
        gauges.processResidentBytes = statusBytes(*status, "VmRSS:");
        gauges.processPeakBytes = statusBytes(*status, "VmHWM:");
    }
    if (nvml_) gauges.gpus = nvml_->gauges();
    return gauges;
}

}  // namespace anneal::system
