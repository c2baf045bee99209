#include <algorithm>
#include <iostream>

#include "base/text.h"
#include "cli/verb.h"
#include "system/doctor.h"

namespace anneal::cli {
namespace {

using system::Check;
using system::Machine;

OrderedJson devicesOf(const Machine& machine) {
    OrderedJson devices = OrderedJson::array();
    devices.push_back({{"kind", "cpu"},
                       {"name", machine.cpu.name},
                       {"memory_bytes", machine.memory.totalBytes},
                       {"dtypes", {"fp32", "bf16"}},
                       {"fast_bf16", machine.cpu.fastBf16()},
                       {"cores", machine.cpu.usableCores},
                       {"features", machine.cpu.features}});
    for (const auto& gpu : machine.gpus)
        devices.push_back({{"kind", "cuda"},
                           {"name", gpu.name},
                           {"memory_bytes", gpu.memoryBytes},
                           {"dtypes", gpu.dtypes()},
                           {"memory_free_bytes", gpu.memoryFreeBytes},
                           {"compute_capability", std::to_string(gpu.computeMajor) + "." + std::to_string(gpu.computeMinor)},
                           {"uuid", gpu.uuid},
                           {"driver", machine.driverVersion}});
    return devices;
}

OrderedJson checksOf(const std::vector<Check>& checks) {
    OrderedJson list = OrderedJson::array();
    for (const auto& check : checks)
        list.push_back({{"name", check.name},
                        {"ok", check.ok},
                        {"found", check.found},
                        {"needed", check.needed},
                        {"fix", check.fix},
                        {"required", check.required},
                        {"cost", check.cost}});
    return list;
}

void print(const std::vector<Check>& checks, const Machine& machine) {
    for (const auto& check : checks) {
        std::cout << (check.ok ? "ok    " : check.required ? "FAIL  " : "note  ") << check.name << ": " << check.found << '\n';
        if (check.ok) continue;
        std::cout << "      needed: " << check.needed << "\n      without it: " << check.cost << '\n';
        if (!check.fix.empty()) std::cout << "      mend it: " << check.fix << '\n';
    }
    std::cout << "\ndevices\n";
    std::cout << "  cpu   " << machine.cpu.name << ", " << machine.cpu.usableCores << " cores, "
              << base::formatBytes(machine.memory.totalBytes) << '\n';
    for (const auto& gpu : machine.gpus)
        std::cout << "  cuda:" << gpu.index << "  " << gpu.name << ", " << base::formatBytes(gpu.memoryBytes) << ", "
                  << base::join(gpu.dtypes(), " ") << '\n';
}

int run(Context& context) {
    const auto machine = system::probeMachine();
    const auto checks = system::diagnose(machine, system::probeInstallation());
    const bool ok = std::ranges::all_of(checks, [](const Check& check) { return check.ok || !check.required; });
    OrderedJson document;
    document["ok"] = ok;
    document["checks"] = checksOf(checks);
    document["devices"] = devicesOf(machine);
    context.answer(document, [&] { print(checks, machine); });
    return ok ? kDone : kFailed;
}

}  // namespace

Verb doctorVerb() {
    return {"doctor", "What this machine can do, what is missing, and the command that mends it", [](CLI::App&) -> Action { return run; }};
}

}  // namespace anneal::cli
