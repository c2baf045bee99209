#include "shell/notification_words.h"

#include <QCoreApplication>

#include "controls/numbers.h"

using namespace Qt::StringLiterals;

namespace anneal::shell {
namespace {

using controls::Tone;

QString words(const char* text) { return QCoreApplication::translate("Notifications", text); }

struct RunKind {
    const char* kind;
    Tone tone;
    const char* title;
    const char* detail;  ///< with the step; empty: what went wrong
};

constexpr std::array kRunKinds{
    RunKind{"run_done", Tone::success, QT_TRANSLATE_NOOP("Notifications", "%1 is done"), QT_TRANSLATE_NOOP("Notifications", "%1 steps")},
    RunKind{"run_stopped", Tone::neutral, QT_TRANSLATE_NOOP("Notifications", "%1 was stopped"),
            QT_TRANSLATE_NOOP("Notifications", "At step %1; it can go on from there")},
    RunKind{"run_failed", Tone::danger, QT_TRANSLATE_NOOP("Notifications", "%1 failed"), ""},
    RunKind{"run_lost", Tone::danger, QT_TRANSLATE_NOOP("Notifications", "%1 ended without a word"),
            QT_TRANSLATE_NOOP("Notifications", "At step %1; it can go on from its last checkpoint")}};

Tone toneOf(const QString& name) {
    if (name == u"success"_s) return Tone::success;
    if (name == u"warning"_s) return Tone::warning;
    return name == u"danger"_s ? Tone::danger : Tone::neutral;
}

NotificationWords ofRun(const RunKind& kind, const QJsonObject& arguments) {
    NotificationWords said{.tone = kind.tone,
                           .title = words(kind.title).arg(arguments[u"name"_s].toString()),
                           .detail = arguments[u"error"_s].toString(),
                           .link = words(QT_TRANSLATE_NOOP("Notifications", "Open run")),
                           .page = u"runs"_s,
                           .place = arguments[u"run"_s].toString()};
    if (*kind.detail) said.detail = words(kind.detail).arg(controls::formatCount(arguments[u"step"_s].toInteger()));
    if (const auto loss = arguments[u"eval_loss"_s]; kind.tone == Tone::success && loss.isDouble())
        said.detail = words(QT_TRANSLATE_NOOP("Notifications", "%1 · best eval loss %2"))
                          .arg(said.detail, controls::formatDecimal(loss.toDouble(), 3));
    return said;
}

}  // namespace

NotificationWords wordsOf(const bridge::Notification& notification) {
    const auto& arguments = notification.arguments;
    for (const auto& kind : kRunKinds)
        if (notification.kind == QLatin1StringView(kind.kind)) return ofRun(kind, arguments);
    if (notification.kind == u"job_failed"_s)
        return {.tone = Tone::danger,
                .title = words(QT_TRANSLATE_NOOP("Notifications", "%1: failed")).arg(arguments[u"job"_s].toString()),
                .detail = arguments[u"error"_s].toString(),
                .link = {},
                .page = {},
                .place = {}};
    return {toneOf(arguments[u"tone"_s].toString()), arguments[u"title"_s].toString(), arguments[u"detail"_s].toString(),
            arguments[u"link"_s].toString(),         arguments[u"page"_s].toString(),  arguments[u"place"_s].toString()};
}

}  // namespace anneal::shell
