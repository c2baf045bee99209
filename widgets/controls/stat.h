#pragma once
// One figure that matters: its label above, the figure, and where it comes from below.

#include <QWidget>

namespace anneal::controls {

class Label;

class Stat : public QWidget {
    Q_OBJECT
public:
    explicit Stat(const QString& label, QWidget* parent = nullptr);
    void setLabel(const QString& label);

    /// `origin` is a unit, a forecast beside the measurement, or whatever the figure rests on.
    void setFigure(const QString& figure, const QString& origin = {});

private:
    Label* label_;
    Label* figure_;
    Label* origin_;
};

}  // namespace anneal::controls
