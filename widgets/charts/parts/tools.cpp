#include "charts/parts/tools.h"

#include <cmath>

#include <QBoxLayout>
#include <QEvent>
#include <QMenu>
#include <QSlider>

#include "controls/buttons.h"
#include "controls/label.h"
#include "controls/segments.h"

namespace anneal::charts {
namespace {

constexpr int kSliderWidth = 84;
constexpr int kWeightWidth = 28;
constexpr int kSteps = 100;  ///< of the weight; all of them would forget every new value
constexpr int kMost = 99;

}  // namespace

Tools::Tools(const Shown& shown, QWidget* parent) : QWidget(parent) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::space(2));
    if (shown.smoothing) {
        caption_ = new controls::Label({}, theme::TextStyle::caption, theme::Role::textSecondary);
        smoothing_ = new QSlider(Qt::Horizontal);
        smoothing_->setRange(0, kMost);
        smoothing_->setPageStep(10);
        smoothing_->setFixedWidth(kSliderWidth);
        weight_ = new controls::Label({}, theme::TextStyle::caption);
        weight_->setFixedWidth(kWeightWidth);
        for (QWidget* part : std::initializer_list<QWidget*>{caption_, smoothing_, weight_}) row->addWidget(part);
        connect(smoothing_, &QSlider::valueChanged, this, [this](int value) {
            write();
            Q_EMIT smoothingChanged(double(value) / kSteps);
        });
    }
    if (shown.axis) {
        axis_ = new controls::Segments({}, {{}, {}, {}});
        row->addWidget(axis_);
        connect(axis_, &controls::Segments::chosenChanged, this, [this](int axis) { Q_EMIT axisChosen(XAxis(axis)); });
    }
    if (shown.scale) {
        scale_ = new controls::Segments({}, {{}, {}});
        row->addWidget(scale_);
        connect(scale_, &controls::Segments::chosenChanged, this, [this](int scale) { Q_EMIT scaleChosen(Scale(scale)); });
    }
    if (shown.enlarge) {
        enlarge_ = new controls::IconButton("maximize-2", {}, theme::Kind::secondary);
        row->addWidget(enlarge_);
        connect(enlarge_, &QToolButton::clicked, this, &Tools::enlargeClicked);
    }
    if (shown.exports) {
        export_ = new controls::IconButton("download", {}, theme::Kind::secondary);
        menu_ = new QMenu(export_);
        export_->setMenu(menu_);
        export_->setPopupMode(QToolButton::InstantPopup);
        row->addWidget(export_);
    }
    for (auto* segments : {axis_, scale_})
        if (segments) segments->setCompact();
    for (auto* button : {enlarge_, export_})
        if (button) theme::setCompact(*button);
    write();
}

void Tools::setSmoothing(double weight) {
    if (!smoothing_) return;
    const QSignalBlocker quiet(smoothing_);
    smoothing_->setValue(int(std::lround(weight * kSteps)));
    write();
}

void Tools::setAxis(XAxis axis) {
    if (axis_) axis_->choose(int(axis));
}

void Tools::setScale(Scale scale) {
    if (scale_) scale_->choose(int(scale));
}

void Tools::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) write();
}

void Tools::write() {
    if (smoothing_) {
        caption_->setText(tr("Smoothing"));
        smoothing_->setAccessibleName(tr("Smoothing"));
        weight_->setText(QString::number(double(smoothing_->value()) / kSteps));
    }
    if (axis_) {
        axis_->setAccessibleName(tr("X axis"));
        axis_->setText(int(XAxis::step), tr("Step"));
        axis_->setText(int(XAxis::time), tr("Time"));
        axis_->setText(int(XAxis::tokens), tr("Tokens"));
    }
    if (scale_) {
        scale_->setAccessibleName(tr("Scale"));
        scale_->setText(int(Scale::linear), tr("Linear"));
        scale_->setText(int(Scale::log), tr("Log"));
    }
    if (enlarge_) enlarge_->setName(tr("Enlarge"));
    if (export_) export_->setName(tr("Export"));
}

}  // namespace anneal::charts
