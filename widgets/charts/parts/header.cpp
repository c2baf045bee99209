#include "charts/parts/header.h"

#include <QBoxLayout>

#include "controls/label.h"

namespace anneal::charts {
namespace {

constexpr int kGap = 16;
constexpr int kAfterTitle = 1;  ///< where the legend stands in the line

}  // namespace

Header::Header(const QString& title, const Tools::Shown& tools, QWidget* parent)
    : QWidget(parent),
      title_(new controls::Label(title)),
      latest_(new controls::Label({})),
      unit_(new controls::Label({}, theme::TextStyle::caption, theme::Role::textSecondary)),
      tools_(new Tools(tools)),
      line_(new QHBoxLayout),
      below_(new QVBoxLayout(this)) {
    title_->setTextStyle(theme::TextStyle::body, theme::Weight::semibold);
    title_->setElided(true);
    latest_->setTextStyle(theme::TextStyle::body, theme::Weight::medium);
    latest_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    line_->setSpacing(kGap);
    line_->addWidget(title_);
    line_->addStretch();
    auto* value = new QHBoxLayout;
    value->setSpacing(theme::space(1));
    value->addWidget(latest_);
    value->addWidget(unit_);
    line_->addLayout(value);
    line_->addWidget(tools_);
    below_->setContentsMargins(0, 0, 0, 0);
    below_->setSpacing(0);
    below_->addLayout(line_);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    tools_->setVisible(tools.smoothing || tools.axis || tools.scale || tools.enlarge || tools.exports);
}

void Header::setLegend(Legend* legend) {
    legend_ = legend;
    placeLegend();
}

void Header::setTitle(const QString& title) { title_->setText(title); }

void Header::setLatest(const QString& value, const QString& unit) {
    latest_->setText(value);
    unit_->setText(unit);
    unit_->setVisible(!unit.isEmpty());
}

QSize Header::minimumSizeHint() const {
    return {title_->minimumSizeHint().width() + kGap +
                std::max(tools_->isHidden() ? 0 : tools_->sizeHint().width(), latest_->sizeHint().width()),
            line_->sizeHint().height()};
}

void Header::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    placeLegend();
}

void Header::placeLegend() {
    if (!legend_) return;
    const int others = title_->sizeHint().width() + (tools_->isHidden() ? 0 : tools_->sizeHint().width()) + 3 * kGap;
    const bool fits = others + legend_->widthInOneLine() <= width();
    const int line = std::max(title_->sizeHint().height(), tools_->isHidden() ? 0 : tools_->sizeHint().height());
    line_->removeWidget(legend_);
    below_->removeWidget(legend_);
    if (fits)
        line_->insertWidget(kAfterTitle, legend_);
    else
        below_->addWidget(legend_);
    setFixedHeight(fits ? std::max(line, legend_->sizeHint().height()) : line + legend_->heightForWidth(width()));
}

}  // namespace anneal::charts
