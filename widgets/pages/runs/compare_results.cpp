#include "pages/runs/compare_results.h"

#include <QCoreApplication>

#include "controls/numbers.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {
namespace {

using Row = CompareTable::Row;
using Values = std::vector<std::optional<double>>;

constexpr int kLossDigits = 3;
constexpr double kLeast = 0.0005;  // differences below it are not seen in the figures
constexpr double kAlike = 0.02;    // shares below it are not worth a sentence
constexpr double kRise = 0.02;     // by which an eval loss must rise above its best to have turned

QString words(const char* text) { return QCoreApplication::translate("Compare", text); }
QString nameOf(const Compared& each) { return QString::fromStdString(each.run.name); }

std::optional<double> durationOf(const runs::RunOverview& run) {
    const auto& status = run.status;
    if (status.started <= 0) return {};
    if (bridge::isLiveState(status.state))
        return run.secondsLeft ? std::optional(runs::unixNow() - status.started + *run.secondsLeft) : std::nullopt;
    const double end = status.finished > 0 ? status.finished : run.last.time;
    return end > status.started ? std::optional(end - status.started) : std::nullopt;
}

std::optional<double> speedOf(const runs::RunOverview& run) {
    return run.status.summary.tokensPerSecond ? run.status.summary.tokensPerSecond : run.last.tokensPerSecond;
}

enum class Better { lower, higher };

template <class Write>
Row rowOf(const QString& name, const Values& values, Better better, Write write) {
    Row row{.kind = Row::Kind::result, .name = name};
    std::optional<double> best;
    for (const auto& value : values)
        if (value && (!best || (better == Better::lower ? *value < *best : *value > *best))) best = value;
    // Where all are alike none is the best.
    const bool telling = std::ranges::any_of(values, [&](const auto& value) { return value && write(*value) != write(*best); });
    for (const auto& value : values)
        row.cells.push_back({.text = value ? write(*value) : u"–"_s,
                             .whole = {},
                             .differs = false,
                             .best = telling && value && write(*value) == write(*best)});
    for (auto& cell : row.cells) cell.whole = cell.text;
    return row;
}

Values valuesOf(const std::vector<Compared>& runs, const std::function<std::optional<double>(const Compared&)>& value) {
    Values values;
    for (const auto& each : runs) values.push_back(value(each));
    return values;
}

}  // namespace

std::optional<std::int64_t> commonStep(const std::vector<Compared>& runs) {
    std::optional<std::int64_t> step;
    for (const auto& each : runs) {
        const auto& series = *each.curves->series(RunCurves::eval);
        if (series.empty()) return {};
        const auto last = series.place(series.size() - 1).step;
        step = std::min(step.value_or(last), last);
    }
    return step;
}

std::vector<Row> resultRows(const std::vector<Compared>& runs) {
    const auto loss = [](double value) { return controls::formatDecimal(value, kLossDigits); };
    std::vector<Row> rows{{.kind = Row::Kind::section, .name = words(QT_TRANSLATE_NOOP("Compare", "Results"))}};
    auto best = rowOf(words(QT_TRANSLATE_NOOP("Compare", "Eval loss, best")),
                      valuesOf(runs, [](const Compared& each) { return each.run.bestEvalLoss; }), Better::lower, loss);
    for (std::size_t i = 0; i < runs.size(); ++i)
        if (runs[i].run.bestEvalLoss && bridge::isLiveState(runs[i].run.status.state))
            best.cells[i].text = words(QT_TRANSLATE_NOOP("Compare", "%1 so far")).arg(best.cells[i].text);
    rows.push_back(std::move(best));
    if (const auto step = commonStep(runs)) {
        const auto at = [&](const Compared& each) -> std::optional<double> {
            const auto value = each.curves->valueAt(RunCurves::eval, *step);
            return value ? std::optional(value->second) : std::nullopt;
        };
        rows.push_back(rowOf(words(QT_TRANSLATE_NOOP("Compare", "Eval loss at step %1")).arg(controls::formatCount(*step)),
                             valuesOf(runs, at), Better::lower, loss));
    }
    rows.push_back(rowOf(words(QT_TRANSLATE_NOOP("Compare", "Train loss, newest")),
                         valuesOf(runs, [](const Compared& each) { return each.run.last.loss; }), Better::lower, loss));
    rows.push_back(rowOf(words(QT_TRANSLATE_NOOP("Compare", "Tokens a second")),
                         valuesOf(runs, [](const Compared& each) { return speedOf(each.run); }), Better::higher,
                         [](double value) { return controls::formatCount(std::llround(value)); }));
    const auto peak = [](const Compared& each) { return each.run.peakBytes ? std::optional(double(*each.run.peakBytes)) : std::nullopt; };
    rows.push_back(rowOf(words(QT_TRANSLATE_NOOP("Compare", "Peak memory")), valuesOf(runs, peak), Better::lower,
                         [](double value) { return controls::formatBytes(std::uint64_t(value)); }));
    auto time =
        rowOf(words(QT_TRANSLATE_NOOP("Compare", "Time")), valuesOf(runs, [](const Compared& each) { return durationOf(each.run); }),
              Better::lower, [](double value) { return controls::formatDuration(value); });
    for (std::size_t i = 0; i < runs.size(); ++i) {
        // A run that was cut short is not the quickest.
        time.cells[i].best = time.cells[i].best && runs[i].run.status.state == runs::RunState::done;
        if (durationOf(runs[i].run) && bridge::isLiveState(runs[i].run.status.state))
            time.cells[i].text = words(QT_TRANSLATE_NOOP("Compare", "%1 forecast")).arg(time.cells[i].text);
    }
    rows.push_back(std::move(time));
    return rows;
}

QStringList inShort(const std::vector<Compared>& runs) {
    QStringList said;
    if (runs.size() < 2) return said;
    if (const auto step = commonStep(runs)) {
        std::vector<std::pair<double, const Compared*>> order;
        for (const auto& each : runs)
            if (const auto value = each.curves->valueAt(RunCurves::eval, *step)) order.emplace_back(value->second, &each);
        std::ranges::stable_sort(order, {}, [](const auto& each) { return each.first; });
        if (order.size() > 1 && order[1].first - order[0].first >= kLeast)
            said << words(QT_TRANSLATE_NOOP("Compare", "At step %1, %2 leads %3 by %4."))
                        .arg(controls::formatCount(*step), nameOf(*order[0].second), nameOf(*order[1].second),
                             controls::formatDecimal(order[1].first - order[0].first, kLossDigits));
    }
    const auto& first = runs.front();
    for (std::size_t i = 1; i < runs.size() && said.size() < 2; ++i) {
        const auto& other = runs[i];
        if (!first.run.peakBytes || !other.run.peakBytes || *first.run.peakBytes == 0) continue;
        const double share = double(*other.run.peakBytes) / double(*first.run.peakBytes) - 1;
        if (std::abs(share) < kAlike) continue;
        const auto text = share < 0 ? words(QT_TRANSLATE_NOOP("Compare", "%1 takes %2 less memory than %3."))
                                    : words(QT_TRANSLATE_NOOP("Compare", "%1 takes %2 more memory than %3."));
        said << text.arg(nameOf(other), controls::formatPercent(std::abs(share)), nameOf(first));
    }
    for (const auto& each : runs) {
        const auto& series = *each.curves->series(RunCurves::eval);
        const auto best = each.curves->bestStep();
        if (!best || series.size() < 3 || said.size() >= 3) continue;
        const double least = each.curves->valueAt(RunCurves::eval, *best)->second;
        if (series.value(series.size() - 1) < least * (1 + kRise)) continue;
        said << words(QT_TRANSLATE_NOOP("Compare", "The eval loss of %1 turns up after step %2."))
                    .arg(nameOf(each), controls::formatCount(*best));
    }
    return said;
}

}  // namespace anneal::pages
