#pragma once
// Where the crosshair is and along which axis, for all charts that share it.

#include <optional>

#include <QObject>

#include "charts/axis.h"

namespace anneal::charts {

/// Main thread only.
class Cursor : public QObject {
    Q_OBJECT
public:
    explicit Cursor(QObject* parent = nullptr) : QObject(parent) {}

    XAxis axis() const { return axis_; }
    std::optional<double> x() const { return x_; }

    void moveTo(std::optional<double> x) {
        if (x == x_) return;
        x_ = x;
        Q_EMIT moved();
    }
    /// `x`: where the crosshair was, along the other axis.
    void setAxis(XAxis axis, std::optional<double> x) {
        if (axis == axis_) return;
        axis_ = axis;
        x_ = x;
        Q_EMIT axisChanged();
    }

Q_SIGNALS:
    void moved();
    void axisChanged();

private:
    XAxis axis_ = XAxis::step;
    std::optional<double> x_;
};

}  // namespace anneal::charts
