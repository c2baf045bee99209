#pragma once
// A step of a recipe as a row: grip, switch, what it does, what it leaves. The switch works by mouse and by Space.

#include <QStyledItemDelegate>

namespace anneal::controls {

/// What the delegate reads; whether the step is on is the model's Qt::CheckStateRole.
struct RecipeStep {
    QString name;
    QString options;     ///< below the name; empty: the name alone
    QString rows;        ///< what is left after it; empty: the difference alone
    QString difference;  ///< −2,855, 318 marked
};

class StepDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit StepDelegate(int role, QObject* parent = nullptr);

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

protected:
    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option, const QModelIndex& index) override;

private:
    int role_;
};

}  // namespace anneal::controls

Q_DECLARE_METATYPE(anneal::controls::RecipeStep)
