#include "pages/runs/log_model.h"

#include <QDateTime>

#include "controls/numbers.h"
#include "models/run_words.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {
namespace {

using Level = LogModel::Level;

constexpr int kStepWidth = 6;
constexpr int kLossDigits = 4;

Level levelOf(const runs::RunEvent& event) {
    if (event.kind == "checkpoint") return Level::save;
    if (event.kind == "warning") return Level::warning;
    if (event.kind == "error") return Level::error;
    return Level::note;
}

QString messageOf(const runs::RunEvent& event) {
    auto text = QString::fromStdString(event.message);
    if (event.kind == "command" && event.data.contains("learning_rate"))
        text += u' ' + controls::formatRate(event.data["learning_rate"].get<double>());
    return text;
}

QString clockOf(double time) { return models::fromUnix(time).toString(u"HH:mm:ss"_s); }

}  // namespace

QString LogModel::word(Level level) {
    switch (level) {
        case Level::step: return u"step"_s;
        case Level::eval: return u"eval"_s;
        case Level::save: return u"save"_s;
        case Level::note: return u"note"_s;
        case Level::warning: return u"warn"_s;
        case Level::error: return u"error"_s;
    }
    Q_UNREACHABLE();
}

void LogModel::clear() {
    beginResetModel();
    entries_.clear();
    counts_ = {};
    lastStep_ = lastEval_ = -1;
    bestLoss_ = std::numeric_limits<double>::infinity();
    ended_ = false;
    endResetModel();
    Q_EMIT countsChanged();
}

void LogModel::addRows(std::span<const runs::Metric> rows) {
    std::vector<Entry> entries;
    for (const auto& row : rows) {
        if (row.loss && row.step > lastStep_) {
            entries.push_back({row.time, Level::step, row, {}});
            lastStep_ = row.step;
        }
        if (row.evalLoss && row.step > lastEval_) {
            lastEval_ = row.step;
            const bool best = *row.evalLoss < bestLoss_;
            bestLoss_ = std::min(bestLoss_, *row.evalLoss);
            entries.push_back({row.time, Level::eval, row, best ? u"  best so far"_s : QString()});
        }
    }
    insert(std::move(entries));
}

void LogModel::addEvents(const std::vector<runs::RunEvent>& events) {
    std::vector<Entry> entries;
    for (const auto& event : events) entries.push_back({event.time, levelOf(event), {}, messageOf(event)});
    insert(std::move(entries));
}

void LogModel::setEnd(const std::optional<Error>& error, double time) {
    if (!error || ended_) return;
    ended_ = true;
    const auto text = QString::fromStdString(error->hint.empty() ? error->message : error->message + "; " + error->hint);
    insert({{time > 0 ? time : entries_.empty() ? 0 : entries_.back().time, Level::error, {}, text}});
}

/// Most come at the end; events that were read after newer rows go to where they belong.
void LogModel::insert(std::vector<Entry> entries) {
    std::ranges::stable_sort(entries, {}, &Entry::time);
    for (const auto& entry : entries) ++counts_[std::size_t(entry.level)];
    for (std::size_t first = 0; first < entries.size();) {
        const auto at = std::upper_bound(entries_.begin(), entries_.end(), entries[first].time,
                                         [](double time, const Entry& entry) { return time < entry.time; });
        auto last = first + 1;
        while (last < entries.size() && (at == entries_.end() || entries[last].time < at->time)) ++last;
        const int row = int(at - entries_.begin());
        beginInsertRows({}, row, row + int(last - first) - 1);
        entries_.insert(at, std::make_move_iterator(entries.begin() + long(first)), std::make_move_iterator(entries.begin() + long(last)));
        endInsertRows();
        first = last;
    }
    if (!entries.empty()) Q_EMIT countsChanged();
}

QString LogModel::textOf(const Entry& entry) const {
    const auto& row = entry.row;
    if (entry.level != Level::step && entry.level != Level::eval) return entry.text;
    auto text = u"step "_s + controls::formatCount(row.step).leftJustified(kStepWidth);
    const auto add = [&](const QString& name, const std::optional<double>& value, auto write) {
        if (value) text += u"  "_s + name + write(*value);
    };
    const auto loss = [](double value) { return controls::formatDecimal(value, kLossDigits); };
    if (entry.level == Level::eval) {
        add(u"loss "_s, row.evalLoss, loss);
        return text + entry.text;
    }
    add(u"loss "_s, row.loss, loss);
    add(u"lr "_s, row.learningRate, [](double value) { return controls::formatRate(value); });
    add(u"grad "_s, row.gradNorm, [](double value) { return controls::formatDecimal(value, 2); });
    add({}, row.tokensPerSecond, [](double value) { return controls::formatCount(std::llround(value)) + u" tokens/s"_s; });
    return text;
}

QString LogModel::line(int row) const {
    const auto& entry = entries_[std::size_t(row)];
    return clockOf(entry.time) + u"  "_s + word(entry.level).leftJustified(5) + u"  "_s + textOf(entry);
}

int LogModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(entries_.size()); }

QVariant LogModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const auto& entry = entries_[std::size_t(index.row())];
    switch (role) {
        case Qt::DisplayRole: return textOf(entry);
        case Qt::AccessibleTextRole: return line(index.row());
        case level: return int(entry.level);
        case time: return clockOf(entry.time);
        default: return {};
    }
}

}  // namespace anneal::pages
