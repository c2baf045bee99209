#pragma once
// Widgets one below the other that scroll when there is no room for all. Without frame or ground of its own.

#include <QScrollArea>
#include <QVBoxLayout>

namespace anneal::controls {

class ScrollColumn : public QScrollArea {
    Q_OBJECT
public:
    explicit ScrollColumn(QWidget* parent = nullptr);
    QVBoxLayout& column() { return *column_; }
    /// What the column would take without scrolling.
    QSize contentsHint() const { return widget()->sizeHint(); }

private:
    QVBoxLayout* column_;
};

}  // namespace anneal::controls
