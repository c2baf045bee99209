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
      figure_(new Label({}, theme::TextStyle::title)),
      origin_(new Label({}, theme::TextStyle::caption, theme::Role::textSecondary)) {
    setAccessibleRole(*this, QAccessible::StaticText);
    setAccessibleName(label);
    setMinimumWidth(kNarrowest);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(0);
    column->addWidget(makeCaption(label));
    column->addWidget(figure_);
    column->addWidget(origin_);
    for (auto* part : {figure_, origin_}) part->setElided(true);
}

void Stat::setFigure(const QString& figure, const QString& origin) {
    figure_->setText(figure);
    origin_->setText(origin);
    setAccessibleDescription(origin.isEmpty() ? figure : tr("%1, %2").arg(figure, origin));
}

}  // namespace anneal::controls
