#pragma once
// A recipe as a list that people edit: every change can be undone, and each step carries what it does to the rows.

#include <QAbstractListModel>

#include "pages/data/counted_recipe.h"

namespace anneal::pages {

class RecipeModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { step = Qt::UserRole };  ///< controls::RecipeStep

    explicit RecipeModel(QObject* parent = nullptr) : QAbstractListModel(parent) {}

    const data::Recipe& recipe() const { return recipe_; }
    /// Anew: what was before cannot be undone.
    void reset(data::Recipe recipe);
    /// As one change that can be undone.
    void replace(data::Recipe recipe);

    void add(const data::StepKind& kind, const OrderedJson& given, int at);
    void remove(int row);
    void move(int from, int to);
    void setEnabled(int row, bool enabled);
    /// Errors "parameter_invalid": the step stays as it is.
    Status setParameters(int row, const OrderedJson& given);

    bool canUndo() const { return at_ > 0; }
    bool canRedo() const { return at_ + 1 < history_.size(); }
    void undo();
    void redo();

    /// The figures of the recipe as it is; null: they are not known yet.
    void setCounts(std::shared_ptr<const CountedRecipe> counted);
    /// Of a row among the enabled steps; -1: it is off.
    int enabledIndex(int row) const;
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    QStringList mimeTypes() const override;
    QMimeData* mimeData(const QModelIndexList& indexes) const override;
    bool dropMimeData(const QMimeData* mime, Qt::DropAction action, int row, int column, const QModelIndex& parent) override;

Q_SIGNALS:
    /// The recipe is another; its figures are not known any more.
    void changed();
    /// A step came there, by adding, moving, undoing.
    void stepPlaced(int row);

private:
    void keep();
    void go(std::size_t at);
    void settle();

    data::Recipe recipe_;
    std::vector<data::Recipe> history_{data::Recipe{}};
    std::size_t at_ = 0;
    std::shared_ptr<const CountedRecipe> counted_;
};

/// What of a step's settings differs from the defaults: "columns: input, output · form: NFKC".
QString settingsText(const data::RecipeStep& step);

}  // namespace anneal::pages
