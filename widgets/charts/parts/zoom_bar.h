#pragma once
// What a zoomed plot offers, in its lower right corner: to follow the newest points, and to show everything again.

#include <QWidget>

class QPushButton;

namespace anneal::charts {

class Plot;

class ZoomBar : public QWidget {
    Q_OBJECT
public:
    explicit ZoomBar(Plot& plot);

    /// Whether points are still coming.
    void setLive(bool live);

protected:
    bool eventFilter(QObject* object, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void offer();
    void write();

    Plot& plot_;
    bool live_ = false;
    QPushButton* follow_;
    QPushButton* all_;
};

}  // namespace anneal::charts
