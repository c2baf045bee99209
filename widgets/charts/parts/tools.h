#pragma once
// What stands at the right of a chart's title: smoothing, the x axis, the scale, enlarging, exporting.

#include <QWidget>

#include "charts/axis.h"

class QMenu;
class QSlider;

namespace anneal::controls {
class IconButton;
class Label;
class Segments;
}  // namespace anneal::controls

namespace anneal::charts {

class Tools : public QWidget {
    Q_OBJECT
public:
    struct Shown {
        bool smoothing = false;
        bool axis = false;
        bool scale = false;
        bool enlarge = false;
        bool exports = false;
    };

    explicit Tools(const Shown& shown, QWidget* parent = nullptr);

    /// These say nothing to the signals.
    void setSmoothing(double weight);
    void setAxis(XAxis axis);
    void setScale(Scale scale);
    /// What the export button opens; null where it is not shown.
    QMenu* exportMenu() const { return menu_; }

Q_SIGNALS:
    void smoothingChanged(double weight);
    void axisChosen(XAxis axis);
    void scaleChosen(Scale scale);
    void enlargeClicked();

protected:
    void changeEvent(QEvent* event) override;

private:
    void write();

    QSlider* smoothing_ = nullptr;
    controls::Label* caption_ = nullptr;
    controls::Label* weight_ = nullptr;
    controls::Segments* axis_ = nullptr;
    controls::Segments* scale_ = nullptr;
    controls::IconButton* enlarge_ = nullptr;
    controls::IconButton* export_ = nullptr;
    QMenu* menu_ = nullptr;
};

}  // namespace anneal::charts
