#include "charts/parts/zoom_bar.h"

#include <QBoxLayout>
#include <QEvent>

#include "charts/plot/plot.h"
#include "controls/buttons.h"
#include "theme/theme.h"

namespace anneal::charts {
namespace {

constexpr int kFromEdge = 8;

}  // namespace

ZoomBar::ZoomBar(Plot& plot)
    : QWidget(&plot),
      plot_(plot),
      follow_(controls::makeButton(theme::Kind::secondary, {}, "activity")),
      all_(controls::makeButton(theme::Kind::secondary, {}, "maximize-2")) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::space(2));
    for (auto* button : {follow_, all_}) {
        theme::setCompact(*button);
        row->addWidget(button);
    }
    connect(follow_, &QPushButton::clicked, this, [this] { plot_.view()->followNewest(); });
    connect(all_, &QPushButton::clicked, this, [this] { plot_.showAll(); });
    connect(&plot_, &Plot::viewChanged, this, &ZoomBar::offer);
    plot.installEventFilter(this);
    setCursor(Qt::ArrowCursor);
    write();
    offer();
}

void ZoomBar::setLive(bool live) {
    live_ = live;
    offer();
}

bool ZoomBar::eventFilter(QObject*, QEvent* event) {
    if (event->type() == QEvent::Resize) offer();
    return false;
}

void ZoomBar::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange) return;
    write();
    offer();
}

void ZoomBar::offer() {
    follow_->setVisible(live_ && plot_.view()->mode() == View::Mode::fixed);
    setVisible(plot_.isZoomed());
    adjustSize();
    move(plot_.width() - kFromEdge - width() - kFromEdge, plot_.height() - bottomMargin() - kFromEdge - height());
}

void ZoomBar::write() {
    follow_->setText(tr("Follow"));
    follow_->setToolTip(tr("Keep the newest points in sight"));
    all_->setText(tr("Show all"));
}

}  // namespace anneal::charts
