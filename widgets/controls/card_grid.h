#pragma once
// Choice cards in equal columns, as many as the width has room for; those that are wide take a line of their own.

#include <QWidget>

namespace anneal::controls {

class CardGrid : public QWidget {
    Q_OBJECT
public:
    /// `least` pixels a column.
    explicit CardGrid(int least, int mostColumns = 3);

    /// In the order of the calls. All of them are one choice.
    void add(QWidget* card, bool wide = false);
    void setWide(QWidget* card, bool wide);
    /// Puts it before all others.
    void lead(QWidget* card);
    /// Takes every card away and deletes it.
    void clear();

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return arrange(width, false); }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Cell {
        QWidget* card;
        bool wide;
    };

    int arrange(int width, bool place) const;

    std::vector<Cell> cells_;
    int least_;
    int mostColumns_;
};

}  // namespace anneal::controls
