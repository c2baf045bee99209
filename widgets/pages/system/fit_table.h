#pragma once
// Which method fits where: a row for each model or machine, a cell for each method, with the memory that it takes.

#include <QAbstractTableModel>

#include "controls/table.h"
#include "runs/hardware_advice.h"

namespace anneal::pages {

/// The methods that are compared, in the order of the columns.
enum class FitMethod { lora, freeze, full };
inline constexpr std::array kFitMethods{FitMethod::lora, FitMethod::freeze, FitMethod::full};
/// With activations recomputed where `checkpointing`.
runs::RunSpec specOf(FitMethod method, bool checkpointing);

class FitTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Role { fit = Qt::UserRole, deviceBytes };

    struct Row {
        QString name;
        QString detail;
        std::int64_t deviceBytes = 0;
        std::array<runs::Fit, kFitMethods.size()> fits;
    };

    explicit FitTableModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}
    /// `first`: what the rows are, as the first column's header.
    void setRows(const QString& first, std::vector<Row> rows);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString first_;
    std::vector<Row> rows_;
};

class FitTable : public controls::Table {
    Q_OBJECT
public:
    explicit FitTable(QWidget* parent = nullptr);
    FitTableModel& rows() { return model_; }
    /// As high as its rows.
    void fitHeight();

private:
    FitTableModel model_;
};

}  // namespace anneal::pages

Q_DECLARE_METATYPE(anneal::runs::Fit)
