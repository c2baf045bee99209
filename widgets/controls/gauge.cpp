#include "controls/gauge.h"

#include <cmath>

#include "controls/bar.h"
#include "theme/paint.h"

namespace anneal::controls {
namespace {

constexpr int kSteps = 1000;
constexpr int kTickOverhang = 2;

}  // namespace

Gauge::Gauge(const QString& name, QWidget* parent) : QProgressBar(parent) {
    setAccessibleName(name);
    setRange(0, kSteps);
    setTextVisible(false);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void Gauge::setShare(double share, double others) {
    share_ = std::clamp(share, 0.0, 1.0);
    others_ = std::clamp(others, 0.0, 1.0 - share_);
    setValue(int(std::lround(share_ * kSteps)));
    update();
}

void Gauge::setTone(Tone tone) {
    tone_ = tone;
    update();
}

void Gauge::setLimit(std::optional<double> share) {
    limit_ = share;
    update();
}

QSize Gauge::sizeHint() const { return {120, theme::px(theme::Size::gauge) + 2 * kTickOverhang}; }
QSize Gauge::minimumSizeHint() const { return {24, sizeHint().height()}; }

void Gauge::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const int height = theme::px(theme::Size::gauge);
    drawBar(painter, rect(), height, {{share_, fillRole(tone_)}, {others_, theme::Role::borderControl}});
    if (!limit_) return;
    const qreal x = std::floor(*limit_ * (width() - 1));
    theme::fillRect(painter, QRectF(x, (this->height() - height) / 2 - kTickOverhang, 1, height + 2 * kTickOverhang),
                    theme::color(theme::Role::textSecondary));
}

}  // namespace anneal::controls
