#pragma once
// How long the samples are, as bars, and where the cutoff falls.

#include <QWidget>

namespace anneal::pages {

class CutoffChart : public QWidget {
    Q_OBJECT
public:
    explicit CutoffChart(QWidget* parent = nullptr);
    void show(std::vector<std::int64_t> lengths, std::int64_t cutoff);

    QSize sizeHint() const override { return {240, 96}; }
    QSize minimumSizeHint() const override { return {120, 96}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::vector<std::int64_t> lengths_;
    std::int64_t cutoff_ = 0;
};

}  // namespace anneal::pages
