#include "controls/stat.h"

#include <QVBoxLayout>

#include "controls/accessible_role.h"
#include "controls/label.h"

namespace anneal::controls {
namespace {

constexpr int kNarrowest = 72;

}  // namespace

Stat::Stat(const QString& label, QWidget* parent)
    : QWidget(parent),
      label_(makeCaption({})),
      figure_(new Label({}, theme::TextStyle::title)),
      origin_(new Label({}, theme::TextStyle::caption, theme::Role::textSecondary)) {
    setAccessibleRole(*this, QAccessible::StaticText);
    setMinimumWidth(kNarrowest);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(0);
    column->addWidget(label_);
    column->addWidget(figure_);
    column->addWidget(origin_);
    column->addStretch();
    origin_->hide();
    for (auto* part : {figure_, origin_}) part->setElided(true);
    setLabel(label);
}

void Stat::setLabel(const QString& label) {
    label_->setText(label);
    setAccessibleName(label);
}

void Stat::setFigure(const QString& figure, const QString& origin) {
    figure_->setText(figure);
    origin_->setText(origin);
    origin_->setVisible(!origin.isEmpty());
    setAccessibleDescription(origin.isEmpty() ? figure : tr("%1, %2").arg(figure, origin));
}

}  // namespace anneal::controls
