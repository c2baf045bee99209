#include "pages/home/attention.h"

#include <QCoreApplication>
#include <QJsonArray>

#include "base/files.h"
#include "bridge/run_start.h"
#include "controls/numbers.h"
#include "controls/words.h"
#include "models/run_words.h"
#include "pages/home/stage.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {
namespace {

constexpr std::uint64_t kLittleDisk = std::uint64_t(10) << 30;
constexpr qint64 kDaysOfInterest = 14;
constexpr qsizetype kMostLeft = 100;
const auto kLeft = u"home.left"_s;

QString words(const char* text) { return QCoreApplication::translate("Attention", text); }

/// "the disk was full" as a sentence of its own.
QString sentence(const std::string& message) {
    auto text = QString::fromStdString(message).trimmed();
    if (text.isEmpty()) return text;
    text[0] = text[0].toUpper();
    const bool ended = text.endsWith(u'.') || text.endsWith(u'!') || text.endsWith(u'?') || text.endsWith(u'。');
    return ended ? text : text + words(QT_TRANSLATE_NOOP("Attention", "."));
}

QString whereItGoesOn(const runs::RunOverview& run) {
    if (!run.lastCheckpoint) return words(QT_TRANSLATE_NOOP("Attention", "It has no checkpoint and starts again."));
    return words(QT_TRANSLATE_NOOP("Attention", "It continues from step %1, bit for bit.")).arg(controls::formatCount(*run.lastCheckpoint));
}

Attention ofRun(const runs::RunOverview& run, const Context& context, QObject& receiver) {
    const bool lost = run.status.state == runs::RunState::lost;
    const auto title = lost ? words(QT_TRANSLATE_NOOP("Attention", "%1 ended without a word at step %2"))
                            : words(QT_TRANSLATE_NOOP("Attention", "%1 failed at step %2"));
    QStringList text;
    if (!lost && run.status.error) text << sentence(run.status.error->message);
    if (run.status.error && run.status.error->code == "disk_full" && context.services.gauges.last())
        text << words(QT_TRANSLATE_NOOP("Attention", "%1 is free now."))
                    .arg(controls::formatBytes(context.services.gauges.last()->freeDiskBytes));
    text << whereItGoesOn(run);
    const auto id = QString::fromStdString(run.status.id);
    return {
        .key = u"run."_s + id + u'.' + QString::number(run.status.finished, 'f', 0),
        .tone = controls::Tone::danger,
        .title = title.arg(QString::fromStdString(run.name), controls::formatCount(run.status.step)),
        .text = controls::sentences(text),
        .button = words(QT_TRANSLATE_NOOP("Attention", "Resume")),
        .act = [&services = context.services, directory = run.directory, &receiver] { bridge::resumeRun(services, directory, receiver); }};
}

bool isRecent(const runs::RunOverview& run) {
    const auto time = models::fromUnix(std::max(run.status.finished, run.last.time));
    return time.daysTo(QDateTime::currentDateTime()) <= kDaysOfInterest;
}

}  // namespace

std::vector<Attention> attentions(const Context& context, QObject& receiver) {
    std::vector<Attention> found;
    std::error_code ignored;
    if (!std::filesystem::exists(base::siblingProgram("anneal-engine"), ignored))
        found.push_back(
            {.key = {},
             .tone = controls::Tone::danger,
             .title = words(QT_TRANSLATE_NOOP("Attention", "The training engine is missing")),
             .text = words(QT_TRANSLATE_NOOP("Attention", "Data can be prepared, but nothing can be trained, asked or exported.")),
             .button = words(QT_TRANSLATE_NOOP("Attention", "What to do")),
             .act = [&host = context.host] { host.go(u"system"_s, u"doctor"_s); }});
    if (const auto& reading = context.services.gauges.last(); reading && reading->freeDiskBytes < kLittleDisk)
        found.push_back(
            {.key = {},
             .tone = controls::Tone::warning,
             .title = words(QT_TRANSLATE_NOOP("Attention", "Only %1 of disk is free")).arg(controls::formatBytes(reading->freeDiskBytes)),
             .text = words(QT_TRANSLATE_NOOP("Attention", "Checkpoints and exports may not fit. See what can go.")),
             .button = words(QT_TRANSLATE_NOOP("Attention", "Free space")),
             .act = [&host = context.host] { host.go(u"system"_s, u"storage"_s); }});
    for (const auto* run : projectRuns(context.services)) {
        const bool broken = run->status.state == runs::RunState::failed || run->status.state == runs::RunState::lost;
        if (broken && isRecent(*run)) found.push_back(ofRun(*run, context, receiver));
    }
    const auto left = context.services.state.value(kLeft).toArray();
    std::erase_if(found, [&](const Attention& each) { return left.contains(each.key); });
    return found;
}

void leave(bridge::StateStore& state, const QString& key) {
    auto left = state.value(kLeft).toArray();
    left.append(key);
    while (left.size() > kMostLeft) left.removeFirst();
    state.setValue(kLeft, left);
}

}  // namespace anneal::pages
