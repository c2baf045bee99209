#include "controls/spinner.h"

#include <cmath>

#include <QPainter>

#include "theme/paint.h"

namespace anneal::controls {
namespace {

constexpr int kTurnMs = 900;
constexpr double kArc = 0.3;
constexpr int kSteps = 1000;
constexpr int kSixteenths = 16;

}  // namespace

Spinner::Spinner(const QString& name, int size, QWidget* parent) : QProgressBar(parent), size_(size) {
    setAccessibleName(name);
    setTextVisible(false);
    setRange(0, 0);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    turn_.setStartValue(0.0);
    turn_.setEndValue(1.0);
    turn_.setDuration(kTurnMs);
    turn_.setLoopCount(-1);
    connect(&turn_, &QVariantAnimation::valueChanged, this, qOverload<>(&QWidget::update));
}

void Spinner::setShare(double share) {
    share_ = std::min(share, 1.0);
    setRange(0, share < 0 ? 0 : kSteps);
    if (share >= 0) setValue(int(std::lround(share_ * kSteps)));
    turnWhenNeeded();
    update();
}

void Spinner::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const theme::Painting painting(painter);
    const qreal width = size_ >= 20 ? 2.5 : 2;
    const QRectF ring =
        QRectF((this->width() - size_) / 2.0, (height() - size_) / 2.0, size_, size_).adjusted(width, width, -width, -width);
    painter.setPen(QPen(theme::color(theme::Role::pressed), width));
    painter.drawEllipse(ring);
    painter.setPen(QPen(theme::color(theme::Role::accentText), width, Qt::SolidLine, Qt::RoundCap));
    const double length = share_ < 0 ? kArc : share_;
    const double from = share_ < 0 ? turn_.currentValue().toDouble() : 0;
    painter.drawArc(ring, int((90 - 360 * from) * kSixteenths), int(-360 * length * kSixteenths));
}

void Spinner::showEvent(QShowEvent* event) {
    QProgressBar::showEvent(event);
    turnWhenNeeded();
}

void Spinner::hideEvent(QHideEvent* event) {
    QProgressBar::hideEvent(event);
    turnWhenNeeded();
}

void Spinner::turnWhenNeeded() {
    const bool wanted = isVisible() && share_ < 0 && !theme::Theme::current().reducedMotion();
    if (wanted == isTurning()) return;
    wanted ? turn_.start() : turn_.stop();
}

}  // namespace anneal::controls
