#pragma once
// Cells that hold more than plain text: chips, progress, a name with its origin.

#include <QStyledItemDelegate>

#include "controls/chip.h"

namespace anneal::controls {

/// A chip; `role` of the model holds a ChipLook.
class ChipDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit ChipDelegate(int role, QObject* parent = nullptr);

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    int role_;
};

struct ProgressValue {
    double share = 0;  ///< 0 … 1; below 0: no bar, only the words
    QString text;
    Tone tone = Tone::accent;
};

/// A bar and how much is left; `role` of the model holds a ProgressValue.
class ProgressDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit ProgressDelegate(int role, QObject* parent = nullptr);

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    int role_;
};

/// The display text, followed by that of `role` in small grey: a run and its id, a model and its size.
class NamedDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    /// `mono` for ids.
    NamedDelegate(int role, bool mono, QObject* parent = nullptr);

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    const QFont& smallFont() const;

    int role_;
    bool mono_;
};

}  // namespace anneal::controls

Q_DECLARE_METATYPE(anneal::controls::ChipLook)
Q_DECLARE_METATYPE(anneal::controls::ProgressValue)
