#include "pages/system/disk_table.h"

#include <QCoreApplication>
#include <QLocale>

#include "controls/numbers.h"
#include "models/run_words.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {
namespace {

QString words(const char* text) { return QCoreApplication::translate("Disk", text); }

constexpr std::array kCacheNames{std::pair{"imported", QT_TRANSLATE_NOOP("Disk", "Files read for training")},
                                 std::pair{"forecast", QT_TRANSLATE_NOOP("Disk", "Forecasts")},
                                 std::pair{"eval", QT_TRANSLATE_NOOP("Disk", "Evaluations")},
                                 std::pair{"calibration", QT_TRANSLATE_NOOP("Disk", "Measured steps")}};

}  // namespace

QString listed(const std::vector<std::string>& names) {
    QStringList list;
    for (const auto& each : names) list << QString::fromStdString(each);
    return QLocale().createSeparatedList(list);
}

QString kindText(runs::DiskItem::Kind kind) {
    switch (kind) {
        case runs::DiskItem::Kind::dataset: return words(QT_TRANSLATE_NOOP("Disk", "Data set"));
        case runs::DiskItem::Kind::run: return words(QT_TRANSLATE_NOOP("Disk", "Run"));
        case runs::DiskItem::Kind::cache: return words(QT_TRANSLATE_NOOP("Disk", "Cache"));
        case runs::DiskItem::Kind::trash: return words(QT_TRANSLATE_NOOP("Disk", "Trash"));
    }
    Q_UNREACHABLE();
}

QString nameText(const runs::DiskItem& item) {
    if (item.kind == runs::DiskItem::Kind::trash) return words(QT_TRANSLATE_NOOP("Disk", "Deleted, to be brought back"));
    if (item.kind == runs::DiskItem::Kind::cache)
        for (const auto& [folder, name] : kCacheNames)
            if (item.name == folder) return words(name);
    return QString::fromStdString(item.name);
}

void DiskTable::setItems(std::vector<runs::DiskItem> items) {
    beginResetModel();
    items_ = std::move(items);
    endResetModel();
}

void DiskTable::retranslate() {
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, kColumns - 1);
    if (!items_.empty()) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kColumns - 1));
}

int DiskTable::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(items_.size()); }
int DiskTable::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : kColumns; }

QVariant DiskTable::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const auto& item = this->item(index.row());
    if (role == Qt::TextAlignmentRole) return index.column() == size ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    if (role == sortKey) {
        if (index.column() == size) return qulonglong(item.bytes);
        if (index.column() == changed) return item.changed;
        return data(index, Qt::DisplayRole);
    }
    if (role != Qt::DisplayRole) return {};
    switch (index.column()) {
        case name: return nameText(item);
        case kind: return kindText(item.kind);
        case size: return controls::formatBytes(item.bytes);
        case usedBy: return item.usedBy.empty() ? u"–"_s : listed(item.usedBy);
        case changed: return models::timeText(models::fromUnix(item.changed));
        default: return {};
    }
}

QVariant DiskTable::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole && section == size) return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    switch (section) {
        case name: return tr("Name");
        case kind: return tr("Kind");
        case size: return tr("Size");
        case usedBy: return tr("Used by");
        case changed: return tr("Changed");
        default: return {};
    }
}

}  // namespace anneal::pages
