#pragma once
// A matrix whose cells are shaded by their share of their row: a confusion matrix, or how often two things meet. It is a table to
// the keyboard and to assistive technology.

#include <vector>

#include <QTableView>

namespace anneal::charts {

class NamesHeader;

struct Matrix {
    QStringList rows, columns;
    QString rowTitle, columnTitle;            ///< "Actual", "Predicted"
    std::vector<std::vector<double>> counts;  ///< [row][column]
    bool diagonal = false;                    ///< the diagonal is what is right, as in a confusion matrix; the rest are errors
};

class HeatMap : public QTableView {
    Q_OBJECT
public:
    explicit HeatMap(const QString& name, QWidget* parent = nullptr);

    void setMatrix(Matrix matrix);
    /// "Actual high, predicted low: 12, 8 % of the row".
    QString reading(const QModelIndex& cell) const;

    QSize sizeHint() const override { return {320, 280}; }

Q_SIGNALS:
    /// By a double click or Return.
    void opened(int row, int column);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    class Model;
    class Cell;

    void fit();

    Model* model_;
    NamesHeader* columns_;
    NamesHeader* rows_;
    bool figuresFit_ = false;
};

}  // namespace anneal::charts
