#include "pages/data/recipe_model.h"

#include <QMimeData>

#include "controls/numbers.h"
#include "controls/step_delegate.h"
#include "pages/data/step_words.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {
namespace {

const auto kMime = u"application/x-anneal-step"_s;
constexpr std::size_t kMostKept = 200;

QString valueText(const OrderedJson& value) {
    if (value.is_string()) return QString::fromStdString(value.get<std::string>());
    if (value.is_number_float()) return QString::number(value.get<double>());
    if (value.is_array()) {
        QStringList texts;
        for (const auto& each : value) texts << valueText(each);
        return texts.join(u", "_s);
    }
    if (value.is_object()) {
        QStringList texts;
        for (const auto& [key, each] : value.items()) texts << QString::fromStdString(key) + u" → "_s + valueText(each);
        return texts.join(u", "_s);
    }
    return QString::fromStdString(base::dumpJson(value));
}

}  // namespace

QString settingsText(const data::RecipeStep& step) {
    QStringList parts;
    for (const auto& parameter : step.kind->parameters) {
        const auto& value = step.settings.values().at(parameter.name);
        if (value == parameter.fallback || value.is_null()) continue;
        if (value.is_boolean()) {
            parts << (value.get<bool>() ? parameterText(parameter.name) : parameterText(parameter.name) + u" –"_s);
            continue;
        }
        const bool speaksForItself = parameter.kind == data::ParameterKind::columns || parameter.kind == data::ParameterKind::column ||
                                     parameter.kind == data::ParameterKind::choice || parameter.kind == data::ParameterKind::choices ||
                                     parameter.kind == data::ParameterKind::mapping;
        parts << (speaksForItself ? valueText(value) : parameterText(parameter.name) + u' ' + valueText(value));
    }
    return parts.join(u" · "_s);
}

void RecipeModel::reset(data::Recipe recipe) {
    beginResetModel();
    recipe_ = std::move(recipe);
    counted_ = nullptr;
    history_ = {recipe_};
    at_ = 0;
    endResetModel();
    Q_EMIT changed();
}

void RecipeModel::replace(data::Recipe recipe) {
    beginResetModel();
    recipe_ = std::move(recipe);
    endResetModel();
    keep();
}

void RecipeModel::keep() {
    history_.resize(at_ + 1);
    history_.push_back(recipe_);
    if (history_.size() > kMostKept) history_.erase(history_.begin());
    at_ = history_.size() - 1;
    settle();
}

void RecipeModel::settle() {
    counted_ = nullptr;
    if (!recipe_.steps.empty()) Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    Q_EMIT changed();
}

void RecipeModel::go(std::size_t at) {
    beginResetModel();
    at_ = at;
    recipe_ = history_[at_];
    endResetModel();
    settle();
}

void RecipeModel::undo() {
    if (canUndo()) go(at_ - 1);
}

void RecipeModel::redo() {
    if (canRedo()) go(at_ + 1);
}

void RecipeModel::add(const data::StepKind& kind, const OrderedJson& given, int at) {
    auto settings = data::Settings::read(kind.name, kind.parameters, given);
    if (!settings) {
        // What must be given stands empty, for people to fill in; a step that lacks it is off until then.
        auto loose = kind.parameters;
        for (auto& parameter : loose) parameter.needed = false;
        settings = data::Settings::read(kind.name, loose, given);
        if (!settings) return;
        beginInsertRows({}, at, at);
        recipe_.steps.insert(recipe_.steps.begin() + at, data::RecipeStep{&kind, std::move(*settings), false});
    } else {
        beginInsertRows({}, at, at);
        recipe_.steps.insert(recipe_.steps.begin() + at, data::RecipeStep{&kind, std::move(*settings), true});
    }
    endInsertRows();
    keep();
    Q_EMIT stepPlaced(at);
}

void RecipeModel::remove(int row) {
    beginRemoveRows({}, row, row);
    recipe_.steps.erase(recipe_.steps.begin() + row);
    endRemoveRows();
    keep();
}

void RecipeModel::move(int from, int to) {
    if (from == to || from < 0 || to < 0 || from >= rowCount() || to >= rowCount()) return;
    beginMoveRows({}, from, from, {}, to > from ? to + 1 : to);
    auto& steps = recipe_.steps;
    if (from < to)
        std::rotate(steps.begin() + from, steps.begin() + from + 1, steps.begin() + to + 1);
    else
        std::rotate(steps.begin() + to, steps.begin() + from, steps.begin() + from + 1);
    endMoveRows();
    keep();
    Q_EMIT stepPlaced(to);
}

void RecipeModel::setEnabled(int row, bool enabled) {
    auto& step = recipe_.steps[std::size_t(row)];
    if (step.enabled == enabled) return;
    if (enabled && !data::Settings::read(step.kind->name, step.kind->parameters, step.settings.values())) return;
    step.enabled = enabled;
    keep();
}

Status RecipeModel::setParameters(int row, const OrderedJson& given) {
    auto& step = recipe_.steps[std::size_t(row)];
    ANNEAL_TRY(settings, data::Settings::read(step.kind->name, step.kind->parameters, given));
    if (settings.values() == step.settings.values()) return {};
    // A step that was off for want of a value goes on with it.
    const bool waited = !data::Settings::read(step.kind->name, step.kind->parameters, step.settings.values());
    step.settings = std::move(settings);
    step.enabled = step.enabled || waited;
    keep();
    return {};
}

void RecipeModel::setCounts(std::shared_ptr<const CountedRecipe> counted) {
    counted_ = std::move(counted);
    if (!recipe_.steps.empty()) Q_EMIT dataChanged(index(0), index(rowCount() - 1), {step});
}

int RecipeModel::enabledIndex(int row) const {
    if (row < 0 || row >= rowCount() || !recipe_.steps[std::size_t(row)].enabled) return -1;
    return int(std::ranges::count_if(recipe_.steps.begin(), recipe_.steps.begin() + row, &data::RecipeStep::enabled));
}

void RecipeModel::retranslate() {
    if (!recipe_.steps.empty()) Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

int RecipeModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(recipe_.steps.size()); }

QVariant RecipeModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const auto& each = recipe_.steps[std::size_t(index.row())];
    switch (role) {
        case Qt::DisplayRole:
        case Qt::AccessibleTextRole: return stepText(each.kind->name);
        case Qt::ToolTipRole: {
            const auto set = settingsText(each);
            return set.isEmpty() ? stepReason(*each.kind) : stepReason(*each.kind) + u'\n' + set;
        }
        case Qt::CheckStateRole: return each.enabled ? Qt::Checked : Qt::Unchecked;
        case step: {
            controls::RecipeStep shown{stepText(each.kind->name), settingsText(each), {}, {}};
            const int at = enabledIndex(index.row());
            if (!counted_ || at < 0 || at >= int(counted_->counts.size())) return QVariant::fromValue(shown);
            const auto& count = counted_->counts[std::size_t(at)];
            shown.rows = controls::formatCount(count.rowsOut);
            if (const auto difference = count.rowsOut - count.rowsIn; difference != 0)
                shown.difference = controls::formatDifference(difference);
            else if (count.changedCells > 0)
                shown.difference = tr("%n cell(s)", nullptr, int(count.changedCells));
            else
                shown.difference = tr("no change");
            return QVariant::fromValue(shown);
        }
        default: return {};
    }
}

bool RecipeModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::CheckStateRole || !index.isValid()) return false;
    setEnabled(index.row(), value.toInt() == Qt::Checked);
    return true;
}

Qt::ItemFlags RecipeModel::flags(const QModelIndex& index) const {
    if (!index.isValid()) return Qt::ItemIsDropEnabled;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable | Qt::ItemIsDragEnabled | Qt::ItemNeverHasChildren;
}

QStringList RecipeModel::mimeTypes() const { return {kMime}; }

QMimeData* RecipeModel::mimeData(const QModelIndexList& indexes) const {
    auto* mime = new QMimeData;
    if (!indexes.isEmpty()) mime->setData(kMime, QByteArray::number(indexes.front().row()));
    return mime;
}

bool RecipeModel::dropMimeData(const QMimeData* mime, Qt::DropAction action, int row, int, const QModelIndex& parent) {
    if (action != Qt::MoveAction || !mime->hasFormat(kMime)) return false;
    const int from = mime->data(kMime).toInt();
    int to = row >= 0 ? row : parent.isValid() ? parent.row() : rowCount();
    if (to > from) --to;
    move(from, to);
    return false;  // it is moved: the view must not remove the row
}

}  // namespace anneal::pages
