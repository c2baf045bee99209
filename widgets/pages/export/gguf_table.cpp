#include "pages/export/gguf_table.h"

#include <cmath>

#include <QCoreApplication>

#include "catalogue/export_size.h"
#include "controls/numbers.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {
namespace {

struct Note {
    QLatin1StringView type;
    const char* text;
};
constexpr std::array kNotes{
    Note{"F16"_L1, QT_TRANSLATE_NOOP("GgufTypes", "As trained, but for the last bits")},
    Note{"BF16"_L1, QT_TRANSLATE_NOOP("GgufTypes", "As trained in BF16; slow on older processors")},
    Note{"Q8_0"_L1, QT_TRANSLATE_NOOP("GgufTypes", "Hardly to be told from F16")},
    Note{"Q6_K"_L1, QT_TRANSLATE_NOOP("GgufTypes", "Very close, a fifth smaller than Q8_0")},
    Note{"Q5_K_M"_L1, QT_TRANSLATE_NOOP("GgufTypes", "Close; a small loss")},
    Note{"Q4_K_M"_L1, QT_TRANSLATE_NOOP("GgufTypes", "The usual balance of size and quality")},
    Note{"Q3_K_M"_L1, QT_TRANSLATE_NOOP("GgufTypes", "A loss that shows; where memory is short")},
    Note{"Q2_K"_L1, QT_TRANSLATE_NOOP("GgufTypes", "A large loss; the last resort")},
};

QString nameOf(int row) { return QString::fromLatin1(ggufOffers()[std::size_t(row)].name); }
bool isFigure(int column) { return column != GgufTable::type && column != GgufTable::note; }

}  // namespace

QString typeNote(const QString& type) {
    const auto found = std::ranges::find_if(kNotes, [&](const Note& each) { return type == each.type; });
    return found == kNotes.end() ? QString() : QCoreApplication::translate("GgufTypes", found->text);
}

GgufTable::GgufTable(QObject* parent) : QAbstractTableModel(parent) {}

void GgufTable::setConfig(std::optional<catalogue::ModelConfig> config) {
    config_ = std::move(config);
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kColumns - 1));
}

void GgufTable::setMeasured(std::vector<ExportRecord> records) {
    measured_ = std::move(records);
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kColumns - 1));
}

void GgufTable::setTypes(const QStringList& types) {
    chosen_.clear();
    for (int row = 0; row < rowCount(); ++row)
        if (types.contains(nameOf(row))) chosen_.insert(row);
    Q_EMIT dataChanged(index(0, type), index(rowCount() - 1, type));
}

QStringList GgufTable::types() const {
    QStringList names;
    for (const int row : chosen_) names << nameOf(row);
    return names;
}

std::uint64_t GgufTable::forecast(const QString& type) const { return config_ ? catalogue::ggufBytes(*config_, type.toStdString()) : 0; }

QString GgufTable::recommended() const { return config_ ? recommendedType(*config_) : QString(); }

void GgufTable::retranslate() {
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, kColumns - 1);
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kColumns - 1));
}

int GgufTable::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(ggufOffers().size()); }
int GgufTable::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : kColumns; }

const ExportRecord* GgufTable::measured(int row) const {
    const auto found =
        std::ranges::find_if(measured_, [&](const ExportRecord& each) { return each.target == Target::gguf && each.type == nameOf(row); });
    return found == measured_.end() ? nullptr : &*found;
}

QString GgufTable::display(int row, int column) const {
    const auto* known = measured(row);
    const auto bytes = forecast(nameOf(row));
    switch (column) {
        case type: return nameOf(row);
        case size: return known ? controls::formatBytes(known->bytes) : bytes > 0 ? u"≈ "_s + controls::formatBytes(bytes) : u"–"_s;
        case bits: return bytes > 0 ? controls::formatDecimal(8.0 * double(bytes) / double(config_->parameterCount()), 1) : u"–"_s;
        case note:
            if (config_ && catalogue::fallsBack(*config_, nameOf(row).toStdString()))
                return tr("Rows of this model do not divide by 256: llama.cpp takes larger types");
            return nameOf(row) == recommended() ? tr("Recommended") + u" · "_s + typeNote(nameOf(row)) : typeNote(nameOf(row));
        case divergence: return known && std::isfinite(known->meanKl) ? QString::number(known->meanKl, 'g', 2) : u"–"_s;
        case sameToken: return known && std::isfinite(known->sameTopToken) ? controls::formatPercent(known->sameTopToken, 1) : u"–"_s;
        default: return {};
    }
}

QVariant GgufTable::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const int row = index.row(), column = index.column();
    if (role == Qt::DisplayRole) return display(row, column);
    if (role == Qt::CheckStateRole && column == type) return chosen_.contains(row) ? Qt::Checked : Qt::Unchecked;
    if (role == Qt::TextAlignmentRole && isFigure(column)) return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && column == divergence)
        return measured(row) ? tr("Mean KL in nats, at most %1").arg(ggufOffers()[std::size_t(row)].klBound)
                             : tr("Measured when it is exported; the gate allows %1 nats").arg(ggufOffers()[std::size_t(row)].klBound);
    return {};
}

bool GgufTable::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid) || index.column() != type) return false;
    value.toInt() == Qt::Checked ? void(chosen_.insert(index.row())) : void(chosen_.erase(index.row()));
    Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
    Q_EMIT chosenChanged();
    return true;
}

Qt::ItemFlags GgufTable::flags(const QModelIndex& index) const {
    const auto base = QAbstractTableModel::flags(index);
    return index.isValid() && index.column() == type ? base | Qt::ItemIsUserCheckable : base;
}

QVariant GgufTable::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole && isFigure(section)) return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section == divergence)
        return tr("Distance between the next-token choices of the file and of the trained model, in nats");
    if (role != Qt::DisplayRole) return {};
    switch (section) {
        case type: return tr("Type");
        case size: return tr("Size");
        case bits: return tr("Bits a weight");
        case note: return tr("Quality");
        case divergence: return tr("Mean KL");
        case sameToken: return tr("Same token");
        default: return {};
    }
}

}  // namespace anneal::pages
