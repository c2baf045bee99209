#include "models/run_words.h"

#include <QCoreApplication>
#include <QLocale>

#include "controls/numbers.h"

using namespace Qt::StringLiterals;

namespace anneal::models {
namespace {

constexpr int kDaysOfWeek = 6;

QString words(const char* text) { return QCoreApplication::translate("Runs", text); }

QString clock(const QDateTime& time) { return QLocale().toString(time.time(), u"HH:mm"_s); }

}  // namespace

QString stateText(runs::RunState state) {
    switch (state) {
        case runs::RunState::queued: return words(QT_TRANSLATE_NOOP("Runs", "Starting"));
        case runs::RunState::running: return words(QT_TRANSLATE_NOOP("Runs", "Running"));
        case runs::RunState::paused: return words(QT_TRANSLATE_NOOP("Runs", "Paused"));
        case runs::RunState::done: return words(QT_TRANSLATE_NOOP("Runs", "Done"));
        case runs::RunState::stopped: return words(QT_TRANSLATE_NOOP("Runs", "Stopped"));
        case runs::RunState::failed: return words(QT_TRANSLATE_NOOP("Runs", "Failed"));
        case runs::RunState::lost: return words(QT_TRANSLATE_NOOP("Runs", "Lost"));
    }
    Q_UNREACHABLE();
}

controls::Tone stateTone(runs::RunState state) {
    switch (state) {
        case runs::RunState::queued:
        case runs::RunState::running: return controls::Tone::accent;
        case runs::RunState::done: return controls::Tone::success;
        case runs::RunState::failed:
        case runs::RunState::lost: return controls::Tone::danger;
        case runs::RunState::paused: return controls::Tone::warning;
        case runs::RunState::stopped: break;
    }
    return controls::Tone::neutral;
}

controls::ChipLook stateChip(runs::RunState state) { return {.text = stateText(state), .tone = stateTone(state), .dot = true}; }

QString methodText(const runs::RunSpec& spec) {
    switch (spec.finetuningType) {
        case runs::FinetuningType::lora: return (spec.useRslora ? u"rsLoRA r%1"_s : u"LoRA r%1"_s).arg(spec.loraRank);
        case runs::FinetuningType::freeze:
            return words(QT_TRANSLATE_NOOP("Runs", "Freeze, %1 layers")).arg(std::abs(spec.freezeTrainableLayers));
        case runs::FinetuningType::full: break;
    }
    return spec.stage == runs::Stage::pt ? words(QT_TRANSLATE_NOOP("Runs", "Pre-training")) : words(QT_TRANSLATE_NOOP("Runs", "Full"));
}

QString baseModelText(const runs::RunSpec& spec) {
    const auto name = runs::shortName(spec.modelNameOrPath);
    // What runs and products call their model's folder says nothing by itself.
    const bool plain = name == "model" || name == "base";
    const auto above = runs::shortName(std::filesystem::path(spec.modelNameOrPath).parent_path().string());
    return QString::fromStdString(plain && !above.empty() ? above + "/" + name : name);
}

QString datasetText(const runs::RunSpec& spec) {
    QStringList names;
    for (const auto& dataset : spec.dataset) names << QString::fromStdString(runs::shortName(dataset));
    return names.join(u", "_s);
}

QString deviceText(const runs::RunSpec& spec) {
    if (spec.device == runs::DeviceKind::cpu) return words(QT_TRANSLATE_NOOP("Runs", "CPU"));
    if (spec.device == runs::DeviceKind::automatic) return words(QT_TRANSLATE_NOOP("Runs", "Automatic"));
    return spec.nprocPerNode == 1 ? words(QT_TRANSLATE_NOOP("Runs", "GPU"))
                                  : words(QT_TRANSLATE_NOOP("Runs", "%1 GPUs")).arg(spec.nprocPerNode);
}

QString progressText(const runs::RunOverview& run) {
    const auto& status = run.status;
    if (status.state == runs::RunState::failed && status.error) return QString::fromStdString(status.error->message);
    if (status.state == runs::RunState::lost)
        return words(QT_TRANSLATE_NOOP("Runs", "Ended at step %1")).arg(controls::formatCount(status.step));
    if (status.state == runs::RunState::paused)
        return words(QT_TRANSLATE_NOOP("Runs", "Paused at step %1")).arg(controls::formatCount(status.step));
    if (!runs::isTerminal(status.state)) {
        if (run.secondsLeft) return words(QT_TRANSLATE_NOOP("Runs", "%1 left")).arg(controls::formatDuration(*run.secondsLeft));
        return controls::formatPercent(run.share());
    }
    const auto when = timeText(fromUnix(status.finished));
    return status.started > 0
               ? words(QT_TRANSLATE_NOOP("Runs", "%1 · %2")).arg(controls::formatDuration(status.finished - status.started), when)
               : when;
}

QString timeText(const QDateTime& time, const QDateTime& now) {
    const auto days = time.date().daysTo(now.date());
    if (days == 0) return clock(time);
    if (days == 1) return words(QT_TRANSLATE_NOOP("Runs", "Yesterday"));
    const QLocale locale;
    if (days > 0 && days <= kDaysOfWeek) return locale.dayName(time.date().dayOfWeek(), QLocale::ShortFormat) + u' ' + clock(time);
    const bool thisYear = time.date().year() == now.date().year();
    //: A day without its year, as QLocale takes it.
    return locale.toString(time.date(),
                           thisYear ? words(QT_TRANSLATE_NOOP("Runs", "d MMM")) : words(QT_TRANSLATE_NOOP("Runs", "d MMM yyyy")));
}

QDateTime fromUnix(double seconds) { return QDateTime::fromMSecsSinceEpoch(qint64(seconds * 1000)); }

}  // namespace anneal::models
