#pragma once
// How full something is: what this program holds, then what others hold, and where a limit lies.

#include <optional>

#include <QProgressBar>

#include "controls/tone.h"

namespace anneal::controls {

class Gauge : public QProgressBar {
    Q_OBJECT
public:
    /// `name` says of what, for those who cannot see the words beside it.
    explicit Gauge(const QString& name, QWidget* parent = nullptr);

    /// Shares of the whole, 0 … 1; `others` follow in grey.
    void setShare(double share, double others = 0);
    void setTone(Tone tone);
    /// A tick across the track, for instance the most that is allowed.
    void setLimit(std::optional<double> share);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    double share_ = 0;
    double others_ = 0;
    Tone tone_ = Tone::accent;
    std::optional<double> limit_;
};

}  // namespace anneal::controls
