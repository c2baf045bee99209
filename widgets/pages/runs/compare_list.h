#pragma once
// The runs beside a comparison: ticked ones with their line and best value, the rest to be ticked.

#include <QAbstractListModel>
#include <QHash>
#include <QListView>

#include "runs/run_overview.h"

namespace anneal::pages {

class CompareList : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { entry = Qt::UserRole, runId };
    struct Entry {
        QString id, name;
        QString best, remark;
        runs::RunState state = runs::RunState::queued;
        std::optional<std::size_t> series;  ///< of a ticked one

        bool operator==(const Entry&) const = default;
    };

    explicit CompareList(QObject* parent = nullptr) : QAbstractListModel(parent) {}

    void set(std::vector<Entry> entries);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

Q_SIGNALS:
    void toggled(const QString& id, bool on);

private:
    std::vector<Entry> entries_;
};

/// Rows of one or two lines with a check box, toggled by a click on it or by Space; a double click or Return makes the baseline.
class CompareListView : public QListView {
    Q_OBJECT
public:
    explicit CompareListView(QWidget* parent = nullptr);

Q_SIGNALS:
    void baselineWanted(const QString& id);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    class Delegate;
};

}  // namespace anneal::pages

Q_DECLARE_METATYPE(anneal::pages::CompareList::Entry)
