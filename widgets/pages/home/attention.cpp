#include "pages/home/attention.h"

#include <QCoreApplication>
#include <QJsonArray>

#include "base/files.h"
#include "bridge/run_start.h"
#include "controls/numbers.h"
#include "controls/words.h"
#include "models/run_trouble.h"
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

Attention ofRun(const runs::RunOverview& run, const models::RunTrouble& trouble, const Context& context, QObject& receiver) {
    QStringList text{trouble.happened};
    if (run.status.error && run.status.error->code == "disk_full") text << trouble.advice;
    text << trouble.goesOn;
    text.removeAll(QString());
    const auto id = QString::fromStdString(run.status.id);
    return {
        .key = u"run."_s + id + u'.' + QString::number(run.status.finished, 'f', 0),
        .tone = controls::Tone::danger,
        .title = trouble.title,
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
        const auto& reading = context.services.gauges.last();
        const auto trouble = models::troubleOf(*run, reading ? reading->freeDiskBytes : 0);
        if (trouble && isRecent(*run)) found.push_back(ofRun(*run, *trouble, context, receiver));
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
