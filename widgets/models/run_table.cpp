#include "models/run_table.h"

#include "controls/delegates.h"
#include "controls/numbers.h"
#include "controls/sparkline.h"
#include "models/run_words.h"

using namespace Qt::StringLiterals;

namespace anneal::models {
namespace {

constexpr int kLossDigits = 3;

QString idOf(const runs::RunOverview& run) { return QString::fromStdString(run.status.id); }

double startOf(const runs::RunOverview& run) { return run.status.started > 0 ? run.status.started : run.status.created; }

bool isLive(const runs::RunOverview& run) {
    return run.status.state == runs::RunState::running || run.status.state == runs::RunState::queued;
}

controls::SparklineValues curveOf(const runs::RunOverview& run) {
    const auto& values = run.evalCurve.size() > 1 ? run.evalCurve : run.lossCurve;
    return {.values = QList<qreal>(values.begin(), values.end()),
            .extent = std::clamp(run.share(), 0.1, 1.0),
            .tone = stateTone(run.status.state)};
}

}  // namespace

void RunTable::setRuns(std::vector<runs::RunOverview> runs) {
    const auto same = [](const runs::RunOverview& a, const runs::RunOverview& b) { return a.status.id == b.status.id; };
    // Rows that went.
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (std::ranges::any_of(runs, [&](const auto& run) { return same(run, runs_[std::size_t(row)]); })) continue;
        beginRemoveRows({}, row, row);
        runs_.erase(runs_.begin() + row);
        endRemoveRows();
    }
    for (int row = 0; row < int(runs.size()); ++row) {
        auto& run = runs[std::size_t(row)];
        const auto known = std::ranges::find_if(runs_.begin() + row, runs_.end(), [&](const auto& each) { return same(each, run); });
        const int from = int(known - runs_.begin());
        if (known == runs_.end()) {
            beginInsertRows({}, row, row);
            runs_.insert(runs_.begin() + row, std::move(run));
            endInsertRows();
            continue;
        }
        if (from != row) {
            beginMoveRows({}, from, from, {}, row);
            std::rotate(runs_.begin() + row, known, known + 1);
            endMoveRows();
        }
        runs_[std::size_t(row)] = std::move(run);
        Q_EMIT dataChanged(index(row, 0), index(row, kColumns - 1));
    }
}

int RunTable::rowOf(const QString& id) const {
    const auto found = std::ranges::find(runs_, id.toStdString(), [](const auto& run) { return run.status.id; });
    return found == runs_.end() ? -1 : int(found - runs_.begin());
}

void RunTable::retranslate() {
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, kColumns - 1);
    if (!runs_.empty()) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kColumns - 1));
}

int RunTable::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(runs_.size()); }
int RunTable::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : kColumns; }

QVariant RunTable::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const auto& run = this->run(index.row());
    switch (role) {
        case Qt::DisplayRole: return display(run, index.column());
        case Qt::TextAlignmentRole: return index.column() == best ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
        case Qt::ToolTipRole:
            return index.column() == progress && run.status.error ? QVariant(QString::fromStdString(run.status.error->message))
                                                                  : QVariant();
        case cell: return cellOf(run, index.column());
        case runId: return idOf(run);
        case sortKey: return keyOf(run, index.column());
        default: return {};
    }
}

QVariant RunTable::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole && section == best) return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    switch (section) {
        case name: return tr("Run");
        case baseModel: return tr("Base model");
        case method: return tr("Method");
        case state: return tr("State");
        case curve: return tr("Loss");
        case best: return tr("Best");
        case progress: return tr("Progress");
        case device: return tr("Devices");
        case dataset: return tr("Data");
        case left: return tr("Time left");
        case started: return tr("Started");
        default: return {};
    }
}

QVariant RunTable::display(const runs::RunOverview& run, int column) const {
    switch (column) {
        case name: return QString::fromStdString(run.name);
        case baseModel: return baseModelText(run.spec);
        case method: return methodText(run.spec);
        case state: return stateText(run.status.state);
        case best: return run.bestEvalLoss ? controls::formatDecimal(*run.bestEvalLoss, kLossDigits) : u"–"_s;
        case progress: return progressText(run);
        case device: return deviceText(run.spec);
        case dataset: return datasetText(run.spec);
        case left: return run.secondsLeft ? controls::formatDuration(*run.secondsLeft) : u"–"_s;
        case started: return timeText(fromUnix(startOf(run)));
        default: return {};
    }
}

QVariant RunTable::cellOf(const runs::RunOverview& run, int column) const {
    switch (column) {
        // A run without a name of its own is called by its id.
        case name: return run.name == run.status.id ? QString() : idOf(run);
        case state: return QVariant::fromValue(stateChip(run.status.state));
        case curve: return QVariant::fromValue(curveOf(run));
        case progress: {
            const bool failed = run.status.state == runs::RunState::failed || run.status.state == runs::RunState::lost;
            const auto tone = failed ? controls::Tone::danger : controls::Tone::accent;
            return QVariant::fromValue(controls::ProgressValue{isLive(run) || failed ? run.share() : -1, progressText(run), tone});
        }
        default: return {};
    }
}

QVariant RunTable::keyOf(const runs::RunOverview& run, int column) const {
    switch (column) {
        case best: return run.bestEvalLoss.value_or(std::numeric_limits<double>::infinity());
        case curve: return run.last.loss.value_or(std::numeric_limits<double>::infinity());
        case progress: return run.share();
        case left: return run.secondsLeft.value_or(std::numeric_limits<double>::infinity());
        case started: return startOf(run);
        default: return display(run, column);
    }
}

}  // namespace anneal::models
