#include "controls/card_grid.h"

#include <QEvent>

#include "theme/theme.h"

namespace anneal::controls {
namespace {

int gap() { return theme::space(3); }

}  // namespace

CardGrid::CardGrid(int least, int mostColumns) : least_(least), mostColumns_(mostColumns) {
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void CardGrid::add(QWidget* card, bool wide) {
    card->setParent(this);
    card->show();
    cells_.push_back({card, wide});
    updateGeometry();
    arrange(width(), true);
}

void CardGrid::setWide(QWidget* card, bool wide) {
    const auto cell = std::ranges::find(cells_, card, &Cell::card);
    if (cell == cells_.end() || cell->wide == wide) return;
    cell->wide = wide;
    updateGeometry();
    arrange(width(), true);
}

void CardGrid::lead(QWidget* card) {
    const auto cell = std::ranges::find(cells_, card, &Cell::card);
    if (cell == cells_.end() || cell == cells_.begin()) return;
    std::rotate(cells_.begin(), cell, cell + 1);
    for (std::size_t i = 1; i < cells_.size(); ++i) setTabOrder(cells_[i - 1].card, cells_[i].card);
    arrange(width(), true);
}

void CardGrid::clear() {
    for (const auto& cell : cells_) {
        cell.card->hide();
        cell.card->deleteLater();
    }
    cells_.clear();
    updateGeometry();
}

QSize CardGrid::sizeHint() const { return {least_, heightForWidth(std::max(width(), least_))}; }
QSize CardGrid::minimumSizeHint() const { return {least_, cells_.empty() ? 0 : cells_.front().card->sizeHint().height()}; }

void CardGrid::resizeEvent(QResizeEvent*) {
    arrange(width(), true);
    updateGeometry();
}

bool CardGrid::event(QEvent* event) {
    if (event->type() == QEvent::LayoutRequest) {
        updateGeometry();
        arrange(width(), true);
    }
    return QWidget::event(event);
}

int CardGrid::arrange(int width, bool place) const {
    const int columns = std::clamp((width + gap()) / (least_ + gap()), 1, mostColumns_);
    int y = 0, column = 0, line = 0;
    const auto breakLine = [&] {
        if (column > 0) y += line + gap();
        column = line = 0;
    };
    for (const auto& [card, wide] : cells_) {
        const int height = card->sizeHint().height();
        if (wide) breakLine();
        const int left = wide ? 0 : column * (width + gap()) / columns;
        const int right = wide ? width : (column + 1) * (width + gap()) / columns - gap();
        if (place) card->setGeometry(left, y, right - left, height);
        line = std::max(line, height);
        column = wide ? columns : column + 1;
        if (column >= columns) breakLine();
    }
    breakLine();
    return std::max(0, y - gap());
}

}  // namespace anneal::controls
