#include "shell/palette_model.h"

#include "shell/fuzzy.h"

using namespace Qt::StringLiterals;

namespace anneal::shell {
namespace {

constexpr std::size_t kMostOfGroup = 8;
constexpr int kRecentBonus = 3;

struct Found {
    const Command* command;
    Match match;
};

struct Group {
    QString name;
    std::vector<Found> found;
    int best = 0;
};

/// In its name, else in what stands behind it.
std::optional<Match> matchOf(const Command& command, const QString& pattern) {
    if (auto match = fuzzyMatch(pattern, command.text)) return match;
    auto match = fuzzyMatch(pattern, command.detail + u' ' + command.text);
    if (match) *match = {match->score / 2, {}};
    return match;
}

}  // namespace

void PaletteModel::setCommands(std::vector<Command> commands, const QStringList& recent) {
    beginResetModel();
    rows_.clear();
    commands_ = std::move(commands);
    recent_ = recent;
    endResetModel();
}

void PaletteModel::filter(const QString& pattern) {
    const bool browsing = pattern.trimmed().isEmpty();
    std::vector<Group> groups;
    const auto groupOf = [&](const QString& name) -> Group& {
        const auto known = std::ranges::find(groups, name, &Group::name);
        return known != groups.end() ? *known : groups.emplace_back(Group{.name = name, .found = {}});
    };
    if (browsing)
        for (const auto& id : recent_)
            if (const auto known = std::ranges::find(commands_, id, &Command::id); known != commands_.end())
                groupOf(tr("Recent")).found.push_back({&*known, {}});
    for (const auto& command : commands_) {
        auto match = matchOf(command, pattern);
        if (!match || (browsing && recent_.contains(command.id))) continue;
        if (recent_.contains(command.id)) match->score += kRecentBonus;
        auto& group = groupOf(command.group);
        group.best = std::max(group.best, match->score);
        group.found.push_back({&command, std::move(*match)});
    }
    if (!browsing) std::ranges::stable_sort(groups, std::greater{}, &Group::best);

    beginResetModel();
    rows_.clear();
    for (auto& group : groups) {
        std::ranges::stable_sort(group.found, std::greater{}, [](const Found& each) { return each.match.score; });
        rows_.push_back({.heading = group.name, .places = {}});
        for (std::size_t i = 0; i < std::min(group.found.size(), kMostOfGroup); ++i)
            rows_.push_back({.heading = {}, .command = group.found[i].command, .places = group.found[i].match.places});
    }
    endResetModel();
}

const Command* PaletteModel::command(const QModelIndex& index) const {
    return index.isValid() ? rows_[std::size_t(index.row())].command : nullptr;
}

QModelIndex PaletteModel::next(int row, int step) const {
    for (row += step; row >= 0 && row < rowCount(); row += step)
        if (rows_[std::size_t(row)].command) return index(row);
    return {};
}

int PaletteModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(rows_.size()); }

QVariant PaletteModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const auto& row = rows_[std::size_t(index.row())];
    if (!row.command) return role == Qt::DisplayRole || role == heading ? QVariant(row.heading) : QVariant();
    switch (role) {
        case Qt::DisplayRole: return row.command->text;
        case Qt::DecorationRole: return row.command->icon;
        case Qt::AccessibleDescriptionRole: return row.command->shortcut.toString(QKeySequence::NativeText);
        case detail: return row.command->detail;
        case keys: return keysOf(row.command->shortcut);
        case places: return QVariant::fromValue(row.places);
        default: return {};
    }
}

Qt::ItemFlags PaletteModel::flags(const QModelIndex& index) const {
    return command(index) ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
}

}  // namespace anneal::shell
