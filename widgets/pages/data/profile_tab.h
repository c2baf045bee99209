#pragma once
// What a data set holds, in figures, and what is wrong with it, each with the step that mends it.

#include <optional>

#include <QAbstractTableModel>
#include <QWidget>

#include "pages/data/findings.h"
#include "pages/page.h"

class QStackedLayout;

namespace anneal::controls {
class Card;
class Face;
class Label;
class ScrollColumn;
class Stat;
class Table;
}  // namespace anneal::controls

namespace anneal::pages {

/// The columns with their figures.
class ColumnTable : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { name, type, empty, distinct, median, range, outliers };

    using QAbstractTableModel::QAbstractTableModel;

    void setProfile(data::Profile profile);
    void retranslate() { Q_EMIT headerDataChanged(Qt::Horizontal, 0, outliers); }

    int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : int(profile_.columns.size()); }
    int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : outliers + 1; }
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    data::Profile profile_;
};

class ProfileTab : public QWidget {
    Q_OBJECT
public:
    ProfileTab(const Context& context, data::Dataset dataset);
    ~ProfileTab() override;

Q_SIGNALS:
    void stepWanted(const std::string& step, const OrderedJson& given);
    void rowWanted(qint64 row);

private:
    QWidget* makeFull();
    void measure();
    void show(Findings found);
    void write();
    QWidget* makeFinding(const Finding& finding);
    void fill(controls::Card& card, const std::vector<std::pair<QString, std::int64_t>>& bars);

    Context context_;
    data::Dataset dataset_;
    ColumnTable columns_;
    std::optional<Findings> found_;
    QStackedLayout* faces_;
    controls::Face* busy_;
    controls::Face* error_ = nullptr;
    std::vector<controls::Stat*> stats_;
    controls::Card* findings_;
    QWidget* findingRows_ = nullptr;
    controls::Card* languages_;
    QWidget* languageRows_ = nullptr;
    controls::Card* personal_;
    QWidget* personalRows_ = nullptr;
    controls::Card* columnsCard_;
    controls::Table* table_;
    quint64 job_ = 0;
};

}  // namespace anneal::pages
