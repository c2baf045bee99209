#pragma once
// A data set's rows for a table view, however many: what is near the view is fetched in windows and kept; the rest is not there
// until it is looked at. Nothing is computed in the main thread.

#include <QAbstractTableModel>
#include <QCache>
#include <QSet>
#include <QTimer>

#include "pages/data/row_feed.h"

namespace anneal::pages {

class RowModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Role {
        cell = Qt::UserRole,  ///< MarkedCell
        profile,              ///< of a header: ColumnProfile
        isThere               ///< the row was read
    };
    static constexpr int kNumber = 0;  ///< the column with the row's number; the data's columns follow
    static constexpr int kWindow = 128;

    /// The feed outlives the model.
    explicit RowModel(RowFeed& feed, QObject* parent = nullptr);

    void show(Showing showing);
    const Showing& showing() const { return showing_; }
    RowPlace placeOf(int row) const;
    /// Where row `number` of the data set shows; the next one where it does not; -1: after all.
    int rowOf(std::int64_t number) const;
    /// Empty for the number's column.
    std::string columnName(int column) const;
    /// In characters; 0 where it is no text, or not known.
    std::int64_t longestText(int column) const;
    void retranslate();
    /// Some rows that were looked at are still to come.
    bool isReading() const { return !asked_.isEmpty(); }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void failed(const anneal::Error& error);

private:
    using Window = std::vector<ShownRow>;

    const ShownRow* find(int row) const;
    void ask();
    void take(const Showing& showing, qint64 first, const Window& rows);
    QVariant cellOf(const ShownRow& row, int column) const;

    RowFeed& feed_;
    Showing showing_;
    std::vector<std::string> columns_;
    int rows_ = 0;
    mutable QCache<qint64, Window> windows_;  ///< by number
    mutable QSet<qint64> asked_;
    mutable QList<qint64> wanted_;
    mutable QTimer soon_;
};

}  // namespace anneal::pages
