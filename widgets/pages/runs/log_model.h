#pragma once
// What a run said, in the order of its time: logged steps, evaluations, checkpoints, notes, warnings, errors.

#include <deque>

#include <QAbstractListModel>

#include "runs/run_reader.h"

namespace anneal::pages {

class LogModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum class Level { step, eval, save, note, warning, error };
    static constexpr int kLevels = int(Level::error) + 1;
    enum Role { level = Qt::UserRole, time };

    explicit LogModel(QObject* parent = nullptr) : QAbstractListModel(parent) {}

    void clear();
    void addRows(std::span<const runs::Metric> rows);
    void addEvents(const std::vector<runs::RunEvent>& events);
    /// How the run ended, where it ended badly; null: not.
    void setEnd(const std::optional<Error>& error, double time);
    int count(Level level) const { return counts_[std::size_t(level)]; }
    /// As a file has it: "14:27:12  eval  step 910  loss 0.8361".
    QString line(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

    static QString word(Level level);

Q_SIGNALS:
    void countsChanged();

private:
    struct Entry {
        double time = 0;
        Level level = Level::step;
        runs::Metric row;  ///< of a step and of an evaluation
        QString text;      ///< of the others
    };

    void insert(std::vector<Entry> entries);
    QString textOf(const Entry& entry) const;

    std::deque<Entry> entries_;
    std::array<int, kLevels> counts_{};
    std::int64_t lastStep_ = -1, lastEval_ = -1;
    double bestLoss_ = std::numeric_limits<double>::infinity();
    bool ended_ = false;
};

}  // namespace anneal::pages
