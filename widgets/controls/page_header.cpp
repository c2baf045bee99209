#include "controls/page_header.h"

#include <QHBoxLayout>
#include <QPushButton>

#include "controls/icon_label.h"
#include "controls/label.h"
#include "theme/paint.h"

namespace anneal::controls {
namespace {

/// Where one came from: words alone, so that they begin where the page does.
class Trail : public QPushButton {
    Q_OBJECT
public:
    Trail() { setCursor(Qt::PointingHandCursor); }

    QSize sizeHint() const override {
        return {theme::textWidth(theme::font(theme::TextStyle::body), text()), theme::px(theme::Size::hitMin)};
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        auto font = theme::font(theme::TextStyle::body);
        font.setUnderline(underMouse());
        theme::drawText(painter, rect(), Qt::AlignCenter, text(), font,
                        theme::color(underMouse() ? theme::Role::text : theme::Role::textSecondary));
    }
};

}  // namespace

PageHeader::PageHeader(const QString& title, QWidget* parent)
    : QWidget(parent),
      row_(new QHBoxLayout(this)),
      trail_(new Trail),
      chevron_(new IconLabel("chevron-right", theme::Role::textSecondary)),
      title_(new Label(title, theme::TextStyle::heading)),
      chip_(new Chip({})),
      facts_(new Label({}, theme::TextStyle::body, theme::Role::textSecondary)) {
    facts_->setElided(true);
    row_->setSpacing(theme::space(2));
    row_->addWidget(trail_);
    row_->addWidget(chevron_);
    row_->addWidget(title_);
    row_->addWidget(chip_);
    row_->addSpacing(theme::space(1));
    row_->addWidget(facts_, 1);
    setMinimumHeight(theme::px(theme::Size::control));
    setTrail({});
    chip_->hide();
    connect(trail_, &QPushButton::clicked, this, &PageHeader::trailClicked);
}

void PageHeader::setTitle(const QString& title) { title_->setText(title); }

void PageHeader::setTrail(const QString& parent) {
    trail_->setText(parent);
    trail_->setVisible(!parent.isEmpty());
    chevron_->setVisible(!parent.isEmpty());
}

void PageHeader::setFacts(const QString& facts) { facts_->setText(facts); }

void PageHeader::setChip(const ChipLook& look) {
    chip_->setLook(look);
    chip_->setVisible(!look.text.isEmpty());
}

void PageHeader::addAction(QWidget* action) { row_->addWidget(action); }

}  // namespace anneal::controls

#include "page_header.moc"
