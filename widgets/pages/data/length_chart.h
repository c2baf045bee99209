#pragma once
// How long samples are: a histogram with the cutoff across it.

#include <vector>

#include <QWidget>

namespace anneal::pages {

class LengthChart : public QWidget {
    Q_OBJECT
public:
    explicit LengthChart(QWidget* parent = nullptr);

    /// Lengths in tokens, ascending.
    void setLengths(const std::vector<std::int32_t>& lengths, std::int64_t cutoff);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::vector<int> bins_;
    std::int64_t highest_ = 1, cutoff_ = 0;
};

}  // namespace anneal::pages
