#pragma once
// The commands that fit what is typed, best first, under the names of their groups.

#include <QAbstractListModel>

#include "shell/commands.h"

namespace anneal::shell {

class PaletteModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { heading = Qt::UserRole, detail, keys, places };

    explicit PaletteModel(QObject* parent = nullptr) : QAbstractListModel(parent) {}

    void setCommands(std::vector<Command> commands, const QStringList& recent);
    void filter(const QString& pattern);
    /// Null for the name of a group.
    const Command* command(const QModelIndex& index) const;
    /// The first below `row` in the direction of `step` that is a command.
    QModelIndex next(int row, int step) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    struct Row {
        QString heading;                   ///< of a group; else empty
        const Command* command = nullptr;  ///< in commands_
        QList<int> places;
    };

    std::vector<Command> commands_;
    QStringList recent_;
    std::vector<Row> rows_;
};

}  // namespace anneal::shell
