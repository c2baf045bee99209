#include "models/doctor_report.h"

#include <chrono>

#include <QCoreApplication>
#include <QLocale>

#include "controls/numbers.h"
#include "controls/words.h"

using namespace Qt::StringLiterals;

namespace anneal::models {
namespace {

using controls::formatBytes;
using system::Check;

QString words(const char* text) { return QCoreApplication::translate("Doctor", text); }

struct Fixed {
    const char* check;
    const char* group;
    const char* name;
    const char* needed;
    const char* cost;
};

constexpr auto kProcessor = QT_TRANSLATE_NOOP("Doctor", "Processor and memory");
constexpr auto kDisk = QT_TRANSLATE_NOOP("Doctor", "Disk");
constexpr auto kProgram = QT_TRANSLATE_NOOP("Doctor", "Program");
constexpr auto kGpu = QT_TRANSLATE_NOOP("Doctor", "GPU");

constexpr std::array kFixed{
    Fixed{"cpu", kProcessor, QT_TRANSLATE_NOOP("Doctor", "Processor"), QT_TRANSLATE_NOOP("Doctor", "AVX2 and FMA"),
          QT_TRANSLATE_NOOP("Doctor", "Training and generation on the CPU run several times slower, or not at all.")},
    Fixed{"cpu_bf16", kProcessor, QT_TRANSLATE_NOOP("Doctor", "BF16 on the CPU"), QT_TRANSLATE_NOOP("Doctor", "AVX-512 BF16 or AMX"),
          QT_TRANSLATE_NOOP("Doctor", "BF16 halves the memory on this CPU but is no faster than FP32.")},
    Fixed{"cores", kProcessor, QT_TRANSLATE_NOOP("Doctor", "Cores"), QT_TRANSLATE_NOOP("Doctor", "2 or more"),
          QT_TRANSLATE_NOOP("Doctor", "Importing and training share one core.")},
    Fixed{"memory", kProcessor, QT_TRANSLATE_NOOP("Doctor", "Memory"), QT_TRANSLATE_NOOP("Doctor", "4 GiB"),
          QT_TRANSLATE_NOOP("Doctor", "Only the smallest models fit.")},
    Fixed{"disk", kDisk, QT_TRANSLATE_NOOP("Doctor", "Free space"), QT_TRANSLATE_NOOP("Doctor", "10 GiB"),
          QT_TRANSLATE_NOOP("Doctor", "Checkpoints and exports may not fit.")},
    Fixed{"data_home", kDisk, QT_TRANSLATE_NOOP("Doctor", "Data folder"), QT_TRANSLATE_NOOP("Doctor", "Can be written to"),
          QT_TRANSLATE_NOOP("Doctor", "No run, data set or model can be kept.")},
    Fixed{"engine", kProgram, QT_TRANSLATE_NOOP("Doctor", "Training engine"), QT_TRANSLATE_NOOP("Doctor", "Starts, with LibTorch"),
          QT_TRANSLATE_NOOP("Doctor", "Training, evaluation, chat and export do not run.")},
    Fixed{"build_tools", kProgram, QT_TRANSLATE_NOOP("Doctor", "Build tools"), QT_TRANSLATE_NOOP("Doctor", "Only to build from source"),
          QT_TRANSLATE_NOOP("Doctor", "Anneal Studio cannot be built from source here.")},
    Fixed{"nvidia_driver", kGpu, QT_TRANSLATE_NOOP("Doctor", "Driver"), QT_TRANSLATE_NOOP("Doctor", "580 or newer, for CUDA 13"),
          QT_TRANSLATE_NOOP("Doctor", "The GPU stands idle; training runs on the CPU, 50 to 500 times slower.")},
    Fixed{"cuda_runtime", kGpu, QT_TRANSLATE_NOOP("Doctor", "CUDA library"), QT_TRANSLATE_NOOP("Doctor", "12 or 13"),
          QT_TRANSLATE_NOOP("Doctor", "The engine cannot use the GPU.")},
    Fixed{"cudnn", kGpu, QT_TRANSLATE_NOOP("Doctor", "cuDNN"), QT_TRANSLATE_NOOP("Doctor", "9"),
          QT_TRANSLATE_NOOP("Doctor", "The engine cannot use the GPU.")},
};

QString version(const std::optional<system::LibraryVersion>& library) {
    return library ? QString::fromStdString(library->version) : words(QT_TRANSLATE_NOOP("Doctor", "None"));
}

QString foundOf(const Check& check, const DoctorReport& report) {
    const auto& machine = report.machine;
    const auto& installation = report.installation;
    const auto& name = check.name;
    if (name == "cpu") return QString::fromStdString(machine.cpu.name);
    if (name == "cpu_bf16")
        return machine.cpu.fastBf16() ? words(QT_TRANSLATE_NOOP("Doctor", "In hardware"))
                                      : words(QT_TRANSLATE_NOOP("Doctor", "Not in hardware"));
    if (name == "cores") return words(QT_TRANSLATE_NOOP("Doctor", "%1 of %2")).arg(machine.cpu.usableCores).arg(machine.cpu.logicalCores);
    if (name == "memory")
        return words(QT_TRANSLATE_NOOP("Doctor", "%1, %2 free"))
            .arg(formatBytes(machine.memory.totalBytes), formatBytes(machine.memory.availableBytes));
    if (name == "disk") return words(QT_TRANSLATE_NOOP("Doctor", "%1 free")).arg(formatBytes(installation.freeDiskBytes));
    if (name == "data_home") return QString::fromStdString(installation.dataHome.string());
    if (name == "engine")
        return check.ok ? QString::fromStdString(installation.engineVersion) : words(QT_TRANSLATE_NOOP("Doctor", "Does not start"));
    if (name == "build_tools") {
        QStringList missing;
        for (const auto& program : installation.missingPrograms) missing << QString::fromStdString(program);
        return missing.isEmpty() ? words(QT_TRANSLATE_NOOP("Doctor", "All there"))
                                 : words(QT_TRANSLATE_NOOP("Doctor", "Missing: %1")).arg(QLocale().createSeparatedList(missing));
    }
    if (name == "nvidia_driver")
        return !machine.driverVersion.empty() ? QString::fromStdString(machine.driverVersion)
               : machine.gpuOnBus             ? words(QT_TRANSLATE_NOOP("Doctor", "Does not answer"))
                                              : words(QT_TRANSLATE_NOOP("Doctor", "No GPU is plugged in"));
    if (name == "cuda_runtime") return version(machine.cudaRuntime);
    if (name == "cudnn") return version(machine.cudnn);
    return QString::fromStdString(check.found);
}

}  // namespace

DoctorReport examine() {
    const auto started = std::chrono::steady_clock::now();
    DoctorReport report{.machine = system::probeMachine(), .installation = system::probeInstallation()};
    report.checks = system::diagnose(report.machine, report.installation);
    report.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
    report.time = QDateTime::currentDateTime();
    return report;
}

CheckWords wordsOf(const Check& check, const DoctorReport& report) {
    const auto known = std::ranges::find_if(kFixed, [&](const Fixed& fixed) { return check.name == fixed.check; });
    // A check that is newer than these words speaks for itself.
    if (known == kFixed.end())
        return {words(kProgram),
                QString::fromStdString(check.name),
                QString::fromStdString(check.found),
                QString::fromStdString(check.needed),
                QString::fromStdString(check.cost),
                QString::fromStdString(check.fix)};
    const bool unneeded = words(known->group) == words(kGpu) && !report.machine.gpuOnBus;
    return {.group = words(known->group),
            .name = words(known->name),
            .found = foundOf(check, report),
            .needed = unneeded ? words(QT_TRANSLATE_NOOP("Doctor", "Nothing without a GPU")) : words(known->needed),
            .cost = check.ok ? QString() : words(known->cost),
            .fix = QString::fromStdString(check.fix)};
}

bool isReady(const DoctorReport& report) {
    return std::ranges::all_of(report.checks, [](const Check& check) { return check.ok || !check.required; });
}

QString verdictOf(const DoctorReport& report) {
    if (!isReady(report)) return words(QT_TRANSLATE_NOOP("Doctor", "Something is missing"));
    const int gpus = report.machine.cudaRuntime && report.machine.cudnn ? int(report.machine.gpus.size()) : 0;
    if (gpus == 0) return words(QT_TRANSLATE_NOOP("Doctor", "Ready to train on the CPU"));
    return gpus == 1 ? words(QT_TRANSLATE_NOOP("Doctor", "Ready to train on the GPU"))
                     : words(QT_TRANSLATE_NOOP("Doctor", "Ready to train on %1 GPUs")).arg(gpus);
}

QString summaryOf(const DoctorReport& report) {
    const auto passed = int(std::ranges::count_if(report.checks, &Check::ok));
    const auto open = int(report.checks.size()) - passed;
    const auto all = QCoreApplication::translate("Doctor", "%n check(s) passed.", nullptr, passed);
    if (open == 0) return all;
    const auto rest = isReady(report) ? QCoreApplication::translate("Doctor", "%n could be better; that stops no run.", nullptr, open)
                                      : QCoreApplication::translate("Doctor", "%n stand(s) in the way or could be better.", nullptr, open);
    return controls::sentences({all, rest});
}

QString plainText(const DoctorReport& report) {
    QStringList lines{u"Anneal Studio, %1"_s.arg(QLocale().toString(report.time, QLocale::ShortFormat)), verdictOf(report)};
    for (const auto& check : report.checks) {
        const auto said = wordsOf(check, report);
        lines << u"%1  %2: %3"_s.arg(check.ok ? u"ok"_s : check.required ? u"FAIL"_s : u"note"_s, said.name, said.found);
        if (!check.ok) lines << u"      "_s + said.cost;
        if (!said.fix.isEmpty()) lines << u"      $ "_s + said.fix;
    }
    for (const auto& gpu : report.machine.gpus)
        lines << u"GPU %1  %2, %3"_s.arg(gpu.index).arg(QString::fromStdString(gpu.name), formatBytes(gpu.memoryBytes));
    return lines.join(u'\n') + u'\n';
}

}  // namespace anneal::models
