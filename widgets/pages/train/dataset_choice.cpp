#include "pages/train/dataset_choice.h"

#include "controls/numbers.h"
#include "models/run_words.h"

namespace anneal::pages {

namespace {

QString shapeText(data::Shape shape) {
    using data::Shape;
    switch (shape) {
        case Shape::alpaca: return DatasetChoice::tr("Instructions");
        case Shape::sharegpt:
        case Shape::messages: return DatasetChoice::tr("Conversations");
        case Shape::preference: return DatasetChoice::tr("Preferences");
        case Shape::kto: return DatasetChoice::tr("Rated answers");
        case Shape::promptCompletion: return DatasetChoice::tr("Questions and answers");
        case Shape::text: return DatasetChoice::tr("Plain text");
        case Shape::classification: return DatasetChoice::tr("Labelled text");
        case Shape::tokens: return DatasetChoice::tr("Labelled tokens");
        case Shape::table: return DatasetChoice::tr("Table");
        case Shape::images: return DatasetChoice::tr("Images");
        case Shape::audio: return DatasetChoice::tr("Audio");
    }
    return {};
}

}  // namespace

void DatasetChoice::setEntries(const std::vector<const bridge::DatasetEntry*>& entries, const std::vector<std::string>& chosen) {
    beginResetModel();
    entries_.clear();
    for (const auto* entry : entries)
        entries_.push_back({entry->id, entry->path.string(), entry->manifest.rows, entry->manifest.mapping.shape, entry->made});
    endResetModel();
    setChosen(chosen);
}

void DatasetChoice::setChosen(const std::vector<std::string>& references) {
    others_ = references;
    bool differs = false;
    for (auto& entry : entries_) {
        const auto taken =
            std::erase_if(others_, [&](const auto& each) { return each == entry.path || each == entry.id.toStdString(); }) > 0;
        differs |= std::exchange(entry.chosen, taken) != taken;
    }
    if (differs) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, 0), {Qt::CheckStateRole});
}

std::vector<std::string> DatasetChoice::chosen() const {
    auto all = others_;
    for (const auto& entry : entries_)
        if (entry.chosen) all.push_back(entry.path);
    return all;
}

int DatasetChoice::firstChosen() const {
    const auto found = std::ranges::find(entries_, true, &Entry::chosen);
    return found == entries_.end() ? -1 : int(found - entries_.begin());
}

void DatasetChoice::toggle(const QModelIndex& at) {
    if (!at.isValid()) return;
    auto& entry = entries_[std::size_t(at.row())];
    entry.chosen = !entry.chosen;
    Q_EMIT dataChanged(index(at.row(), 0), index(at.row(), 0), {Qt::CheckStateRole});
    Q_EMIT chosenChanged();
}

void DatasetChoice::retranslate() {
    if (rowCount() > 0) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, made));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, made);
}

QVariant DatasetChoice::data(const QModelIndex& at, int role) const {
    if (!at.isValid()) return {};
    const auto& entry = entries_[std::size_t(at.row())];
    if (role == Qt::CheckStateRole && at.column() == name) return entry.chosen ? Qt::Checked : Qt::Unchecked;
    if (role == Qt::TextAlignmentRole && at.column() == rows) return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    switch (at.column()) {
        case name: return entry.id;
        case rows: return controls::formatCount(entry.rows);
        case shape: return shapeText(entry.shape);
        default: return models::timeText(entry.made);
    }
}

QVariant DatasetChoice::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole && section == rows) return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    switch (section) {
        case name: return tr("Name");
        case rows: return tr("Rows");
        case shape: return tr("Shape");
        default: return tr("Made");
    }
}

}  // namespace anneal::pages
