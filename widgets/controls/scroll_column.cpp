#include "controls/scroll_column.h"

namespace anneal::controls {

ScrollColumn::ScrollColumn(QWidget* parent) : QScrollArea(parent) {
    auto* inside = new QWidget;
    column_ = new QVBoxLayout(inside);
    column_->setSpacing(0);
    setWidget(inside);
    setWidgetResizable(true);
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    for (auto* surface : {viewport(), inside}) surface->setAutoFillBackground(false);
}

}  // namespace anneal::controls
