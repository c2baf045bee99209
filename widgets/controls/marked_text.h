#pragma once
// One line of text whose parts say what happened to them: removed, added, masked. And the cell of a table that shows it.

#include <vector>

#include <QStyledItemDelegate>

namespace anneal::controls {

struct TextPart {
    enum class Mark { none, removed, added, mask };

    QString text;
    Mark mark = Mark::none;
};

/// Draws the parts along `rect`'s middle; what does not fit is elided. Unmarked text has the colour `ink`.
void drawMarkedText(QPainter& painter, const QRectF& rect, const std::vector<TextPart>& parts, const QColor& ink);
int markedTextWidth(const std::vector<TextPart>& parts);

struct MarkedCell {
    enum class State { plain, changed, dropped };

    std::vector<TextPart> parts;
    State state = State::plain;
    QString reason;  ///< of a dropped row, shown instead of the text
};

/// `role` of the model holds a MarkedCell: a changed cell is edged, a dropped row struck through.
class MarkedDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit MarkedDelegate(int role, QObject* parent = nullptr);

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    int role_;
};

}  // namespace anneal::controls

Q_DECLARE_METATYPE(anneal::controls::MarkedCell)
