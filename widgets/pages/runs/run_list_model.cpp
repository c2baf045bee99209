#include "pages/runs/run_list_model.h"

#include "bridge/run_watcher.h"
#include "models/run_words.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {
namespace {

bool isOf(runs::RunState state, RunFilter::States states) {
    switch (states) {
        case RunFilter::States::all: return true;
        case RunFilter::States::live: return bridge::isLiveState(state);
        case RunFilter::States::done: return state == runs::RunState::done;
        case RunFilter::States::ended: return !bridge::isLiveState(state) && state != runs::RunState::done;
    }
    Q_UNREACHABLE();
}

}  // namespace

void TickTable::setTicked(const QStringList& ids) {
    if (ids == ticked_) return;
    ticked_ = ids;
    if (rowCount() > 0) Q_EMIT dataChanged(index(0, name), index(rowCount() - 1, name), {Qt::CheckStateRole});
    Q_EMIT tickedChanged();
}

Qt::ItemFlags TickTable::flags(const QModelIndex& index) const {
    const auto flags = RunTable::flags(index);
    return index.isValid() && index.column() == name ? flags | Qt::ItemIsUserCheckable : flags;
}

QVariant TickTable::data(const QModelIndex& index, int role) const {
    if (role != Qt::CheckStateRole || index.column() != name) return RunTable::data(index, role);
    return ticked_.contains(RunTable::data(index, runId).toString()) ? Qt::Checked : Qt::Unchecked;
}

bool TickTable::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::CheckStateRole || !index.isValid() || index.column() != name) return RunTable::setData(index, value, role);
    const auto id = RunTable::data(index, runId).toString();
    ticked_.removeAll(id);
    if (value.toInt() == Qt::Checked) ticked_.append(id);
    Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
    Q_EMIT tickedChanged();
    return true;
}

RunFilter::RunFilter(TickTable& table, QObject* parent) : QSortFilterProxyModel(parent), table_(table) {
    setSourceModel(&table);
    setSortRole(models::RunTable::sortKey);
}

void RunFilter::setText(const QString& text) {
    words_ = text.simplified().toLower().split(u' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

void RunFilter::setStates(States states) {
    states_ = states;
    invalidateFilter();
}

void RunFilter::setArchived(bool archived) {
    archived_ = archived;
    invalidateFilter();
}

int RunFilter::countOf(States states) const {
    int count = 0;
    for (int row = 0; row < table_.rowCount(); ++row) {
        const auto& run = table_.run(row);
        if (run.archived == archived_ && isOf(run.status.state, states) && saysAll(run)) ++count;
    }
    return count;
}

bool RunFilter::saysAll(const runs::RunOverview& run) const {
    if (words_.isEmpty()) return true;
    const auto said =
        QStringList{QString::fromStdString(run.name), QString::fromStdString(run.status.id), models::baseModelText(run.spec),
                    models::datasetText(run.spec),    models::methodText(run.spec),          models::stateText(run.status.state)}
            .join(u'\n')
            .toLower();
    return std::ranges::all_of(words_, [&](const QString& word) { return said.contains(word); });
}

bool RunFilter::filterAcceptsRow(int row, const QModelIndex&) const {
    const auto& run = table_.run(row);
    return run.archived == archived_ && isOf(run.status.state, states_) && saysAll(run);
}

bool RunFilter::lessThan(const QModelIndex& left, const QModelIndex& right) const {
    const auto a = left.data(sortRole()), b = right.data(sortRole());
    if (a.typeId() == QMetaType::QString) return QString::localeAwareCompare(a.toString(), b.toString()) < 0;
    return a.toDouble() < b.toDouble();
}

}  // namespace anneal::pages
