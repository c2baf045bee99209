#include "pages/train/run_document_table.h"

#include "controls/numbers.h"
#include "models/run_words.h"
#include "pages/train/draft.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {

void RunDocumentTable::setDocuments(const QList<bridge::Document>& documents) {
    beginResetModel();
    documents_ = documents;
    endResetModel();
}

void RunDocumentTable::retranslate() {
    if (rowCount() > 0) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, changed));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, changed);
}

QVariant RunDocumentTable::data(const QModelIndex& at, int role) const {
    if (!at.isValid() || role != Qt::DisplayRole) return {};
    const auto& document = documents_[at.row()];
    Draft draft;
    draft.read(document.body);
    const auto spec = draft.spec();
    switch (at.column()) {
        case name: return document.name;
        case method: return models::methodText(spec);
        case detail:
            if (what_ == What::presets)
                return tr("%1, %2 rows a step")
                    .arg(controls::formatRate(spec.learningRate),
                         controls::formatCount(spec.perDeviceTrainBatchSize * spec.gradientAccumulationSteps));
            return draft.hasModel() ? models::baseModelText(spec) : tr("No base model yet");
        default: return models::timeText(document.changed);
    }
}

QVariant RunDocumentTable::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
        case name: return tr("Name");
        case method: return tr("Method");
        case detail: return what_ == What::presets ? tr("Settings") : tr("Base model");
        default: return tr("Changed");
    }
}

}  // namespace anneal::pages
