#include "models/run_trouble.h"

#include <QCoreApplication>

#include "controls/numbers.h"

using namespace Qt::StringLiterals;

namespace anneal::models {
namespace {

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

}  // namespace

std::optional<RunTrouble> troubleOf(const runs::RunOverview& run, std::uint64_t freeDiskBytes) {
    const bool lost = run.status.state == runs::RunState::lost;
    if (!lost && run.status.state != runs::RunState::failed) return {};
    const auto title = lost ? words(QT_TRANSLATE_NOOP("Attention", "%1 ended without a word at step %2"))
                            : words(QT_TRANSLATE_NOOP("Attention", "%1 failed at step %2"));
    RunTrouble trouble{.title = title.arg(QString::fromStdString(run.name), controls::formatCount(run.status.step)),
                       .goesOn = whereItGoesOn(run)};
    const auto& error = run.status.error;
    if (!error || lost) return trouble;
    trouble.happened = sentence(error->message);
    const bool full = error->code == "disk_full" && freeDiskBytes > 0;
    trouble.advice =
        full ? words(QT_TRANSLATE_NOOP("Attention", "%1 is free now.")).arg(controls::formatBytes(freeDiskBytes)) : sentence(error->hint);
    return trouble;
}

}  // namespace anneal::models
