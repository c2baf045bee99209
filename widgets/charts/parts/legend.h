#pragma once
// The lines of a chart by name: a click hides one and shows it again, the mouse over one makes it stand out.

#include <optional>

#include <QWidget>

#include "charts/scene.h"

namespace anneal::charts {

class Legend : public QWidget {
    Q_OBJECT
public:
    explicit Legend(QWidget* parent = nullptr);

    /// Shows the lines of `scene` that are not planned.
    void setScene(const Scene& scene);
    /// Of all entries in one line.
    int widthInOneLine() const;

Q_SIGNALS:
    void shownChanged(std::size_t line, bool shown);
    void chosenChanged(std::optional<std::size_t> line);
};

}  // namespace anneal::charts
