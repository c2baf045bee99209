#pragma once
// The ranks of a run on the devices that carry them: every rank holds the whole model and reads its own rows.

#include <QWidget>

namespace anneal::pages {

class RankGrid : public QWidget {
    Q_OBJECT
public:
    struct Cell {
        QString rank;          ///< "Rank 0"
        QString device;        ///< "GPU 0", "4 threads"
        bool missing = false;  ///< there is no such device
    };

    explicit RankGrid(QWidget* parent = nullptr);
    void show(std::vector<Cell> cells);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override { return {320, heightForWidth(std::max(320, width()))}; }
    QSize minimumSizeHint() const override { return {160, 56}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    int columns(int width) const;

    std::vector<Cell> cells_;
};

}  // namespace anneal::pages
