#pragma once
// The names along one side of a matrix, with what they are names of. Above narrow columns they stand upright.

#include <QHeaderView>

namespace anneal::charts {

class NamesHeader : public QHeaderView {
    Q_OBJECT
public:
    explicit NamesHeader(Qt::Orientation orientation, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    /// Makes every section `size` wide, or high.
    void fit(int size);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void paintSection(QPainter* painter, const QRect& rect, int section) const override;

private:
    int widestName() const;
    bool isUpright() const { return orientation() == Qt::Horizontal && widestName() > defaultSectionSize(); }

    QString title_;
};

}  // namespace anneal::charts
