#pragma once
// Runs side by side: what they were told and what they came to, a row each. The first column is what the others are compared with.

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

#include "runs/spec.h"

namespace anneal::pages {

class CompareTable : public QAbstractTableModel {
    Q_OBJECT
public:
    struct Cell {
        QString text;
        QString whole;  ///< for the tool tip, where the text is short for something
        bool differs = false;
        bool best = false;
    };
    struct Row {
        enum class Kind { setting, section, result };
        Kind kind = Kind::setting;
        QString name;
        QString key;  ///< as RUN.yaml writes it
        std::vector<Cell> cells;
        bool differs = false;
    };
    struct Column {
        QString name;
        QString remark;
        std::optional<std::size_t> series;  ///< whose colour and dash it has in the chart
    };
    enum Role { cellRole = Qt::UserRole, rowKind, rowDiffers, columnRole };

    explicit CompareTable(QObject* parent = nullptr) : QAbstractTableModel(parent) {}

    void set(std::vector<Column> columns, std::vector<Row> rows);
    void setNameHeader(const QString& name);
    int settings() const;
    int differing() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

    /// Every setting of these, but where they are written to.
    static std::vector<Row> settingRows(const std::vector<runs::RunSpec>& specs);
    /// As it would be if a person gave its model, data and method alone.
    static runs::RunSpec defaultsFor(const runs::RunSpec& spec);

private:
    std::vector<Column> columns_;
    std::vector<Row> rows_;
    QString nameHeader_;
};

/// By words, and the differing ones alone where that is wished.
class CompareFilter : public QSortFilterProxyModel {
    Q_OBJECT
public:
    explicit CompareFilter(CompareTable& table, QObject* parent = nullptr);
    void setText(const QString& text);
    void setDifferingOnly(bool only);

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    QString text_;
    bool differingOnly_ = false;
};

}  // namespace anneal::pages

Q_DECLARE_METATYPE(anneal::pages::CompareTable::Cell)
Q_DECLARE_METATYPE(anneal::pages::CompareTable::Column)
