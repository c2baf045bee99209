#include "pages/runs/compare_table.h"

#include "pages/runs/setting_words.h"

namespace anneal::pages {
namespace {

constexpr auto kWhere = "output_dir";

QString wholeOf(const OrderedJson& value) {
    const auto text = value.is_string() ? value.get<std::string>() : value.dump();
    return QString::fromStdString(text);
}

}  // namespace

std::vector<CompareTable::Row> CompareTable::settingRows(const std::vector<runs::RunSpec>& specs) {
    std::vector<OrderedJson> documents;
    for (const auto& spec : specs) documents.push_back(spec.toJson());
    std::vector<Row> rows;
    if (documents.empty()) return rows;
    for (const auto& [key, first] : documents.front().items()) {
        if (key == kWhere) continue;
        Row row{.name = settingName(key), .key = QString::fromStdString(key)};
        for (const auto& document : documents) {
            const auto value = document.contains(key) ? document.at(key) : OrderedJson();
            Cell cell{.text = settingValue(key, value), .whole = wholeOf(value), .differs = value != first};
            row.differs = row.differs || cell.differs;
            row.cells.push_back(std::move(cell));
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

runs::RunSpec CompareTable::defaultsFor(const runs::RunSpec& spec) {
    const auto whole = spec.toJson();
    OrderedJson given = OrderedJson::object();
    for (const auto* key : {"model_name_or_path", "dataset", "stage", "finetuning_type", "output_dir"})
        if (whole.contains(key)) given[key] = whole.at(key);
    auto defaults = runs::RunSpec::fromJson(given);
    return defaults ? std::move(*defaults) : spec;
}

void CompareTable::set(std::vector<Column> columns, std::vector<Row> rows) {
    beginResetModel();
    columns_ = std::move(columns);
    rows_ = std::move(rows);
    endResetModel();
}

void CompareTable::setNameHeader(const QString& name) {
    nameHeader_ = name;
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, 0);
}

int CompareTable::settings() const { return int(std::ranges::count(rows_, Row::Kind::setting, &Row::kind)); }

int CompareTable::differing() const {
    return int(std::ranges::count_if(rows_, [](const Row& row) { return row.kind == Row::Kind::setting && row.differs; }));
}

int CompareTable::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(rows_.size()); }
int CompareTable::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(columns_.size()) + 1; }

QVariant CompareTable::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const auto& row = rows_[std::size_t(index.row())];
    if (role == rowKind) return int(row.kind);
    if (role == rowDiffers) return row.differs;
    if (index.column() == 0) {
        if (role == Qt::DisplayRole) return row.name;
        return role == Qt::ToolTipRole ? QVariant(row.key) : QVariant();
    }
    const auto at = std::size_t(index.column() - 1);
    if (at >= row.cells.size()) return {};
    const auto& cell = row.cells[at];
    switch (role) {
        case Qt::DisplayRole: return cell.text;
        case Qt::ToolTipRole: return cell.whole == cell.text ? QString() : cell.whole;
        case cellRole: return QVariant::fromValue(cell);
        default: return {};
    }
}

QVariant CompareTable::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (section == 0) return role == Qt::DisplayRole ? QVariant(nameHeader_) : QVariant();
    const auto at = std::size_t(section - 1);
    if (at >= columns_.size()) return {};
    if (role == Qt::DisplayRole) return columns_[at].name;
    return role == columnRole ? QVariant::fromValue(columns_[at]) : QVariant();
}

Qt::ItemFlags CompareTable::flags(const QModelIndex& index) const {
    const bool section = index.isValid() && rows_[std::size_t(index.row())].kind == Row::Kind::section;
    return section ? Qt::ItemIsEnabled : QAbstractTableModel::flags(index);
}

CompareFilter::CompareFilter(CompareTable& table, QObject* parent) : QSortFilterProxyModel(parent) { setSourceModel(&table); }

void CompareFilter::setText(const QString& text) {
    text_ = text.trimmed();
    invalidateFilter();
}

void CompareFilter::setDifferingOnly(bool only) {
    differingOnly_ = only;
    invalidateFilter();
}

bool CompareFilter::filterAcceptsRow(int row, const QModelIndex&) const {
    const auto index = sourceModel()->index(row, 0);
    if (CompareTable::Row::Kind(index.data(CompareTable::rowKind).toInt()) != CompareTable::Row::Kind::setting) return text_.isEmpty();
    if (differingOnly_ && !index.data(CompareTable::rowDiffers).toBool()) return false;
    return text_.isEmpty() || index.data().toString().contains(text_, Qt::CaseInsensitive) ||
           index.data(Qt::ToolTipRole).toString().contains(text_, Qt::CaseInsensitive);
}

}  // namespace anneal::pages
