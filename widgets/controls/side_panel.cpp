#include "controls/side_panel.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QVBoxLayout>
#include <QVariantAnimation>

#include "theme/kind.h"
#include "theme/paint.h"

namespace anneal::controls {

/// The panel's ground, with a line at its left.
class SidePanel::Sheet : public QWidget {
public:
    Sheet(QWidget* panel, QWidget* parent) : QWidget(parent) {
        auto* column = new QVBoxLayout(this);
        column->setContentsMargins(1, 0, 0, 0);
        theme::setGround(*this, theme::Role::surface);
        column->addWidget(panel);
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        const bool folded = static_cast<SidePanel*>(parentWidget())->isFolded();
        theme::fillRect(painter, rect(), theme::color(theme::Role::surface));
        theme::fillRect(painter, QRectF(0, 0, 1, height()), theme::color(folded ? theme::Role::borderControl : theme::Role::border));
    }
};

SidePanel::SidePanel(QWidget* main, QWidget* panel, int leastMain, QWidget* parent)
    : QWidget(parent),
      main_(main),
      sheet_(new Sheet(panel, this)),
      panelWidth_(theme::px(theme::Size::panelRight)),
      leastMain_(leastMain),
      slide_(new QVariantAnimation(this)) {
    main->setParent(this);
    main->lower();
    slide_->setStartValue(0.0);
    slide_->setEndValue(1.0);
    slide_->setEasingCurve(theme::easing());
    connect(slide_, &QVariantAnimation::valueChanged, this, &SidePanel::place);
    connect(slide_, &QVariantAnimation::finished, this, &SidePanel::place);
}

void SidePanel::setPanelWidth(int width) {
    panelWidth_ = width;
    place();
}

void SidePanel::setOpen(bool open) {
    if (!folded_ || open == open_) return;
    open_ = open;
    if (open) {
        qApp->installEventFilter(this);
        sheet_->setFocus(Qt::OtherFocusReason);
    } else {
        qApp->removeEventFilter(this);
    }
    slide_->setDuration(theme::duration(theme::Motion::panelMs));
    slide_->setDirection(open ? QAbstractAnimation::Forward : QAbstractAnimation::Backward);
    slide_->start();
    Q_EMIT openChanged(open);
}

void SidePanel::setPanelShown(bool shown) {
    if (shown == panelShown_) return;
    panelShown_ = shown;
    fold();
}

void SidePanel::resizeEvent(QResizeEvent*) { fold(); }

void SidePanel::fold() {
    const bool folds = panelShown_ && width() < leastMain_ + panelWidth_;
    if (folds != folded_) {
        if (open_) setOpen(false);
        slide_->stop();
        folded_ = folds;
        Q_EMIT foldedChanged(folds);
    }
    place();
}

void SidePanel::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && folded_ && open_) return setOpen(false);
    QWidget::keyPressEvent(event);
}

bool SidePanel::eventFilter(QObject* object, QEvent* event) {
    if (event->type() == QEvent::MouseButtonPress && object == main_) setOpen(false);
    if (auto* widget = qobject_cast<QWidget*>(object); event->type() == QEvent::MouseButtonPress && widget && main_->isAncestorOf(widget))
        setOpen(false);
    return false;
}

void SidePanel::place() {
    const bool moving = slide_->state() == QAbstractAnimation::Running;
    const double shown = !panelShown_ ? 0 : !folded_ ? 1 : moving ? slide_->currentValue().toDouble() : open_ ? 1 : 0;
    const int panel = std::min(panelWidth_, width());
    main_->setGeometry(0, 0, folded_ || !panelShown_ ? width() : width() - panel, height());
    sheet_->setGeometry(width() - int(panel * shown), 0, panel, height());
    sheet_->setVisible(shown > 0);
}

}  // namespace anneal::controls
