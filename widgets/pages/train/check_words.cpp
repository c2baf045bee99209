#include "pages/train/check_words.h"

#include <QCoreApplication>

#include "controls/numbers.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {
namespace {

using controls::formatBytes;
using controls::formatCount;
using controls::formatPercent;
using controls::formatRate;
using runs::Check;

QString words(const char* text) { return QCoreApplication::translate("Checks", text); }
QString counted(const char* text, std::int64_t number) { return QCoreApplication::translate("Checks", text, nullptr, int(number)); }

std::int64_t whole(const Check& check, const char* key) { return check.facts.value(key, std::int64_t{0}); }
double real(const Check& check, const char* key) { return check.facts.value(key, 0.0); }
QString count(const Check& check, const char* key) { return formatCount(whole(check, key)); }
QString bytes(const Check& check, const char* key) { return formatBytes(std::uint64_t(std::max<std::int64_t>(0, whole(check, key)))); }

CheckWords cut(const Check& check, bool passed) {
    if (passed)
        return {.title = words(QT_TRANSLATE_NOOP("Checks", "No sample is cut")),
                .figure = words(QT_TRANSLATE_NOOP("Checks", "longest %1")).arg(count(check, "longest"))};
    const auto share = double(whole(check, "cut")) / double(std::max<std::int64_t>(1, whole(check, "samples")));
    return {.title = words(QT_TRANSLATE_NOOP("Checks", "%1 samples are longer than the cutoff")).arg(count(check, "cut")),
            .text = words(QT_TRANSLATE_NOOP("Checks",
                                            "%1 of them all end at %2 tokens: the end of their answers is not learnt. The longest has %3."))
                        .arg(formatPercent(share, 1), count(check, "cutoff_len"), count(check, "longest")),
            .fix = check.fix.empty() ? QString() : words(QT_TRANSLATE_NOOP("Checks", "Raise it to %1")).arg(count(check, "suggested")),
            .fixed = words(QT_TRANSLATE_NOOP("Checks", "Cutoff %1")).arg(count(check, "suggested"))};
}

CheckWords context(const Check& check, bool passed) {
    if (passed)
        return {.title = words(QT_TRANSLATE_NOOP("Checks", "Samples fit the model's context")),
                .figure = whole(check, "context") > 0 ? count(check, "context") : QString()};
    return {.title = words(QT_TRANSLATE_NOOP("Checks", "Samples are longer than the model's context")),
            .text = words(QT_TRANSLATE_NOOP("Checks", "Up to %1 tokens, and the model reads no more than %2 at once."))
                        .arg(count(check, "longest"), count(check, "context")),
            .fix = words(QT_TRANSLATE_NOOP("Checks", "Cut at %1")).arg(count(check, "context")),
            .fixed = words(QT_TRANSLATE_NOOP("Checks", "Cutoff %1")).arg(count(check, "context"))};
}

CheckWords trained(const Check& check, bool passed) {
    const auto share = formatPercent(real(check, "share"), 1);
    if (passed) return {.title = words(QT_TRANSLATE_NOOP("Checks", "Enough of the tokens are trained")), .figure = share};
    const bool history = !check.fix.empty() && check.fix.front().first == "mask_history";
    return {.title = words(QT_TRANSLATE_NOOP("Checks", "Only %1 of the tokens are trained")).arg(share),
            .text = words(QT_TRANSLATE_NOOP("Checks", "The rest is read and not learnt: most of the time goes into prompts.")),
            .fix = history ? words(QT_TRANSLATE_NOOP("Checks", "Train every answer"))
                           : words(QT_TRANSLATE_NOOP("Checks", "Train the prompts too")),
            .fixed = history ? words(QT_TRANSLATE_NOOP("Checks", "Every answer is trained"))
                             : words(QT_TRANSLATE_NOOP("Checks", "Prompts are trained"))};
}

CheckWords ends(const Check& check, bool passed) {
    const auto share = formatPercent(real(check, "share"), 1);
    if (passed) return {.title = words(QT_TRANSLATE_NOOP("Checks", "Answers end with the stop token")), .figure = share};
    return {.title = words(QT_TRANSLATE_NOOP("Checks", "Answers do not end with a stop token")),
            .text = check.fix.empty()
                        ? words(QT_TRANSLATE_NOOP("Checks",
                                                  "%1 do: the model would not learn where to stop. Choose a template that writes one."))
                              .arg(share)
                        : words(QT_TRANSLATE_NOOP("Checks", "%1 do: the model would not learn where to stop.")).arg(share),
            .fix = check.fix.empty() ? QString() : words(QT_TRANSLATE_NOOP("Checks", "Add the end token")),
            .fixed = words(QT_TRANSLATE_NOOP("Checks", "The end token is added"))};
}

CheckWords leftOut(const Check& check, bool passed) {
    if (passed) return {.title = words(QT_TRANSLATE_NOOP("Checks", "Every row can be trained on"))};
    return {.title = words(QT_TRANSLATE_NOOP("Checks", "%1 rows are left out")).arg(count(check, "rows")),
            .text = words(QT_TRANSLATE_NOOP("Checks", "The template refuses them, or nothing in them is trained."))};
}

CheckWords twins(const Check& check, bool passed) {
    if (passed) return {.title = words(QT_TRANSLATE_NOOP("Checks", "No two samples are equal"))};
    return {
        .title = words(QT_TRANSLATE_NOOP("Checks", "%1 samples are there more than once")).arg(count(check, "rows")),
        .text = words(QT_TRANSLATE_NOOP("Checks", "They weigh more than the others. The recipe step Remove duplicates takes them out."))};
}

CheckWords overlap(const Check& check, bool passed) {
    if (passed)
        return {.title = words(QT_TRANSLATE_NOOP("Checks", "Held-out rows are not trained on")), .figure = count(check, "eval_rows")};
    return {.title = words(QT_TRANSLATE_NOOP("Checks", "%1 held-out rows are also in the training rows")).arg(count(check, "rows")),
            .text = words(QT_TRANSLATE_NOOP("Checks", "They are equal to the token, so eval loss would look better than it is.")),
            .fix = words(QT_TRANSLATE_NOOP("Checks", "Split without overlap")),
            .fixed = words(QT_TRANSLATE_NOOP("Checks", "Split without overlap"))};
}

CheckWords rate(const Check& check, bool passed) {
    const auto now = formatRate(real(check, "learning_rate")), usual = formatRate(real(check, "usual"));
    if (passed) return {.title = words(QT_TRANSLATE_NOOP("Checks", "The learning rate is usual")), .figure = now};
    return {.title = words(QT_TRANSLATE_NOOP("Checks", "The learning rate %1 is unusual")).arg(now),
            .text = words(QT_TRANSLATE_NOOP("Checks", "This method learns from %1 to %2; outside it learns nothing or falls apart."))
                        .arg(formatRate(real(check, "low")), formatRate(real(check, "high"))),
            .fix = words(QT_TRANSLATE_NOOP("Checks", "Set it to %1")).arg(usual),
            .fixed = words(QT_TRANSLATE_NOOP("Checks", "Learning rate %1")).arg(usual)};
}

CheckWords steps(const Check& check, bool passed) {
    if (passed) return {.title = words(QT_TRANSLATE_NOOP("Checks", "Enough steps to learn")), .figure = count(check, "steps")};
    const bool rows = check.facts.contains("suggested");
    const auto wanted = rows ? count(check, "suggested") : QString::number(real(check, "suggested_epochs"));
    return {
        .title = words(QT_TRANSLATE_NOOP("Checks", "Only %1 steps")).arg(count(check, "steps")),
        .text = words(QT_TRANSLATE_NOOP("Checks", "The model hardly changes in so few.")),
        .fix = (rows ? words(QT_TRANSLATE_NOOP("Checks", "%1 rows a step")) : words(QT_TRANSLATE_NOOP("Checks", "Train for %1 epochs")))
                   .arg(wanted),
        .fixed =
            (rows ? words(QT_TRANSLATE_NOOP("Checks", "%1 rows a step")) : words(QT_TRANSLATE_NOOP("Checks", "%1 epochs"))).arg(wanted)};
}

CheckWords warmup(const Check& check, bool passed) {
    if (passed)
        return {.title = words(QT_TRANSLATE_NOOP("Checks", "The warmup leaves steps to train")), .figure = count(check, "warmup_steps")};
    return {
        .title =
            words(QT_TRANSLATE_NOOP("Checks", "The warmup takes %1 of %2 steps")).arg(count(check, "warmup_steps"), count(check, "steps")),
        .text = words(QT_TRANSLATE_NOOP("Checks", "The full rate is hardly reached before the run ends.")),
        .fix = words(QT_TRANSLATE_NOOP("Checks", "Warm up for a tenth")),
        .fixed = words(QT_TRANSLATE_NOOP("Checks", "A tenth warms up"))};
}

CheckWords heldOut(const Check& check, bool passed) {
    if (passed) return {.title = words(QT_TRANSLATE_NOOP("Checks", "Rows are held out")), .figure = count(check, "rows")};
    return {.title = words(QT_TRANSLATE_NOOP("Checks", "No rows are held out")),
            .text = words(QT_TRANSLATE_NOOP("Checks", "Nobody would see when it begins to learn by heart.")),
            .fix = check.fix.empty() ? QString() : words(QT_TRANSLATE_NOOP("Checks", "Hold out 5 %")),
            .fixed = words(QT_TRANSLATE_NOOP("Checks", "5 % are held out"))};
}

CheckWords evaluations(const Check& check, bool passed) {
    if (passed) return {.title = words(QT_TRANSLATE_NOOP("Checks", "Enough evaluations")), .figure = count(check, "evaluations")};
    return {.title = words(QT_TRANSLATE_NOOP("Checks", "Only %1 evaluations")).arg(count(check, "evaluations")),
            .text = words(QT_TRANSLATE_NOOP("Checks", "Early stopping needs %1 to act.")).arg(count(check, "needed")),
            .fix = counted(QT_TRANSLATE_N_NOOP("Checks", "Evaluate each %n step(s)"), whole(check, "every")),
            .fixed = counted(QT_TRANSLATE_N_NOOP("Checks", "Evaluate each %n step(s)"), whole(check, "every"))};
}

CheckWords checkpoints(const Check& check, bool passed) {
    if (passed) return {.title = words(QT_TRANSLATE_NOOP("Checks", "Checkpoints on the way")), .figure = count(check, "kept")};
    return {.title = words(QT_TRANSLATE_NOOP("Checks", "No checkpoint before the end")),
            .text = words(QT_TRANSLATE_NOOP("Checks", "After a power cut it would start again.")),
            .fix = counted(QT_TRANSLATE_N_NOOP("Checks", "Save each %n step(s)"), whole(check, "every")),
            .fixed = counted(QT_TRANSLATE_N_NOOP("Checks", "Save each %n step(s)"), whole(check, "every"))};
}

QString changesText(const Check& check) {
    QStringList parts;
    for (const auto& [key, value] : check.fix) {
        if (key == "per_device_train_batch_size") parts << words(QT_TRANSLATE_NOOP("Checks", "%1 rows at once")).arg(value.get<int>());
        if (key == "gradient_checkpointing") parts << words(QT_TRANSLATE_NOOP("Checks", "activations computed again"));
        if (key == "finetuning_type") parts << u"LoRA"_s;
    }
    return parts.join(words(QT_TRANSLATE_NOOP("Checks", ", ")));
}

CheckWords memory(const Check& check, bool passed) {
    if (passed) return {.title = words(QT_TRANSLATE_NOOP("Checks", "It fits in memory")), .figure = bytes(check, "needed")};
    const bool over = check.level == Check::Level::blocking;
    auto text =
        words(QT_TRANSLATE_NOOP("Checks", "It takes about %1 and %2 are free.")).arg(bytes(check, "needed"), bytes(check, "available"));
    if (check.fix.empty()) text += words(QT_TRANSLATE_NOOP("Checks", " A smaller base model would fit."));
    if (!check.fix.empty()) text += words(QT_TRANSLATE_NOOP("Checks", " With %1 about %2.")).arg(changesText(check), bytes(check, "after"));
    return {.title = over ? words(QT_TRANSLATE_NOOP("Checks", "It does not fit in memory"))
                          : words(QT_TRANSLATE_NOOP("Checks", "Memory is tight")),
            .text = text,
            .fix = check.fix.empty() ? QString() : words(QT_TRANSLATE_NOOP("Checks", "Take less memory")),
            .fixed = changesText(check)};
}

CheckWords disk(const Check& check, bool passed) {
    if (passed) return {.title = words(QT_TRANSLATE_NOOP("Checks", "It fits on the disk")), .figure = bytes(check, "needed")};
    const bool one = !check.fix.empty() && check.fix.front().first == "save_total_limit";
    return {
        .title = words(QT_TRANSLATE_NOOP("Checks", "The disk is too full")),
        .text = words(QT_TRANSLATE_NOOP("Checks", "It writes %1 and %2 are free.")).arg(bytes(check, "needed"), bytes(check, "available")),
        .fix = check.fix.empty() ? QString()
               : one             ? words(QT_TRANSLATE_NOOP("Checks", "Keep one checkpoint"))
                                 : words(QT_TRANSLATE_NOOP("Checks", "Keep no checkpoint")),
        .fixed = one ? words(QT_TRANSLATE_NOOP("Checks", "One checkpoint is kept"))
                     : words(QT_TRANSLATE_NOOP("Checks", "No checkpoint is kept"))};
}

CheckWords ranks(const Check& check, bool passed) {
    if (passed) return {.title = words(QT_TRANSLATE_NOOP("Checks", "Each rank has a device")), .figure = count(check, "ranks")};
    return {.title = words(QT_TRANSLATE_NOOP("Checks", "%1 ranks, but %2 GPUs")).arg(count(check, "ranks"), count(check, "devices")),
            .text = words(QT_TRANSLATE_NOOP("Checks", "Each rank needs a GPU of its own.")),
            .fix = words(QT_TRANSLATE_NOOP("Checks", "Use %1 ranks")).arg(count(check, "devices")),
            .fixed = words(QT_TRANSLATE_NOOP("Checks", "%1 ranks")).arg(count(check, "devices"))};
}

struct Entry {
    const char* id;
    CheckWords (*say)(const Check&, bool);
};
constexpr std::array kEntries{Entry{"samples_cut", cut},
                              Entry{"context", context},
                              Entry{"trained_share", trained},
                              Entry{"end_token", ends},
                              Entry{"left_out", leftOut},
                              Entry{"duplicates", twins},
                              Entry{"eval_overlap", overlap},
                              Entry{"learning_rate", rate},
                              Entry{"steps", steps},
                              Entry{"warmup", warmup},
                              Entry{"held_out", heldOut},
                              Entry{"evaluations", evaluations},
                              Entry{"checkpoints", checkpoints},
                              Entry{"memory", memory},
                              Entry{"disk", disk},
                              Entry{"ranks", ranks}};

}  // namespace

CheckWords wordsOf(const Check& check) {
    const auto entry = std::ranges::find_if(kEntries, [&](const auto& each) { return check.id == each.id; });
    if (entry != kEntries.end()) return entry->say(check, check.level == Check::Level::passed);
    return {.title = QString::fromStdString(check.message), .text = QString::fromStdString(check.hint)};
}

controls::Tone toneOf(Check::Level level) {
    switch (level) {
        case Check::Level::passed: return controls::Tone::success;
        case Check::Level::note: return controls::Tone::accent;
        case Check::Level::warning: return controls::Tone::warning;
        case Check::Level::blocking: return controls::Tone::danger;
    }
    return controls::Tone::neutral;
}

}  // namespace anneal::pages
